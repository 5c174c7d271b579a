import type { RecordType } from '../model/record'
import type { HitGroup } from './hits'
import { EXACT } from './text-chunk'

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
] as const

interface Bucket {
  readonly rank: number
  readonly numbers: number[]
}

/** Hits by type and rank. They come in document order and there are few ranks, so nothing needs to be sorted. */
export class Buckets {
  private readonly byType = new Map<RecordType, Map<number, Bucket>>()
  private last: { type: RecordType; bucket: Bucket } | null = null

  add(type: RecordType, rank: number, number: number): void {
    if (this.last?.type !== type || this.last.bucket.rank !== rank)
      this.last = { type, bucket: this.bucketOf(type, rank) }
    this.last.bucket.numbers.push(number)
  }

  /** Types in which a record is called just that come first; within a type the best rank does. */
  inOrder(): { readonly numbers: Uint32Array; readonly groups: readonly HitGroup[] } {
    const groups: HitGroup[] = []
    const all: number[][] = []
    let from = 0
    const isNamed = (type: RecordType): boolean => this.byType.get(type)?.has(EXACT) === true
    for (const type of [...HIT_TYPES.filter(isNamed), ...HIT_TYPES.filter((type) => !isNamed(type))]) {
      const buckets = [...(this.byType.get(type)?.values() ?? [])].sort((a, b) => a.rank - b.rank)
      const count = buckets.reduce((sum, { numbers }) => sum + numbers.length, 0)
      if (count === 0) continue
      groups.push({ type, from, count })
      all.push(...buckets.map(({ numbers }) => numbers))
      from += count
    }
    const numbers = new Uint32Array(from)
    let at = 0
    for (const list of all) {
      numbers.set(list, at)
      at += list.length
    }
    return { numbers, groups }
  }

  private bucketOf(type: RecordType, rank: number): Bucket {
    const ofType = this.byType.get(type) ?? new Map<number, Bucket>()
    this.byType.set(type, ofType)
    const bucket = ofType.get(rank) ?? { rank, numbers: [] }
    ofType.set(rank, bucket)
    return bucket
  }
}
