import type { Document } from '../model/document'
import type { Confidence } from '../model/evidence'
import type { RecordId } from '../model/ids'
import { fail, succeed, type Result } from '../model/problem'
import { RECORD_SCHEMAS, type RecordType, type TapelineRecord } from '../model/record'
import { sameRecord } from './apply'
import type { Change } from './change'
import { checkedRecord } from './check-record'
import { withFields } from './record-commands'
import { severalEdits, type RecordEdit } from './several-edits'

/** Fields that make a record itself, or that would lose their meaning said of many at once. */
const OF_ONE_ONLY: readonly string[] = ['id', 'type', 'name', 'title', 'text', 'created', 'modified']

/** The fields that all these types share and that can be set on many records at once, in schema order. */
export function commonFields(types: readonly RecordType[]): string[] {
  const [first, ...others] = types
  if (first === undefined) return []
  return Object.keys(RECORD_SCHEMAS[first].entries).filter(
    (field) => !OF_ONE_ONLY.includes(field) && others.every((type) => field in RECORD_SCHEMAS[type].entries),
  )
}

/** What becomes of one field: a new value (`undefined` takes it away), or a list with some put in or taken out. */
export type FieldEdit =
  { readonly value: unknown } | { readonly add: readonly string[]; readonly remove: readonly string[] }

/**
 * Edits fields of many records in one step; records that have the values already stay out of it. All or
 * none: one record that cannot take a value refuses it for all. `now` (ISO 8601, UTC) dates the notes
 * among them. Errors: `not-found`; `not-editable` for a field not common to them, or no list where one is
 * edited; `wrong-shape`, `bad-date`, `missing-reference` with the record and the path; `no-change`.
 */
export function bulkEdit(
  document: Document,
  input: { ids: readonly RecordId[]; fields: Readonly<Record<string, FieldEdit>>; now?: string },
): Result<Change> {
  const edits: RecordEdit[] = []
  for (const id of new Set(input.ids)) {
    const from = document.records.get(id)
    if (from === undefined) return fail({ code: 'not-found', record: id, detail: 'no such record' })
    const to = edited(document, from, input.fields)
    if (!to.ok) return to
    edits.push({ from, to: dated(from, to.value, input.now) })
  }
  return severalEdits(document, edits, 'bulk-edit')
}

function dated(from: TapelineRecord, to: TapelineRecord, now: string | undefined): TapelineRecord {
  if (to.type !== 'annotation' || now === undefined || sameRecord(from, to)) return to
  return { ...to, modified: now }
}

function edited(
  document: Document,
  from: TapelineRecord,
  fields: Readonly<Record<string, FieldEdit>>,
): Result<TapelineRecord> {
  const values: Record<string, unknown> = {}
  for (const [field, edit] of Object.entries(fields)) {
    const value = newValue(from, field, edit)
    if (!value.ok) return value
    values[field] = value.value
  }
  return checkedRecord(document, withFields(from, values), from)
}

function newValue(record: TapelineRecord, field: string, edit: FieldEdit): Result<unknown> {
  const refused = (detail: string): Result<never> =>
    fail({ code: 'not-editable', record: record.id, path: field, detail })
  if (!commonFields([record.type]).includes(field)) return refused('cannot be set on many records')
  if ('value' in edit) return succeed(edit.value)
  const old = (record as unknown as Readonly<Record<string, unknown>>)[field] ?? []
  if (!Array.isArray(old)) return refused('is no list')
  const kept = (old as string[]).filter((each) => !edit.remove.includes(each))
  return succeed([...kept, ...edit.add.filter((each) => !kept.includes(each))])
}

/**
 * Sets how well records are supported, in one step. Records that state nothing (sources, notes) are left.
 * Errors, when none can be set: those of {@link bulkEdit}.
 */
export function setConfidence(
  document: Document,
  input: { ids: readonly RecordId[]; confidence: Confidence },
): Result<Change> {
  const states = (id: RecordId): boolean => {
    const record = document.records.get(id)
    return record !== undefined && 'confidence' in record
  }
  const ids = input.ids.filter(states)
  return bulkEdit(document, {
    ids: ids.length > 0 ? ids : input.ids,
    fields: { confidence: { value: input.confidence } },
  })
}
