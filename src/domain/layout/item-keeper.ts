import { findingChanges } from '../model/changed-records'
import { EMPTY_DOCUMENT, type Document } from '../model/document'
import type { RecordId } from '../model/ids'
import { MANY_IN_A_PART, toTheEnd, type InParts } from '../model/in-parts'
import type { TapelineRecord } from '../model/record'
import {
  coveredBy,
  firstDayOf,
  isDrawn,
  lastDayOf,
  rangeBetween,
  readDates,
  type DayRange,
  type DrawnRecord,
} from './drawn-dates'
import { facetOf, itemOf, sameItem, takesFrom } from './item-of-record'
import { sortingByFirstDay, withChanges } from './item-order'
import { referencedBy } from './references'
import { Successions } from './successions'
import type { TimelineItem } from './timeline-item'

/** An item takes longer to make than a record to look at. */
const ITEMS_IN_A_PART = MANY_IN_A_PART / 32

/**
 * The items of a document that is edited. `items` gives what `timelineItems` would, but after an edit works out only
 * what may have become another: an item that is drawn as before stays the same object, and so does the list if all do.
 */
export class ItemKeeper {
  /** What was given last. */
  private given: { readonly document: Document; readonly items: readonly TimelineItem[] } = {
    document: EMPTY_DOCUMENT,
    items: [],
  }
  /** Whose items are sorted. */
  private done: Document = EMPTY_DOCUMENT
  private sorted: readonly TimelineItem[] = []
  /** Whose items are being made, or have been. */
  private document: Document = EMPTY_DOCUMENT
  private work: InParts<void> | null = null
  /** Where each drawn record has its item and its first and last day below. */
  private readonly slots = new Map<RecordId, number>()
  private itemAt: (TimelineItem | null)[] = []
  private firstDays: number[] = []
  private lastDays: number[] = []
  private readonly free: number[] = []
  private readonly references = new Map<RecordId, number>()
  private readonly successions = new Successions()
  private range: DayRange = rangeBetween(Infinity, -Infinity)

  /** The items, by first day and then id. */
  items(document: Document): readonly TimelineItem[] {
    return toTheEnd(this.making(document))
  }

  /**
   * The same, some thousand records at a time. Until that is done, those of the document before are given as ever.
   * What was begun before that for another document is done first, though nobody asks for it any more.
   */
  *making(document: Document): InParts<readonly TimelineItem[]> {
    if (document === this.given.document) return this.given.items
    while (this.done !== document) yield* (this.work ??= this.following(document))
    this.given = { document, items: this.sorted }
    return this.sorted
  }

  private *following(document: Document): InParts<void> {
    try {
      yield* this.bringingUpToDate(yield* this.findingStale(document))
      this.done = document
    } finally {
      this.work = null
    }
  }

  /** The records whose items may have become others. */
  private *findingStale(document: Document): InParts<ReadonlySet<RecordId>> {
    const { removed, added, replaced } = yield* findingChanges(this.document, document)
    this.document = document
    const stale = new Set<RecordId>()
    const facets = new Set<RecordId>()
    const change = (from: TapelineRecord | undefined, to: TapelineRecord | undefined): void => {
      const id = (to ?? from)?.id ?? ''
      this.count(from, -1, stale)
      this.count(to, 1, stale)
      if (facetOf(from) !== facetOf(to)) facets.add(id)
      stale.add(id)
      this.successions.change(from, to)
    }
    for (const record of removed) change(record, undefined)
    for (const { from, to } of replaced) change(from, to)
    for (const [at, record] of added.entries()) {
      change(undefined, record)
      if (at % MANY_IN_A_PART === 0) yield
    }
    for (const id of this.successions.follow()) stale.add(id)
    // What is new is worked out anyway.
    if (added.length < document.records.size) this.addTakers(facets, stale)
    return stale
  }

  /** The item of a record; undefined where it is not drawn. What is being made may be found before it is done. */
  find(record: RecordId): TimelineItem | undefined {
    const slot = this.slots.get(record)
    return slot === undefined ? undefined : (this.itemAt[slot] ?? undefined)
  }

  private count(record: TapelineRecord | undefined, by: 1 | -1, stale: Set<RecordId>): void {
    if (record === undefined) return
    for (const id of referencedBy(record)) {
      if (id === undefined) continue
      const count = (this.references.get(id) ?? 0) + by
      if (count === 0) this.references.delete(id)
      else this.references.set(id, count)
      stale.add(id)
    }
  }

  private addTakers(facets: ReadonlySet<RecordId>, stale: Set<RecordId>): void {
    if (facets.size === 0) return
    for (const record of this.document.records.values())
      if (isDrawn(record) && takesFrom(record, facets)) stale.add(record.id)
  }

  private *bringingUpToDate(stale: ReadonlySet<RecordId>): InParts<void> {
    const gone = new Set<TimelineItem>()
    const come = new Map<RecordId, TimelineItem>()
    const put = (slot: number, record: DrawnRecord, item: TimelineItem | null): void => {
      const known = this.itemAt[slot] ?? null
      if (known !== null && item !== null && sameItem(known, item)) return
      if (known !== null && come.get(record.id) !== known) gone.add(known)
      if (item === null) come.delete(record.id)
      else come.set(record.id, item)
      this.itemAt[slot] = item
    }
    let seen = 0
    for (const id of stale) {
      if (++seen % ITEMS_IN_A_PART === 0) yield
      const record = this.document.records.get(id)
      if (record === undefined || !isDrawn(record)) {
        const known = this.release(id)
        if (known !== null) gone.add(known)
        continue
      }
      const slot = this.slotFor(id)
      const dates = readDates(record)
      this.firstDays[slot] = firstDayOf(dates)
      this.lastDays[slot] = lastDayOf(dates)
      put(slot, record, this.make(record, dates))
    }
    if (this.followRange())
      for (const record of this.openRecords()) {
        put(this.slotFor(record.id), record, this.make(record, readDates(record)))
        if (++seen % ITEMS_IN_A_PART === 0) yield
      }
    if (gone.size === 0 && come.size === 0) return
    this.sorted =
      come.size > this.sorted.length / 4
        ? yield* sortingByFirstDay(this.itemAt.filter((item) => item !== null))
        : withChanges(this.sorted, gone, [...come.values()])
  }

  private make(record: DrawnRecord, dates: ReturnType<typeof readDates>): TimelineItem | null {
    const covered = coveredBy(record, dates, this.successions.of(record.id), this.range)
    return covered && itemOf(this.document, record, covered, this.references.get(record.id) ?? 0)
  }

  /** Whether the first or last day of all has become another. */
  private followRange(): boolean {
    const { origin, horizon } = this.range
    let [first, last] = [Infinity, -Infinity]
    for (const day of this.firstDays) if (day < first) first = day
    for (const day of this.lastDays) if (day > last) last = day
    this.range = rangeBetween(first, last)
    return this.range.origin !== origin || this.range.horizon !== horizon
  }

  private openRecords(): DrawnRecord[] {
    return this.itemAt.flatMap((item) => {
      const record = item !== null && isOpen(item) ? this.document.records.get(item.record) : undefined
      return record !== undefined && isDrawn(record) ? [record] : []
    })
  }

  private slotFor(id: RecordId): number {
    const known = this.slots.get(id)
    if (known !== undefined) return known
    const slot = this.free.pop() ?? this.itemAt.length
    this.slots.set(id, slot)
    this.itemAt[slot] = null
    return slot
  }

  private release(id: RecordId): TimelineItem | null {
    const slot = this.slots.get(id)
    if (slot === undefined) return null
    const item = this.itemAt[slot] ?? null
    this.slots.delete(id)
    this.free.push(slot)
    this.itemAt[slot] = null
    this.firstDays[slot] = Infinity
    this.lastDays[slot] = -Infinity
    return item
  }
}

const isOpen = ({ extent }: TimelineItem): boolean => extent.openStart || extent.openEnd
