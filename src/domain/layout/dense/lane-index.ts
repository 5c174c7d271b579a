import type { InParts } from '../../model/in-parts'
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
  /** The whole stretch of time that has anything in it. */
  readonly firstDay: number
  readonly lastDay: number
  private readonly octaveAt: (Octave | undefined)[] = []
  private byRecord: ReadonlyMap<string, TimelineItem> | null = null
  private readonly sought = new Map<string, TimelineItem | undefined>()

  /** `before`: of the lane as it was. What it has worked out for octaves that are the same is taken over. */
  constructor(items: readonly TimelineItem[], before: LaneIndex | null = null) {
    const lists: TimelineItem[][] = []
    let [firstDay, lastDay] = [Infinity, -Infinity]
    for (const item of inOrder(items)) {
      const [begin, end] = [beginOf(item), endOf(item)]
      if (begin < firstDay) firstDay = begin
      if (end > lastDay) lastDay = end
      const number = octaveOf(end - begin)
      const list = lists[number]
      if (list === undefined) lists[number] = [item]
      else list.push(item)
    }
    lists.forEach((list, number) => {
      const known = before?.octaveAt[number]
      this.octaveAt[number] = known !== undefined && sameObjects(known.given, list) ? known : new Octave(number, list)
    })
    this.octaves = this.octaveAt.filter((octave) => octave !== undefined)
    this.firstDay = firstDay
    this.lastDay = lastDay
  }

  /** Works out in parts what would otherwise be worked out when it is first asked. */
  *preparing(): InParts<void> {
    for (const octave of this.octaves) {
      octave.prepare()
      yield
    }
  }

  find(record: string): TimelineItem | undefined {
    if (this.byRecord === null && this.sought.has(record)) return this.sought.get(record)
    if (this.byRecord === null && this.sought.size < MOST_BY_LOOKING) {
      const found = this.look(record)
      this.sought.set(record, found)
      return found
    }
    return this.allByRecord().get(record)
  }

  /** Works out what `find` needs for more than a few records. */
  prepareFinding(): void {
    this.allByRecord()
  }

  private allByRecord(): ReadonlyMap<string, TimelineItem> {
    if (this.byRecord !== null) return this.byRecord
    const byRecord = new Map<string, TimelineItem>()
    for (const { items } of this.octaves) for (const item of items) byRecord.set(item.record, item)
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
