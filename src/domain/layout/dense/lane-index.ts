import type { TimelineItem } from '../timeline-item'
import { beginOf, endOf, Octave, octaveOf, type Ranked } from './octave'

/**
 * All items of one lane, ready to be asked for those of a stretch of time: by octaves of their length, each
 * by first day. An item of a known length that reaches into a stretch begins within that length before it.
 */
export class LaneIndex {
  readonly octaves: readonly Octave[]
  /** The whole stretch of time that has anything in it. */
  readonly firstDay: number
  readonly lastDay: number
  private readonly octaveAt: ReadonlyMap<number, Octave>
  private byRecord: ReadonlyMap<string, TimelineItem> | null = null
  private readonly rankOf: ReadonlyMap<TimelineItem, number>

  /** `byImportance`: who is drawn first; the order must be total, or two runs would differ. */
  constructor(items: readonly TimelineItem[], byImportance: (a: TimelineItem, b: TimelineItem) => number) {
    const ranked = items.toSorted(byImportance).map((item, rank) => ({ item, rank }))
    this.rankOf = new Map(ranked.map(({ item, rank }) => [item, rank]))
    const byOctave = new Map<number, Ranked[]>()
    for (const one of ranked) {
      const number = octaveOf(endOf(one.item) - beginOf(one.item))
      const list = byOctave.get(number)
      if (list === undefined) byOctave.set(number, [one])
      else list.push(one)
    }
    this.octaves = [...byOctave].sort(([a], [b]) => a - b).map(([number, list]) => new Octave(number, list))
    this.octaveAt = new Map(this.octaves.map((octave) => [octave.number, octave]))
    this.firstDay = items.reduce((least, item) => Math.min(least, beginOf(item)), Infinity)
    this.lastDay = items.reduce((most, item) => Math.max(most, endOf(item)), -Infinity)
  }

  /** Whether any of its items is a span. */
  get hasSpans(): boolean {
    return this.octaves.some(({ items }) => items.some(({ shape }) => shape === 'span'))
  }

  find(record: string): TimelineItem | undefined {
    this.byRecord ??= new Map(Array.from(this.rankOf.keys(), (item) => [item.record, item]))
    return this.byRecord.get(record)
  }

  /** Throws for an item of another lane. */
  octaveOf(item: TimelineItem): Octave {
    const octave = this.octaveAt.get(octaveOf(endOf(item) - beginOf(item)))
    if (octave === undefined) throw new Error(`${item.record} is not in this lane`)
    return octave
  }

  rank(item: TimelineItem): number {
    return this.rankOf.get(item) ?? Infinity
  }

  /** Items that begin from `from` to before `to`, the most important first, over the octaves that pass. */
  *bestBeginning(
    from: (octave: Octave) => number,
    to: number,
    passes: (octave: Octave) => boolean,
  ): Generator<Ranked, void> {
    const heads: { ranked: Ranked; readonly rest: Generator<Ranked, void> }[] = []
    for (const octave of this.octaves) {
      if (!passes(octave)) continue
      const rest = octave.bestBeginning(from(octave), to)
      const ranked = rest.next().value
      if (ranked !== undefined) heads.push({ ranked, rest })
    }
    for (;;) {
      // There are a dozen octaves at most: looking at all of them is as fast as keeping them in order.
      let best = heads[0]
      for (const head of heads) if (best === undefined || head.ranked.rank < best.ranked.rank) best = head
      if (best === undefined) return
      yield best.ranked
      const next = best.rest.next().value
      if (next === undefined) heads.splice(heads.indexOf(best), 1)
      else best.ranked = next
    }
  }
}
