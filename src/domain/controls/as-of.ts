import type { RecordId } from '../model/ids'
import type { DayNumber } from '../time/day-number'
import { concernsOf, type ControlsIndex } from './controls-index'
import { standingOn } from './rulebook'
import { sameStatus, segmentOn, segmentsOf, type Segment } from './segments'
import type { Status } from './status'

/** Every chip's status at a destination on a day. The same segment is the same object from day to day. */
export interface AsOf {
  readonly destination: string
  readonly day: DayNumber
  readonly hypothetical: boolean
  readonly chips: ReadonlyMap<RecordId, Segment>
}

/** The state of all chips on a day. The first question about a destination works out its segments; then it is a look-up. */
export function asOf(index: ControlsIndex, destination: string, day: DayNumber): AsOf {
  const chips = new Map<RecordId, Segment>()
  for (const [id, entry] of index.chips) chips.set(id, segmentOn(segmentsOf(index, entry, destination), day))
  return { destination, day, hypothetical: index.hypothetical.size > 0, chips }
}

/**
 * The chips of a state by outcome, of both gates together or of one alone, in the order in which the outcomes first
 * appear in `chips`. What is not there yet, or no longer, stands under that in either case.
 */
export function byOutcome(
  { chips }: AsOf,
  gate: 'both' | 'export' | 'import' = 'both',
): Map<Status['outcome'], RecordId[]> {
  const groups = new Map<Status['outcome'], RecordId[]>()
  for (const [id, { status }] of chips) {
    const ruled =
      status.outcome !== 'not-announced' && status.outcome !== 'withdrawn' && status.stage !== 'undetermined'
    const outcome = gate === 'both' || !ruled ? status.outcome : status.gates[gate].outcome
    const group = groups.get(outcome)
    if (group === undefined) groups.set(outcome, [id])
    else group.push(id)
  }
  return groups
}

/** How one chip differs between two days, and whose dates lie between. */
export interface StatusChange {
  readonly chip: RecordId
  readonly before: Status
  readonly after: Status
  /** Rules that concern the chip and stand otherwise on the second day. */
  readonly rules: readonly RecordId[]
  /** Whether the chip itself was announced, came out or was withdrawn between. */
  readonly ownDates: boolean
}

/** What differs between two days at a destination, in the order of the chips. */
export function changesBetween(
  index: ControlsIndex,
  destination: string,
  first: DayNumber,
  second: DayNumber,
): StatusChange[] {
  return [...index.chips.values()].flatMap((entry): StatusChange[] => {
    const segments = segmentsOf(index, entry, destination)
    const [before, after] = [segmentOn(segments, first).status, segmentOn(segments, second).status]
    if (before === after || sameStatus(before, after)) return []
    const moved = concernsOf(index, entry, destination)
      .map(({ provision }) => provision.entry)
      .filter((rule) => standingOn(rule, first).state !== standingOn(rule, second).state)
    const rules = [...new Set(moved.map(({ rule }) => rule.id))]
    return [{ chip: entry.chip.id, before, after, rules, ownDates: before.stage !== after.stage }]
  })
}
