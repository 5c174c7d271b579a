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
 * Where a rule stands on a day. `undetermined` names the date that is not known exactly enough, and whether the rule
 * begins or ends with it.
 */
export type Standing =
  | { readonly state: 'unknown' | 'announced' | 'in-force' | 'ended' }
  | { readonly state: 'undetermined'; readonly turn: Turn; readonly begins: boolean }

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
  let doubt: Turn | null = null
  for (const end of ends) {
    const over = reached(end.date, day)
    if (over === 'yes') return { state: 'ended' }
    if (over === 'maybe') doubt ??= end
  }
  const bound = binds === null ? 'no' : reached(binds.date, day)
  if (bound === 'maybe' && binds !== null) return { state: 'undetermined', turn: binds, begins: true }
  if (bound === 'yes')
    return doubt === null ? { state: 'in-force' } : { state: 'undetermined', turn: doubt, begins: false }
  const known = life.announced ?? life.published
  return { state: known !== null && reached(known, day) === 'yes' ? 'announced' : 'unknown' }
}
