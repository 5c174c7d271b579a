import type { Difference } from '../../../domain/controls/scenario'
import type { Status } from '../../../domain/controls/status'
import type { RecordId } from '../../../domain/model/ids'
import type { DayNumber } from '../../../domain/time/day-number'

/** Days on which an edit makes the same of several chips: `from` to the day before `to`. */
export interface EffectGroup {
  readonly chips: readonly RecordId[]
  readonly from: DayNumber
  readonly to: DayNumber
  readonly before: Status['outcome']
  readonly after: Status['outcome']
}

/** Where outcomes differ, by what they become and when; what concerns most chips first. */
export function effectGroups(found: readonly Difference[]): EffectGroup[] {
  const groups = new Map<string, EffectGroup>()
  for (const stretch of stretches(found)) {
    const { chips, from, to, before, after } = stretch
    const key = [from, to, before, after].join(' ')
    const group = groups.get(key)
    groups.set(key, group === undefined ? stretch : { ...group, chips: [...group.chips, ...chips] })
  }
  return [...groups.values()].sort((a, b) => b.chips.length - a.chips.length || a.from - b.from)
}

/** The days of one chip each; neighbouring days that differ alike are one stretch. */
function stretches(found: readonly Difference[]): EffectGroup[] {
  const merged: EffectGroup[] = []
  for (const { chip, from, to, before, after } of found) {
    if (before.outcome === after.outcome) continue
    const last = merged.at(-1)
    const goesOn =
      last !== undefined &&
      last.chips[0] === chip &&
      last.to === from &&
      last.before === before.outcome &&
      last.after === after.outcome
    if (goesOn) merged[merged.length - 1] = { ...last, to }
    else merged.push({ chips: [chip], from, to, before: before.outcome, after: after.outcome })
  }
  return merged
}
