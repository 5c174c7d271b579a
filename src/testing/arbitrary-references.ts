import fc from 'fast-check'
import { CONFIDENCES } from '../domain/model/evidence'
import type { TapelineRecord } from '../domain/model/record'
import { arbitraryNames, arbitraryText, compact, optional } from './arbitrary-values'

/** How many records of each type a document has; ids are `chip-0`, `chip-1`, … */
export interface Counts {
  readonly source: number
  readonly organisation: number
  readonly architecture: number
  readonly chip: number
  readonly event: number
  readonly rule: number
}

/** An id of that type, or undefined where there is none to name. */
export function maybeId(type: keyof Counts, below: number): fc.Arbitrary<string | undefined> {
  return below === 0 ? fc.constant(undefined) : optional(fc.nat(below - 1).map((index) => `${type}-${index}`))
}

export function ids(type: keyof Counts, below: number): fc.Arbitrary<string[]> {
  if (below === 0) return fc.constant([])
  return fc.uniqueArray(
    fc.nat(below - 1).map((index) => `${type}-${index}`),
    { maxLength: 3 },
  )
}

export function evidence(counts: Counts) {
  const sources = ids('source', counts.source)
  const confidence = fc.constantFrom(...CONFIDENCES)
  const disagreement = fc
    .record({ field: arbitraryText, value: arbitraryText, sources, confidence, comment: optional(arbitraryNames) })
    .map(compact)
  return { sources, confidence, disagreements: optional(fc.array(disagreement, { maxLength: 2 })) }
}

export type Made = fc.Arbitrary<TapelineRecord>
/** A record without the fields that are undefined. */
export const made = <T extends object>(of: fc.Arbitrary<T>): Made =>
  of.map((value) => compact(value) as unknown as TapelineRecord)
