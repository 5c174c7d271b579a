import type { Confidence } from '../model/evidence'
import type { RecordId } from '../model/ids'
import type { Jurisdiction } from '../model/jurisdiction'
import type { ItemKind } from '../model/view'
import { byFirstDay } from './item-order'
import type { TimelineItem } from './timeline-item'

/** The values one can filter by, each with the number of items that have it. */
export interface FilterChoices {
  readonly kinds: ReadonlyMap<ItemKind, number>
  readonly vendors: ReadonlyMap<RecordId, number>
  readonly jurisdictions: ReadonlyMap<Jurisdiction, number>
  readonly confidences: ReadonlyMap<Confidence, number>
}

class Counts<K> {
  private readonly counts = new Map<K, number>()

  add(key: K, by: 1 | -1): void {
    const count = (this.counts.get(key) ?? 0) + by
    if (count === 0) this.counts.delete(key)
    else this.counts.set(key, count)
  }

  copy(): ReadonlyMap<K, number> {
    return new Map(this.counts)
  }
}

/** Counts the values of items through edits: only the items that came or went are counted anew. */
export class ChoiceKeeper {
  private items: readonly TimelineItem[] = []
  private readonly kinds = new Counts<ItemKind>()
  private readonly vendors = new Counts<RecordId>()
  private readonly jurisdictions = new Counts<Jurisdiction>()
  private readonly confidences = new Counts<Confidence>()

  /** `items`: by first possible day, then id. */
  choices(items: readonly TimelineItem[]): FilterChoices {
    eachChange(this.items, items, (item, by) => {
      this.count(item, by)
    })
    this.items = items
    return {
      kinds: this.kinds.copy(),
      vendors: this.vendors.copy(),
      jurisdictions: this.jurisdictions.copy(),
      confidences: this.confidences.copy(),
    }
  }

  private count(item: TimelineItem, by: 1 | -1): void {
    this.kinds.add(item.kind, by)
    this.confidences.add(item.confidence, by)
    for (const vendor of item.vendors) this.vendors.add(vendor, by)
    for (const jurisdiction of item.jurisdictions) this.jurisdictions.add(jurisdiction, by)
  }
}

/** Counts the items of a list. */
export function filterChoices(items: readonly TimelineItem[]): FilterChoices {
  return new ChoiceKeeper().choices(items)
}

/** Tells of each item that is in one of two sorted lists alone: 1 where it came, -1 where it went. */
function eachChange(
  before: readonly TimelineItem[],
  after: readonly TimelineItem[],
  changed: (item: TimelineItem, by: 1 | -1) => void,
): void {
  if (before === after) return
  let [from, to] = [0, 0]
  for (;;) {
    const [gone, come] = [before[from], after[to]]
    if (gone === undefined && come === undefined) return
    if (gone === come) {
      from += 1
      to += 1
    } else if (come === undefined || (gone !== undefined && byFirstDay(gone, come) <= 0)) {
      if (gone !== undefined) changed(gone, -1)
      from += 1
    } else {
      changed(come, 1)
      to += 1
    }
  }
}
