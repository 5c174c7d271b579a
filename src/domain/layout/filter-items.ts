import type { Filters } from '../model/view'
import { FilterPlaces } from './filter-places'
import type { InParts } from '../model/in-parts'
import type { TimelineItem } from './timeline-item'

function meets<T>(wanted: readonly T[], has: readonly T[]): boolean {
  if (wanted.length === 0) return true
  // Of 100,000 items each is asked: an iterator for each would take longer than the answers.
  for (let at = 0; at < has.length; at += 1) {
    const value = has[at]
    if (value !== undefined && wanted.includes(value)) return true
  }
  return false
}

const meetsOne = <T>(wanted: readonly T[], has: T): boolean => wanted.length === 0 || wanted.includes(has)

/** Whether an item passes: within one list any value will do, and every list must be met. */
export function passesFilters(item: TimelineItem, filters: Filters): boolean {
  return (
    meetsOne(filters.kinds, item.kind) &&
    meetsOne(filters.confidences, item.confidence) &&
    meets(filters.vendors, item.vendors) &&
    meets(filters.jurisdictions, item.jurisdictions)
  )
}

/** Whether anything is filtered out at all. */
export const isFiltering = ({ kinds, vendors, jurisdictions, confidences }: Filters): boolean =>
  kinds.length + vendors.length + jurisdictions.length + confidences.length > 0

const places = new WeakMap<readonly TimelineItem[], FilterPlaces>()

/** Makes a list ready for filters that are to come, in parts. */
export function* preparingFilters(items: readonly TimelineItem[]): InParts<void> {
  if (!places.has(items)) places.set(items, yield* FilterPlaces.making(items))
}

/** The items that pass, in their order. Empty filters let everything through, as the same list. */
export function filterItems(items: readonly TimelineItem[], filters: Filters): readonly TimelineItem[] {
  if (!isFiltering(filters)) return items
  return places.get(items)?.passing(filters) ?? items.filter((item) => passesFilters(item, filters))
}
