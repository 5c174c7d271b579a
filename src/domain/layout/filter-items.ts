import type { Confidence } from '../model/evidence'
import type { RecordId } from '../model/ids'
import type { Jurisdiction } from '../model/jurisdiction'
import type { Filters, ItemKind } from '../model/view'
import type { TimelineItem } from './timeline-item'

const meets = <T>(wanted: readonly T[], has: readonly T[]): boolean =>
  wanted.length === 0 || has.some((value) => wanted.includes(value))

/** Whether an item passes: within one list any value will do, and every list must be met. */
export function passesFilters(item: TimelineItem, filters: Filters): boolean {
  return (
    meets(filters.kinds, [item.kind]) &&
    meets(filters.vendors, item.vendors) &&
    meets(filters.jurisdictions, item.jurisdictions) &&
    meets(filters.confidences, [item.confidence])
  )
}

/** The items that pass, in their order. Empty filters let everything through. */
export function filterItems(items: readonly TimelineItem[], filters: Filters): TimelineItem[] {
  return items.filter((item) => passesFilters(item, filters))
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
