import { MANY_IN_A_PART, toTheEnd, type InParts } from '../model/in-parts'
import type { TimelineItem } from './timeline-item'

/** By first possible day, then id: the order of all lists of items. */
export const byFirstDay = (a: TimelineItem, b: TimelineItem): number =>
  a.extent.earliest - b.extent.earliest || (a.record < b.record ? -1 : a.record > b.record ? 1 : 0)

/** The items in that order. */
export const sortedByFirstDay = (items: readonly TimelineItem[]): TimelineItem[] => toTheEnd(sortingByFirstDay(items))

/** The same in parts. Days are sorted as numbers, which for 100,000 is ten times as fast as comparing items. */
export function* sortingByFirstDay(items: readonly TimelineItem[]): InParts<TimelineItem[]> {
  const count = items.length
  let [first, last, whole] = [Infinity, -Infinity, true]
  for (const { extent } of items) {
    first = Math.min(first, extent.earliest)
    last = Math.max(last, extent.earliest)
    whole &&= Number.isInteger(extent.earliest)
  }
  // A day and a place are one number only while it is exact.
  if (!whole || (last - first + 1) * count > Number.MAX_SAFE_INTEGER) return items.toSorted(byFirstDay)
  yield
  const keys = new Float64Array(count)
  for (const [place, { extent }] of items.entries()) keys[place] = (extent.earliest - first) * count + place
  yield
  keys.sort()
  const sorted: TimelineItem[] = []
  for (const key of keys) {
    if (sorted.length % MANY_IN_A_PART === 0) yield
    sorted.push(items[key % count] as TimelineItem)
  }
  yield* sortingWithinDays(sorted)
  return sorted
}

function* sortingWithinDays(sorted: TimelineItem[]): InParts<void> {
  let paused = 0
  for (let from = 0; from < sorted.length;) {
    const day = sorted[from]?.extent.earliest
    let to = from + 1
    while (sorted[to]?.extent.earliest === day && to < sorted.length) to += 1
    if (to - from > 1) {
      const ofDay = sorted.slice(from, to).sort((a, b) => (a.record < b.record ? -1 : 1))
      for (const [at, item] of ofDay.entries()) sorted[from + at] = item
    }
    from = to
    if (from - paused < MANY_IN_A_PART) continue
    yield
    paused = from
  }
}

/** A sorted list without some of its items and with others at their places. */
export function withChanges(
  sorted: readonly TimelineItem[],
  removed: ReadonlySet<TimelineItem>,
  added: readonly TimelineItem[],
): TimelineItem[] {
  const come = added.toSorted(byFirstDay)
  const merged: TimelineItem[] = []
  let next = 0
  for (const item of sorted) {
    if (removed.has(item)) continue
    for (let one = come[next]; one !== undefined && byFirstDay(one, item) < 0; one = come[++next]) merged.push(one)
    merged.push(item)
  }
  for (; next < come.length; next += 1) merged.push(come[next] as TimelineItem)
  return merged
}
