import type { RecordId } from '../model/ids'
import type { DayNumber } from '../time/day-number'
import type { Dated } from './dated'

/** Something that stands in a lane on a date. */
export interface LaneEvent {
  readonly lane: string
  readonly record: RecordId
  /** Which of the record's dates it is: `announced`. */
  readonly field: string
  readonly date: Dated
}

/** A lane's latest event on a day, and how many days ago it certainly had happened. */
export interface LatestEvent {
  readonly record: RecordId
  readonly field: string
  readonly daysAgo: number
}

/** Prepares the question which event of each lane was the latest on a day. An event counts from the last day it can mean. */
export function latestEvents(events: readonly LaneEvent[]): (day: DayNumber) => Map<string, LatestEvent> {
  const lanes = new Map<string, LaneEvent[]>()
  for (const event of [...events].sort((a, b) => a.date.last - b.date.last)) {
    const lane = lanes.get(event.lane)
    if (lane === undefined) lanes.set(event.lane, [event])
    else lane.push(event)
  }
  return (day) => {
    const latest = new Map<string, LatestEvent>()
    for (const [lane, list] of lanes) {
      const found = list[countUpTo(list, day) - 1]
      if (found !== undefined)
        latest.set(lane, { record: found.record, field: found.field, daysAgo: day - found.date.last })
    }
    return latest
  }
}

/** How many of the sorted events had happened by a day, by halving. */
function countUpTo(list: readonly LaneEvent[], day: DayNumber): number {
  let [low, high] = [0, list.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.date.last ?? Infinity) <= day) low = middle + 1
    else high = middle
  }
  return low
}
