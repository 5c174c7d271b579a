import { civilDateOf } from '../time/day-number'
import { DEFAULT_VERSION_RULE, type VersionRule } from './version-rule'

/** A copy of the workspace in the backups folder. It stands there only if it was whole when it was made. */
export interface KeptCopy {
  readonly id: string
  /** Milliseconds since 1970 in UTC, by the clock of that moment, which may have been wrong. */
  readonly madeAt: number
  /** How many commits, undos and redos the workspace had seen; order by it where the clock cannot be trusted. */
  readonly revision: number
  /** Made by the user under a name: kept for ever. */
  readonly named: boolean
}

/** How many automatic copies stay, for each reason to keep one. */
export type RetentionRule = Omit<VersionRule, 'everyMinutes'>

const MS_PER_DAY = 86_400_000

/**
 * The ids of the copies that may be deleted. Kept are: named ones; the newest of today; the newest of
 * each of the last days, weeks (from Monday) and months that have one, in UTC; whatever claims to be
 * from after `now`; and the newest of all, by the clock and by the revision. Days without a copy do
 * not count, so neither a long pause nor a clock that is far ahead makes old copies expire, and a
 * clock that was set back deletes nothing.
 */
export function expiredCopies(
  copies: readonly KeptCopy[],
  now: number,
  rule: RetentionRule = DEFAULT_VERSION_RULE,
): string[] {
  const newestFirst = copies.toSorted((a, b) => b.madeAt - a.madeAt || b.revision - a.revision)
  const today = dayOf(now)
  const past = newestFirst.filter((copy) => !copy.named && copy.madeAt <= now)
  const earlier = past.filter((copy) => dayOf(copy.madeAt) < today)
  const kept = new Set(
    [
      ...past.filter((copy) => dayOf(copy.madeAt) === today).slice(0, rule.today),
      ...newestOfEach(earlier, rule.days, dayOf),
      ...newestOfEach(earlier, rule.weeks, weekOf),
      ...newestOfEach(earlier, rule.months, monthOf),
      ...newestFirst.slice(0, 1),
      ...copies.toSorted((a, b) => b.revision - a.revision || b.madeAt - a.madeAt).slice(0, 1),
    ].map((copy) => copy.id),
  )
  return past.filter((copy) => !kept.has(copy.id)).map((copy) => copy.id)
}

/** What becomes of the copies that are there now. `unnamed` is `kept` and `going` together. */
export interface Outlook {
  readonly named: number
  readonly unnamed: number
  readonly kept: number
  readonly going: number
}

/**
 * What a rule would do to these copies when the next automatic one is made at `now` (ms since 1970,
 * UTC), for it takes its own place among them.
 */
export function outlook(copies: readonly KeptCopy[], now: number, rule: RetentionRule): Outlook {
  const named = copies.filter((copy) => copy.named).length
  const revision = copies.reduce((most, copy) => Math.max(most, copy.revision), 0) + 1
  const next: KeptCopy = { id: '', madeAt: now, revision, named: false }
  const going = expiredCopies([next, ...copies], now, rule).length
  const unnamed = copies.length - named
  return { named, unnamed, kept: unnamed - going, going }
}

function newestOfEach(newestFirst: readonly KeptCopy[], count: number, periodOf: (ms: number) => number): KeptCopy[] {
  const byPeriod = new Map<number, KeptCopy>()
  for (const copy of newestFirst) {
    const period = periodOf(copy.madeAt)
    if (!byPeriod.has(period)) byPeriod.set(period, copy)
  }
  return [...byPeriod.values()].slice(0, count)
}

const dayOf = (ms: number): number => Math.floor(ms / MS_PER_DAY)

/** Day 0 was a Thursday. */
const weekOf = (ms: number): number => Math.floor((dayOf(ms) + 3) / 7)

function monthOf(ms: number): number {
  const { year, month } = civilDateOf(dayOf(ms))
  return year * 12 + month
}
