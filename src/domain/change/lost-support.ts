import type { RecordId } from '../model/ids'
import type { Formula } from '../model/formula'
import type { Disagreement } from '../model/evidence'
import type { TapelineRecord } from '../model/record'
import type { Provision } from '../model/rule'
import type { SpecValue } from '../model/spec-value'

/** A statement that rested on sources and would have none left. */
export type LostSupport =
  /** The record as a whole: its dates, and what it says of itself. */
  | { readonly part: 'record' }
  | { readonly part: 'spec'; readonly spec: SpecValue }
  | { readonly part: 'provision'; readonly provision: Provision }
  | { readonly part: 'formula'; readonly formula: Formula }
  | { readonly part: 'disagreement'; readonly disagreement: Disagreement }

/**
 * What of a record rests on nothing but sources that would go, in the order of its fields. What had no source before
 * has lost none.
 */
export function lostSupport(record: TapelineRecord, gone: ReadonlySet<RecordId>): LostSupport[] {
  if (!('sources' in record)) return []
  const loses = ({ sources }: { readonly sources: readonly RecordId[] }): boolean =>
    sources.length > 0 && sources.every((id) => gone.has(id))
  const { disagreements = [] } = record
  return [
    ...(loses(record) ? [{ part: 'record' } as const] : []),
    ...('specs' in record ? record.specs : []).filter(loses).map((spec) => ({ part: 'spec', spec }) as const),
    ...('provisions' in record ? record.provisions : [])
      .filter(loses)
      .map((provision) => ({ part: 'provision', provision }) as const),
    ...('formulas' in record ? (record.formulas ?? []) : [])
      .filter(loses)
      .map((formula) => ({ part: 'formula', formula }) as const),
    ...disagreements.filter(loses).map((disagreement) => ({ part: 'disagreement', disagreement }) as const),
  ]
}
