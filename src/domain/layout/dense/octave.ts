import type { InParts } from '../../model/in-parts'
import { byImportance } from '../pack-lane'
import type { TimelineItem } from '../timeline-item'
import { kindNumber, type KindTally } from './kind-tally'
import { RankTree } from './rank-tree'

export const beginOf = ({ extent }: TimelineItem): number => extent.leadFrom ?? extent.earliest
export const endOf = ({ extent }: TimelineItem): number => extent.latest

/** Which octave a length in days belongs to: 0 up to a day, 1 up to 2, 2 up to 4 … */
export function octaveOf(days: number): number {
  if (days <= 1) return 0
  if (days < 2 ** 30 && Number.isInteger(days)) return 32 - Math.clz32(days - 1)
  return Math.max(Math.ceil(Math.log2(days) - 1e-9), 0)
}

/**
 * The items of a lane whose lengths lie within one doubling, by their first day. So those that reach into a
 * stretch of time begin at most one known length before it, and are found by bisection. What it needs for
 * an answer it works out when it is first asked.
 */
export class Octave {
  /** By the day they begin. */
  readonly items: readonly TimelineItem[]
  /** No item here is longer, in days. */
  readonly longestDays: number
  private readonly begins: Float64Array
  private ends: Float64Array | null = null
  private kinds: Uint8Array | null = null
  private ranks: RankTree | null = null

  /** `given`: by first possible day, then id; kept to see whether another lane has the same. */
  constructor(
    readonly number: number,
    readonly given: readonly TimelineItem[],
  ) {
    this.longestDays = 2 ** number
    this.items = byBegin(given)
    this.begins = numbersOf(this.items, beginOf)
  }

  /** Works out in parts all that an answer needs. */
  *preparing(): InParts<void> {
    this.ranksOfAll()
    yield
    this.kindsOfAll()
    yield
    this.endsOfAll()
    yield
  }

  /** Counts by kind those that begin from `from` to before `to`. */
  countBeginning(tally: KindTally, from: number, to: number): void {
    const kinds = this.kindsOfAll()
    const end = firstAtLeast(this.begins, to)
    for (let place = firstAtLeast(this.begins, from); place < end; place += 1) tally.count(kinds[place] ?? 0)
  }

  /** Counts by kind those that reach into the stretch: begin before its end and end after its beginning. */
  countMeeting(tally: KindTally, from: number, to: number): void {
    const [kinds, ends] = [this.kindsOfAll(), this.endsOfAll()]
    const end = firstAtLeast(this.begins, to)
    for (let place = firstAtLeast(this.begins, from - this.longestDays); place < end; place += 1)
      if ((ends[place] ?? 0) > from) tally.count(kinds[place] ?? 0)
  }

  /** Those that begin from `from` to before `to`, the most important first. */
  *bestBeginning(from: number, to: number): Generator<TimelineItem, void> {
    const [low, high] = [firstAtLeast(this.begins, from), firstAtLeast(this.begins, to)]
    if (low >= high) return
    for (const place of this.ranksOfAll().bestFirst(low, high)) {
      const item = this.items[place]
      if (item !== undefined) yield item
    }
  }

  /** The same in the order of their first day. */
  beginning(from: number, to: number): readonly TimelineItem[] {
    return this.items.slice(firstAtLeast(this.begins, from), firstAtLeast(this.begins, to))
  }

  private ranksOfAll(): RankTree {
    return (this.ranks ??= new RankTree(ranksOf(this.items, this.items === this.given)))
  }

  private kindsOfAll(): Uint8Array {
    return (this.kinds ??= Uint8Array.from(numbersOf(this.items, ({ kind }) => kindNumber(kind))))
  }

  private endsOfAll(): Float64Array {
    return (this.ends ??= numbersOf(this.items, endOf))
  }
}

/** `Float64Array.from` takes four times as long: it asks an iterator for each. */
function numbersOf(items: readonly TimelineItem[], numberOf: (item: TimelineItem) => number): Float64Array {
  const numbers = new Float64Array(items.length)
  for (let place = 0; place < items.length; place += 1) {
    const item = items[place]
    if (item !== undefined) numbers[place] = numberOf(item)
  }
  return numbers
}

/** The same list where nothing has a lead: what is first possible is then where it begins. */
function byBegin(items: readonly TimelineItem[]): readonly TimelineItem[] {
  let before = -Infinity
  for (const item of items) {
    const begin = beginOf(item)
    if (begin < before) return items.toSorted((a, b) => beginOf(a) - beginOf(b))
    before = begin
  }
  return items
}

/** The place of each item in the order of importance. `tiesInOrder`: equal ones already stand as they are to come. */
function ranksOf(items: readonly TimelineItem[], tiesInOrder: boolean): Uint32Array {
  const ranks = new Uint32Array(items.length)
  if (!tiesInOrder) {
    const compare = byImportance
    const places = items.map((item, place) => ({ item, place })).sort((a, b) => compare(a.item, b.item))
    for (const [rank, { place }] of places.entries()) ranks[place] = rank
    return ranks
  }
  // There are few degrees of importance: to count them is faster than to compare items.
  const next = new Map<number, number>()
  for (const { importance } of items) next.set(importance, (next.get(importance) ?? 0) + 1)
  let from = 0
  for (const [importance, count] of [...next].sort(([a], [b]) => b - a)) {
    next.set(importance, from)
    from += count
  }
  let place = 0
  for (const { importance } of items) {
    const rank = next.get(importance) ?? 0
    ranks[place++] = rank
    next.set(importance, rank + 1)
  }
  return ranks
}

/** The first place of a sorted array that holds at least this much. */
function firstAtLeast(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? Infinity) >= value) high = middle
    else low = middle + 1
  }
  return low
}
