import { byImportance } from '../pack-lane'
import type { ItemKind } from '../../model/view'
import { addKind } from '../kind-counts'
import type { TimelineItem } from '../timeline-item'
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
  private tallies: readonly KindTally[] | null = null
  private ranks: RankTree | null = null

  /** `given`: by first possible day, then id; kept to see whether another lane has the same. */
  constructor(
    readonly number: number,
    readonly given: readonly TimelineItem[],
  ) {
    this.longestDays = 2 ** number
    this.items = byBegin(given)
    this.begins = Float64Array.from(this.items, beginOf)
  }

  /** Adds how many of each kind begin from `from` to before `to`. */
  addBeginning(counts: Map<ItemKind, number>, from: number, to: number): void {
    for (const { kind, begins } of this.byKind()) addCount(counts, kind, countBetween(begins, from, to))
  }

  /** Adds how many of each kind reach into the stretch. */
  addMeeting(counts: Map<ItemKind, number>, from: number, to: number): void {
    for (const { kind, begins, sortedEnds } of this.byKind())
      addCount(counts, kind, firstAtLeast(begins, to) - firstAbove(sortedEnds, from))
  }

  /** Those that begin from `from` to before `to`, the most important first. */
  *bestBeginning(from: number, to: number): Generator<TimelineItem, void> {
    const [low, high] = [firstAtLeast(this.begins, from), firstAtLeast(this.begins, to)]
    if (low >= high) return
    this.ranks ??= new RankTree(ranksOf(this.items, this.items === this.given))
    for (const place of this.ranks.bestFirst(low, high)) {
      const item = this.items[place]
      if (item !== undefined) yield item
    }
  }

  /** The same in the order of their first day. */
  beginning(from: number, to: number): readonly TimelineItem[] {
    return this.items.slice(firstAtLeast(this.begins, from), firstAtLeast(this.begins, to))
  }

  private byKind(): readonly KindTally[] {
    if (this.tallies !== null) return this.tallies
    const lists = new Map<ItemKind, TimelineItem[]>()
    for (const item of this.items) {
      const list = lists.get(item.kind)
      if (list === undefined) lists.set(item.kind, [item])
      else list.push(item)
    }
    this.tallies = Array.from(lists, ([kind, list]) => ({
      kind,
      begins: Float64Array.from(list, beginOf),
      sortedEnds: Float64Array.from(list, endOf).sort(),
    }))
    return this.tallies
  }
}

/** The days of those of one kind. */
interface KindTally {
  readonly kind: ItemKind
  readonly begins: Float64Array
  readonly sortedEnds: Float64Array
}

function addCount(counts: Map<ItemKind, number>, kind: ItemKind, count: number): void {
  if (count > 0) addKind(counts, kind, count)
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
  for (const [place, { importance }] of items.entries()) {
    const rank = next.get(importance) ?? 0
    ranks[place] = rank
    next.set(importance, rank + 1)
  }
  return ranks
}

const countBetween = (sorted: Float64Array, from: number, to: number): number =>
  firstAtLeast(sorted, to) - firstAtLeast(sorted, from)

/** The first place of a sorted array that holds at least this much. */
const firstAtLeast = (sorted: Float64Array, value: number): number => bisect(sorted, (held) => held >= value)
/** The first place of a sorted array that holds more than this. */
const firstAbove = (sorted: Float64Array, value: number): number => bisect(sorted, (held) => held > value)

function bisect(sorted: Float64Array, isPast: (held: number) => boolean): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (isPast(sorted[middle] ?? Infinity)) high = middle
    else low = middle + 1
  }
  return low
}
