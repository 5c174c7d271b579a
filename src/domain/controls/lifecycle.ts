import type { RecordOf } from '../model/record'
import type { DayNumber } from '../time/day-number'
import { datedOf, reached, type Dated } from './dated'

/** The dates of a rule, each as exact as it is known. */
export interface Lifecycle {
  readonly announced: Dated | null
  readonly published: Dated | null
  readonly effective: Dated | null
  readonly enforced: Dated | null
  readonly ended: Dated | null
  /** From when it binds: `effective`, or when it was made known for forms that bind at once; null if it never does. */
  readonly binds: Dated | null
}

/** A date on which the standing of a rule turns, and whose date it is: a rule that ends when another begins shares it. */
export interface Turn {
  readonly date: Dated
  /** `rule-b` for the day from which that rule binds, `rule-b:ended` for the day it ended. */
  readonly of: string
}

/**
 * Where a rule stands on a day. `undetermined`: it is in force if `begins`, where there is one, has come, and none of
 * `ends` has; those are the dates that are not known exactly enough.
 */
export type Standing =
  | { readonly state: 'unknown' | 'announced' | 'in-force' | 'ended' }
  | { readonly state: 'undetermined'; readonly begins: Turn | null; readonly ends: readonly Turn[] }

const BINDS_WHEN_KNOWN: ReadonlySet<RecordOf<'rule'>['form']> = new Set(['letter', 'guidance'])

/** The life of a rule by its own dates alone; what supersedes it is in {@link standingOf}. */
export function lifecycleOf(rule: RecordOf<'rule'>): Lifecycle {
  const announced = datedOf(rule.announced)
  const published = datedOf(rule.published)
  const effective = datedOf(rule.effective)
  const known = BINDS_WHEN_KNOWN.has(rule.form) ? (announced ?? published) : null
  return {
    announced,
    published,
    effective,
    enforced: datedOf(rule.enforced),
    ended: datedOf(rule.ended),
    binds: rule.form === 'decision' ? null : (effective ?? known),
  }
}

/**
 * Where a rule stands on a day. `ends` are the turns that end it: its own end and those from which a rule that
 * supersedes it binds. A rule that ended before it bound was never in force. Without any date nothing is known of
 * it: `unknown`, as before it was announced.
 */
export function standingOf(life: Lifecycle, binds: Turn | null, ends: readonly Turn[], day: DayNumber): Standing {
  const over = ends.map((end) => ({ end, is: reached(end.date, day) }))
  if (over.some(({ is }) => is === 'yes')) return { state: 'ended' }
  const doubtful = over.filter(({ is }) => is === 'maybe').map(({ end }) => end)
  const bound = binds === null ? 'no' : reached(binds.date, day)
  if (bound === 'maybe') return { state: 'undetermined', begins: binds, ends: doubtful }
  if (bound === 'yes')
    return doubtful.length === 0 ? { state: 'in-force' } : { state: 'undetermined', begins: null, ends: doubtful }
  const known = life.announced ?? life.published
  return { state: known !== null && reached(known, day) === 'yes' ? 'announced' : 'unknown' }
}
