import type { Comparison } from '../../domain/change/compare-documents'
import { fieldDifferences, type RecordDifference } from '../../domain/change/describe-change'
import type { CompareKind } from '../../domain/layout/compare-on-timeline'
import { DATE_FIELDS } from '../../domain/change/commands'
import type { TapelineRecord } from '../../domain/model/record'

/** One record that is not the same in both states. */
export interface ComparedRecord {
  readonly id: string
  readonly kind: CompareKind
  readonly from: TapelineRecord | null
  readonly to: TapelineRecord | null
}

/** The records of one kind, in document order. */
export function comparedRecords(comparison: Comparison, kind: CompareKind): ComparedRecord[] {
  switch (kind) {
    case 'added':
      return comparison.added.map((to) => ({ id: to.id, kind, from: null, to }))
    case 'removed':
      return comparison.removed.map((from) => ({ id: from.id, kind, from, to: null }))
    case 'moved':
    case 'changed':
      return comparison[kind].map(({ from, to }) => ({ id: to.id, kind, from, to }))
  }
}

const CHANGE_OF = { added: 'created', removed: 'deleted', moved: 'changed', changed: 'changed' } as const

/** The same, field by field. */
export function differenceOf({ id, kind, from, to }: ComparedRecord): RecordDifference {
  return { id, kind: CHANGE_OF[kind], from, to, fields: fieldDifferences(from, to) }
}

/** The first date that is another, as EDTF on either side; null where none is. */
export function movedDate({ from, to }: ComparedRecord): { was: string | null; became: string | null } | null {
  if (from === null || to === null) return null
  const [left, right] = [new Map(Object.entries(from)), new Map(Object.entries(to))]
  const field = DATE_FIELDS[to.type].find((name) => left.get(name) !== right.get(name))
  if (field === undefined) return null
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  return { was: text(left.get(field)), became: text(right.get(field)) }
}
