import type { Difference } from '../../../domain/controls/scenario'
import type { Status } from '../../../domain/controls/status'
import type { RecordId } from '../../../domain/model/ids'
import type { DayNumber } from '../../../domain/time/day-number'

/** Days on which an edit makes something else of a chip: `from` to the day before `to`. */
export interface OutcomeDifference {
  readonly chip: RecordId
  readonly from: DayNumber
  readonly to: DayNumber
  readonly before: Status['outcome']
  readonly after: Status['outcome']
}

/** Where the outcome differs; neighbouring days of a chip that differ alike are one stretch. */
export function outcomeDifferences(found: readonly Difference[]): OutcomeDifference[] {
  const merged: OutcomeDifference[] = []
  for (const { chip, from, to, before, after } of found) {
    if (before.outcome === after.outcome) continue
    const last = merged.at(-1)
    const goesOn =
      last !== undefined &&
      last.chip === chip &&
      last.to === from &&
      last.before === before.outcome &&
      last.after === after.outcome
    if (goesOn) merged[merged.length - 1] = { ...last, to }
    else merged.push({ chip, from, to, before: before.outcome, after: after.outcome })
  }
  return merged
}
