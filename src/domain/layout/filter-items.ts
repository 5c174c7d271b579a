import type { Confidence } from '../model/evidence'
import type { RecordId } from '../model/ids'
import type { Jurisdiction } from '../model/jurisdiction'
import type { Filters, ItemKind } from '../model/view'
import type { TimelineItem } from './timeline-item'

const meets = <T>(wanted: readonly T[], has: readonly T[]): boolean =>
  wanted.length === 0 || has.some((value) => wanted.includes(value))

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

/** The items that pass, in their order. Empty filters let everything through, as the same list. */
export function filterItems(items: readonly TimelineItem[], filters: Filters): readonly TimelineItem[] {
  return isFiltering(filters) ? items.filter((item) => passesFilters(item, filters)) : items
}

/** The values one can filter by, each with the number of items that have it. */
export interface FilterChoices {
  readonly kinds: ReadonlyMap<ItemKind, number>
  readonly vendors: ReadonlyMap<RecordId, number>
  readonly jurisdictions: ReadonlyMap<Jurisdiction, number>
  readonly confidences: ReadonlyMap<Confidence, number>
}

export function filterChoices(items: readonly TimelineItem[]): FilterChoices {
  const kinds = new Map<ItemKind, number>()
  const vendors = new Map<RecordId, number>()
  const jurisdictions = new Map<Jurisdiction, number>()
  const confidences = new Map<Confidence, number>()
  const count = <K>(map: Map<K, number>, key: K): unknown => map.set(key, (map.get(key) ?? 0) + 1)
  for (const item of items) {
    count(kinds, item.kind)
    count(confidences, item.confidence)
    for (const vendor of item.vendors) count(vendors, vendor)
    for (const jurisdiction of item.jurisdictions) count(jurisdictions, jurisdiction)
  }
  return { kinds, vendors, jurisdictions, confidences }
}
