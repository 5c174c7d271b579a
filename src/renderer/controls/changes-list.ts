import { changesBetween, type StatusChange } from '../../domain/controls/as-of'
import type { ControlsIndex } from '../../domain/controls/controls-index'
import { GATES, gateStateOf, type Gate, type GateState } from '../../domain/controls/gate-state'
import type { Difference } from '../../domain/controls/scenario'
import type { Status } from '../../domain/controls/status'
import type { RecordId } from '../../domain/model/ids'
import type { DayNumber } from '../../domain/time/day-number'

/** What one gate said before and says after. */
export interface GateChange {
  readonly gate: Gate
  readonly before: GateState
  readonly after: GateState
}

export interface ListedChange {
  readonly chip: RecordId
  readonly gates: readonly GateChange[]
  /** The stage of the chip on both days, where it is another. */
  readonly stages: readonly [Status['stage'], Status['stage']] | null
}

/** Chips that differ by the same rules. */
export interface ChangesGroup {
  readonly rules: readonly RecordId[]
  readonly changes: readonly ListedChange[]
}

/** What each gate says otherwise of a chip; a gate that says the same is left out. */
export function gateChanges(before: Status, after: Status, gates: readonly Gate[] = GATES): GateChange[] {
  const all = gates.map((gate) => ({ gate, before: gateStateOf(before, gate), after: gateStateOf(after, gate) }))
  return all.filter((each) => each.before !== each.after)
}

/**
 * What differs between two days, by the rules that made it so: those of most chips first, and last what differs by
 * the chips' own dates alone.
 */
export function changesByRule(
  index: ControlsIndex,
  destination: string,
  first: DayNumber,
  second: DayNumber,
): ChangesGroup[] {
  const groups = new Map<string, { rules: readonly RecordId[]; changes: ListedChange[] }>()
  for (const change of changesBetween(index, destination, first, second)) {
    const rules = rulesOf(change)
    const key = rules.join(' ')
    const group = groups.get(key) ?? { rules, changes: [] }
    groups.set(key, group)
    group.changes.push(listed(change))
  }
  return [...groups.values()].sort(
    (a, b) => Number(a.rules.length === 0) - Number(b.rules.length === 0) || b.changes.length - a.changes.length,
  )
}

/** A chip that was not announced before, or is gone after, differs by its own dates, whatever rules did meanwhile. */
function rulesOf({ before, after, rules }: StatusChange): readonly RecordId[] {
  return isThere(before) && isThere(after) ? rules : []
}

const isThere = ({ outcome }: Status): boolean => outcome !== 'not-announced' && outcome !== 'withdrawn'

function listed({ chip, before, after }: StatusChange): ListedChange {
  return {
    chip,
    gates: gateChanges(before, after),
    stages: before.stage === after.stage ? null : [before.stage, after.stage],
  }
}

/** Days on which a scenario makes gates say something else of a chip: `from` to the day before `to`. */
export interface GateDifference {
  readonly chip: RecordId
  readonly from: DayNumber
  readonly to: DayNumber
  readonly gates: readonly GateChange[]
}

/** The differences that a scenario makes at the gates; neighbouring days of a chip that say the same are one. */
export function gateDifferences(found: readonly Difference[]): GateDifference[] {
  const merged: GateDifference[] = []
  for (const { chip, from, to, before, after } of found) {
    const gates = gateChanges(before, after)
    const last = merged.at(-1)
    if (gates.length === 0) continue
    if (last !== undefined && last.chip === chip && last.to === from && isAlike(last.gates, gates))
      merged[merged.length - 1] = { ...last, to }
    else merged.push({ chip, from, to, gates })
  }
  return merged
}

const isAlike = (a: readonly GateChange[], b: readonly GateChange[]): boolean =>
  a.length === b.length &&
  a.every(({ gate, before, after }, at) => {
    const other = b[at]
    return other !== undefined && other.gate === gate && other.before === before && other.after === after
  })
