import type { DayNumber } from '../time/day-number'
import { concernsOf, type ChipEntry, type Concern, type ControlsIndex } from './controls-index'
import { turnsOf } from './dated'
import { statusOn, type Status } from './status'

/** A stretch of days on which the status of a chip at a destination is the same: `from` to the day before `to`. */
export interface Segment {
  readonly from: DayNumber
  readonly to: DayNumber
  readonly status: Status
}

/**
 * Segments are asked for again and again while a cursor is dragged. A list of concerns is of one chip, as it is, at one
 * place; so they go when no index has that list any more.
 */
const KNOWN = new WeakMap<readonly Concern[], readonly Segment[]>()

/**
 * The status of a chip at a destination along all time, from -Infinity to Infinity without gaps. It changes only on
 * dates of the chip and of rules that can concern it; neighbours always differ.
 */
export function segmentsOf(index: ControlsIndex, entry: ChipEntry, destination: string): readonly Segment[] {
  const concerns = concernsOf(index, entry, destination)
  const segments = KNOWN.get(concerns) ?? segmentsAnew(index, entry, destination)
  KNOWN.set(concerns, segments)
  return segments
}

function segmentsAnew(index: ControlsIndex, entry: ChipEntry, destination: string): Segment[] {
  const segments: Segment[] = []
  for (const from of [-Infinity, ...changeDays(index, entry, destination)]) {
    const status = statusOn(index, entry, destination, from)
    const before = segments.at(-1)
    if (before !== undefined && sameStatus(before.status, status)) continue
    if (before !== undefined) segments[segments.length - 1] = { ...before, to: from }
    segments.push({ from, to: Infinity, status })
  }
  return segments
}

/** The finite days on which the status of a chip can change, ascending, each once. */
export function changeDays(index: ControlsIndex, entry: ChipEntry, destination: string): DayNumber[] {
  const ofRules = concernsOf(index, entry, destination).flatMap(({ provision }) => provision.entry.turns)
  const ofChip = [entry.announced, entry.available, entry.withdrawn].flatMap(turnsOf)
  return [...new Set([...ofRules, ...ofChip])].filter(Number.isFinite).sort((a, b) => a - b)
}

/** The segment that holds a day, by halving. */
export function segmentOn(segments: readonly Segment[], day: DayNumber): Segment {
  let [low, high] = [0, segments.length - 1]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((segments[middle]?.from ?? Infinity) <= day) low = middle
    else high = middle - 1
  }
  const found = segments[low]
  if (found === undefined) throw new Error('a chip without segments')
  return found
}

/** Whether two statuses say the same, paragraph by paragraph. Of a chip that is not there rules say nothing. */
export function sameStatus(a: Status, b: Status): boolean {
  return signature(a) === signature(b) && (isAbsent(a) || idsOf(a.pending) === idsOf(b.pending))
}

/** Whether two statuses come to the same for a shipment: as {@link sameStatus}, but what is only announced is no effect. */
export function sameEffect(a: Status, b: Status): boolean {
  return signature(a) === signature(b)
}

const isAbsent = ({ stage }: Status): boolean => stage === 'not-announced' || stage === 'withdrawn'
const idsOf = (list: Status['pending']): string => list.map(({ provision }) => provision.id).join(',')

function signature(status: Status): string {
  const { stage, outcome, possible, gates, forSome, charges } = status
  if (isAbsent(status)) return stage
  const steps = [possible, gates.export.possible, gates.import.possible].map((each) => each.join(','))
  return [stage, outcome, ...steps, idsOf(forSome), idsOf(charges)].join('|')
}
