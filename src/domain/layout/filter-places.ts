import type { Filters } from '../model/view'
import type { InParts } from '../model/in-parts'
import type { TimelineItem } from './timeline-item'

type Items = readonly TimelineItem[]
type Places = Map<string, number[]>

const ITEMS_IN_A_PART = 4096

/**
 * Where in a list the items with each value stand. Of 100,000 items a filter then looks at those that have what it
 * asks for, and not at what each of them has.
 */
export class FilterPlaces {
  private readonly kinds: Places = new Map<string, number[]>()
  private readonly confidences: Places = new Map<string, number[]>()
  private readonly vendors: Places = new Map<string, number[]>()
  private readonly jurisdictions: Places = new Map<string, number[]>()

  private constructor(private readonly items: Items) {}

  static *making(items: Items): InParts<FilterPlaces> {
    const made = new FilterPlaces(items)
    for (let at = 0; at < items.length; at += 1) {
      if (at % ITEMS_IN_A_PART === 0) yield
      const item = items[at]
      if (item !== undefined) made.add(item, at)
    }
    return made
  }

  /** The items that have one value at least of every list that is not empty, in their order. */
  passing(filters: Filters): TimelineItem[] {
    const marks = new Uint8Array(this.items.length)
    let [mark, all] = [1, 0]
    for (const field of ['kinds', 'confidences', 'vendors', 'jurisdictions'] as const) {
      if (filters[field].length === 0) continue
      for (const value of filters[field])
        for (const place of this[field].get(value) ?? []) marks[place] = (marks[place] ?? 0) | mark
      all |= mark
      mark <<= 1
    }
    const found: TimelineItem[] = []
    for (let at = 0; at < marks.length; at += 1) {
      const item = marks[at] === all ? this.items[at] : undefined
      if (item !== undefined) found.push(item)
    }
    return found
  }

  private add({ kind, confidence, vendors, jurisdictions }: TimelineItem, at: number): void {
    addTo(this.kinds, kind, at)
    addTo(this.confidences, confidence, at)
    for (const vendor of vendors) addTo(this.vendors, vendor, at)
    for (const jurisdiction of jurisdictions) addTo(this.jurisdictions, jurisdiction, at)
  }
}

function addTo(places: Places, value: string, at: number): void {
  const known = places.get(value)
  if (known === undefined) places.set(value, [at])
  else known.push(at)
}
