import { MANY_IN_A_PART, toTheEnd, type InParts } from '../../model/in-parts'
import { byFirstDay } from '../item-order'
import { byImportance } from '../pack-lane'
import { sameObjects } from '../same-objects'
import type { TimelineItem } from '../timeline-item'
import { beginOf, endOf, Octave, octaveOf } from './octave'

const compare = byImportance
/** So few are sought by looking at each item, as what is pinned is; for more, items are kept by record. */
const MOST_BY_LOOKING = 8

/**
 * All items of one lane, ready to be asked for those of a stretch of time: by octaves of their length, each
 * by first day. An item of a known length that reaches into a stretch begins within that length before it.
 */
export class LaneIndex {
  readonly octaves: readonly Octave[]
  private byRecord: ReadonlyMap<string, TimelineItem> | null = null
  private readonly sought = new Map<string, TimelineItem | undefined>()

  private constructor(
    private readonly octaveAt: readonly (Octave | undefined)[],
    /** The whole stretch of time that has anything in it. */
    readonly firstDay: number,
    readonly lastDay: number,
  ) {
    this.octaves = octaveAt.filter((octave) => octave !== undefined)
  }

  /** `before`: of the lane as it was. What it has worked out for octaves that are the same is taken over. */
  static of(items: readonly TimelineItem[], before: LaneIndex | null = null): LaneIndex {
    return toTheEnd(LaneIndex.making(items, before))
  }

  /** The same, some thousand items at a time. */
  static *making(items: readonly TimelineItem[], before: LaneIndex | null = null): InParts<LaneIndex> {
    const lists: TimelineItem[][] = []
    let [firstDay, lastDay, seen] = [Infinity, -Infinity, 0]
    for (const item of inOrder(items)) {
      if (++seen % MANY_IN_A_PART === 0) yield
      const [begin, end] = [beginOf(item), endOf(item)]
      if (begin < firstDay) firstDay = begin
      if (end > lastDay) lastDay = end
      const number = octaveOf(end - begin)
      const list = lists[number]
      if (list === undefined) lists[number] = [item]
      else list.push(item)
    }
    const octaveAt: Octave[] = []
    // Not all lengths are there: the list has holes, which stay.
    for (const [number, list] of Object.entries(lists)) {
      yield
      const at = Number(number)
      const known = before?.octaveAt[at]
      octaveAt[at] = known !== undefined && sameObjects(known.given, list) ? known : new Octave(at, list)
    }
    return new LaneIndex(octaveAt, firstDay, lastDay)
  }

  /** Works out in parts what would otherwise be worked out when it is first asked. */
  *preparing(): InParts<void> {
    for (const octave of this.octaves) yield* octave.preparing()
  }

  find(record: string): TimelineItem | undefined {
    if (this.byRecord === null && this.sought.has(record)) return this.sought.get(record)
    if (this.byRecord === null && this.sought.size < MOST_BY_LOOKING) {
      const found = this.look(record)
      this.sought.set(record, found)
      return found
    }
    return toTheEnd(this.preparingFind()).get(record)
  }

  /** Works out in parts what `find` needs for more than a few records. */
  *preparingFind(): InParts<ReadonlyMap<string, TimelineItem>> {
    if (this.byRecord !== null) return this.byRecord
    const byRecord = new Map<string, TimelineItem>()
    for (const { items } of this.octaves)
      for (const item of items) {
        byRecord.set(item.record, item)
        if (byRecord.size % MANY_IN_A_PART === 0) yield
      }
    this.byRecord = byRecord
    return byRecord
  }

  private look(record: string): TimelineItem | undefined {
    for (const { items } of this.octaves) for (const item of items) if (item.record === record) return item
    return undefined
  }

  /** Throws for an item of another lane. */
  octaveOf(item: TimelineItem): Octave {
    const octave = this.octaveAt[octaveOf(endOf(item) - beginOf(item))]
    if (octave === undefined) throw new Error(`${item.record} is not in this lane`)
    return octave
  }

  /** Items that begin from `from` to before `to`, the most important first, over the octaves that pass. */
  *bestBeginning(
    from: (octave: Octave) => number,
    to: number,
    passes: (octave: Octave) => boolean,
  ): Generator<TimelineItem, void> {
    const heads: { item: TimelineItem; readonly rest: Generator<TimelineItem, void> }[] = []
    for (const octave of this.octaves) {
      if (!passes(octave)) continue
      const rest = octave.bestBeginning(from(octave), to)
      const item = rest.next().value
      if (item !== undefined) heads.push({ item, rest })
    }
    for (;;) {
      // There are a dozen octaves at most: looking at all of them is as fast as keeping them in order.
      let best = heads[0]
      for (const head of heads) if (best === undefined || compare(head.item, best.item) < 0) best = head
      if (best === undefined) return
      yield best.item
      const next = best.rest.next().value
      if (next === undefined) heads.splice(heads.indexOf(best), 1)
      else best.item = next
    }
  }
}

/** By first possible day, then id, as lanes have them; sorted where one does not. */
function inOrder(items: readonly TimelineItem[]): readonly TimelineItem[] {
  let before: TimelineItem | undefined
  for (const item of items) {
    if (before !== undefined && byFirstDay(before, item) > 0) return items.toSorted(byFirstDay)
    before = item
  }
  return items
}
