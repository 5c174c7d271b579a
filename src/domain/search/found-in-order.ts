import type { RecordType } from '../model/record'
import type { HitGroup } from './hits'
import { EXACT } from './rank'

/** What results are grouped by, and in this order where no record bears the very name. */
export const HIT_TYPES = [
  'event',
  'chip',
  'architecture',
  'rule',
  'organisation',
  'source',
  'annotation',
  'view',
  'scenario',
] as const

/** The place of a type in `HIT_TYPES`. Throws on a type of which there are no hits. */
export function typeNumberOf(type: RecordType): number {
  const number = (HIT_TYPES as readonly RecordType[]).indexOf(type)
  if (number < 0) throw new Error(`a record of type ${type} is not found by itself`)
  return number
}

/** Hits of one type and rank. */
interface Bucket {
  readonly type: number
  readonly rank: number
  count: number
}

/** More than any rank. */
const RANKS = 0x10000

/**
 * What a search finds, in document order, to be put in the order of the results. There are few types and ranks, so
 * that the hits are counted and put in their places, and nothing is compared.
 */
export class FoundInOrder {
  private readonly numbers: Uint32Array
  private readonly bucketOf: Uint16Array
  private readonly places = new Map<number, number>()
  private readonly buckets: Bucket[] = []
  private count = 0
  private last = { key: -1, place: 0 }

  /** `most`: as many as there can be. */
  constructor(most: number) {
    this.numbers = new Uint32Array(most)
    this.bucketOf = new Uint16Array(most)
  }

  /** `type`: its place in `HIT_TYPES`. `number`: that of the record, rising. */
  add(type: number, rank: number, number: number): void {
    const key = type * RANKS + rank
    if (key !== this.last.key) this.last = { key, place: this.placeOf(key, type, rank) }
    const { place } = this.last
    this.numbers[this.count] = number
    this.bucketOf[this.count] = place
    this.count += 1
    const bucket = this.buckets[place]
    if (bucket !== undefined) bucket.count += 1
  }

  /** As many as have been added. */
  get length(): number {
    return this.count
  }

  /** In document order. */
  inDocumentOrder(): Uint32Array {
    return this.numbers.slice(0, this.count)
  }

  /** Types in which a record is called just that come first; within a type the best rank does. */
  inOrder(): { readonly numbers: Uint32Array; readonly groups: readonly HitGroup[] } {
    const named = new Set(this.buckets.filter(({ rank }) => rank === EXACT).map(({ type }) => type))
    const order = [...this.buckets.entries()].sort(
      ([, a], [, b]) => Number(named.has(b.type)) - Number(named.has(a.type)) || a.type - b.type || a.rank - b.rank,
    )
    const begins = new Uint32Array(this.buckets.length)
    const groups: { type: RecordType; from: number; count: number }[] = []
    let from = 0
    for (const [place, { type, count }] of order) {
      const name = HIT_TYPES[type]
      const group = groups.at(-1)
      if (group !== undefined && group.type === name) group.count += count
      else if (name !== undefined) groups.push({ type: name, from, count })
      begins[place] = from
      from += count
    }
    const numbers = new Uint32Array(this.count)
    for (let hit = 0; hit < this.count; hit += 1) {
      const place = this.bucketOf[hit] ?? 0
      const begin = begins[place] ?? 0
      numbers[begin] = this.numbers[hit] ?? 0
      begins[place] = begin + 1
    }
    return { numbers, groups }
  }

  private placeOf(key: number, type: number, rank: number): number {
    const known = this.places.get(key)
    if (known !== undefined) return known
    this.places.set(key, this.buckets.length)
    return this.buckets.push({ type, rank, count: 0 }) - 1
  }
}
