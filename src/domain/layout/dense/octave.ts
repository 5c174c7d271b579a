import type { TimelineItem } from '../timeline-item'
import { RankTree } from './rank-tree'

export const beginOf = ({ extent }: TimelineItem): number => extent.leadFrom ?? extent.earliest
export const endOf = ({ extent }: TimelineItem): number => extent.latest

/** Which octave a length in days belongs to: 0 up to a day, 1 up to 2, 2 up to 4 … */
export const octaveOf = (days: number): number => Math.max(Math.ceil(Math.log2(Math.max(days, 1)) - 1e-9), 0)

/** An item with its place in the order of importance: the lower is drawn first. */
export interface Ranked {
  readonly item: TimelineItem
  readonly rank: number
}

/**
 * The items of a lane whose lengths lie within one doubling, by their first day. So those that reach into a
 * stretch of time begin at most one known length before it, and are found by bisection.
 */
export class Octave {
  readonly items: readonly TimelineItem[]
  /** No item here is longer, in days. */
  readonly longestDays: number
  private readonly begins: Float64Array
  private readonly sortedEnds: Float64Array
  private readonly sorted: readonly Ranked[]
  private readonly ranks: RankTree

  constructor(
    readonly number: number,
    ranked: readonly Ranked[],
  ) {
    const sorted = ranked.toSorted((a, b) => beginOf(a.item) - beginOf(b.item) || a.rank - b.rank)
    this.sorted = sorted
    this.items = sorted.map(({ item }) => item)
    this.longestDays = 2 ** number
    this.begins = Float64Array.from(this.items, beginOf)
    this.sortedEnds = Float64Array.from(this.items, endOf).sort()
    this.ranks = new RankTree(Uint32Array.from(sorted, ({ rank }) => rank))
  }

  /** How many begin from `from` to before `to`. */
  countBeginning(from: number, to: number): number {
    return firstAtLeast(this.begins, to) - firstAtLeast(this.begins, from)
  }

  /** How many reach into the stretch: begin before its end and end after its beginning. */
  countMeeting(from: number, to: number): number {
    return firstAtLeast(this.begins, to) - firstAbove(this.sortedEnds, from)
  }

  /** Those that begin from `from` to before `to`, the most important first. */
  *bestBeginning(from: number, to: number): Generator<Ranked, void> {
    const [low, high] = [firstAtLeast(this.begins, from), firstAtLeast(this.begins, to)]
    if (low >= high) return
    for (const place of this.ranks.bestFirst(low, high)) {
      const ranked = this.sorted[place]
      if (ranked !== undefined) yield ranked
    }
  }

  /** The same in the order of their first day. */
  beginning(from: number, to: number): readonly TimelineItem[] {
    return this.items.slice(firstAtLeast(this.begins, from), firstAtLeast(this.begins, to))
  }
}

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
