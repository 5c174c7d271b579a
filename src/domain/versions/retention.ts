import { civilDateOf } from '../time/day-number'

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
export interface RetentionRule {
  readonly today: number
  readonly days: number
  readonly weeks: number
  readonly months: number
}

export const RETENTION: RetentionRule = { today: 3, days: 7, weeks: 4, months: 12 }

const MS_PER_DAY = 86_400_000

/**
 * The ids of the copies that may be deleted. Kept are: named ones; the newest of today; the newest of
 * each of the last days, weeks (from Monday) and months that have one, in UTC; whatever claims to be
 * from after `now`; and the newest of all, by the clock and by the revision. Days without a copy do
 * not count, so neither a long pause nor a clock that is far ahead makes old copies expire, and a
 * clock that was set back deletes nothing.
 */
export function expiredCopies(copies: readonly KeptCopy[], now: number, rule: RetentionRule = RETENTION): string[] {
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
