import type { ItemKind } from '../../model/view'
import { KIND_NAMES } from '../lane-names'
import type { KindCounts } from '../kind-counts'

const KINDS = Object.keys(KIND_NAMES) as ItemKind[]
const NUMBERS = new Map(KINDS.map((kind, number) => [kind, number]))

/** A kind as one byte, for columns of a hundred thousand. */
export const kindNumber = (kind: ItemKind): number => NUMBERS.get(kind) ?? 0

/** Counts by kind, one after the other. */
export class KindTally {
  private constructor(private readonly counts: Int32Array) {}

  static empty(): KindTally {
    return new KindTally(new Int32Array(KINDS.length))
  }

  copy(): KindTally {
    return new KindTally(this.counts.slice())
  }

  count(kindNumber: number, by = 1): void {
    this.counts[kindNumber] = (this.counts[kindNumber] ?? 0) + by
  }

  /** Of those kinds of which there are any. */
  result(): KindCounts {
    return new Map(
      KINDS.flatMap((kind, number): [ItemKind, number][] => {
        const count = this.counts[number] ?? 0
        return count > 0 ? [[kind, count]] : []
      }),
    )
  }
}
