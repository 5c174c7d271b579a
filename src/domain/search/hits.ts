import type { RecordId } from '../model/ids'
import type { RecordType, TapelineRecord } from '../model/record'
import type { TextField } from './record-texts'

/** A record that holds every term, and the field that shows it best. */
export interface Hit {
  readonly record: RecordId
  readonly type: RecordType
  readonly field: TextField
}

/** The hits of one record type, which stand together. */
export interface HitGroup {
  readonly type: RecordType
  readonly from: number
  readonly count: number
}

/** What the hits are read from: records and their best fields by number. */
export interface HitSource {
  recordOf(number: number): TapelineRecord
  fieldOf(number: number): TextField
  numberOf(record: RecordId): number | undefined
}

/**
 * What a search found, the best first. Held as numbers, for a letter finds 60,000 records and few of them are looked
 * at; each hit is made when it is asked for.
 */
export class Hits {
  private members: Uint32Array | null = null

  constructor(
    private readonly numbers: Uint32Array,
    readonly groups: readonly HitGroup[],
    private readonly source: HitSource,
  ) {}

  get length(): number {
    return this.numbers.length
  }

  /** How many, as a set has it. */
  get size(): number {
    return this.numbers.length
  }

  /** The record of a hit; undefined past the end. */
  recordAt(place: number): RecordId | undefined {
    const number = this.numbers[place]
    return number === undefined ? undefined : this.source.recordOf(number).id
  }

  /** From one place to before another. */
  slice(from: number, to: number): Hit[] {
    return Array.from(this.numbers.subarray(from, to), (number) => {
      const { id, type } = this.source.recordOf(number)
      return { record: id, type, field: this.source.fieldOf(number) }
    })
  }

  /** Where a record stands among the hits; -1 where it is none. */
  placeOf(record: RecordId): number {
    const number = this.source.numberOf(record)
    return number === undefined ? -1 : this.numbers.indexOf(number)
  }

  has(record: RecordId): boolean {
    const number = this.source.numberOf(record)
    if (number === undefined) return false
    this.members ??= membersOf(this.numbers)
    return (((this.members[number >>> 5] ?? 0) >>> (number & 31)) & 1) === 1
  }

  *records(): Generator<RecordId, void> {
    for (const number of this.numbers) yield this.source.recordOf(number).id
  }
}

/** One bit for each number. */
function membersOf(numbers: Uint32Array): Uint32Array {
  let most = 0
  for (const number of numbers) most = Math.max(most, number)
  const bits = new Uint32Array((most >>> 5) + 1)
  for (const number of numbers) bits[number >>> 5] = (bits[number >>> 5] ?? 0) | (1 << (number & 31))
  return bits
}

const NOWHERE: HitSource = {
  recordOf: (number) => {
    throw new Error(`there is no hit ${String(number)}`)
  },
  fieldOf: (number) => {
    throw new Error(`there is no hit ${String(number)}`)
  },
  numberOf: () => undefined,
}

export const NO_HITS = new Hits(new Uint32Array(), [], NOWHERE)
