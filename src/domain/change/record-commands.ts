import type { Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { Names } from '../model/names'
import { fail, succeed, type Result } from '../model/problem'
import type { TapelineRecord } from '../model/record'
import { recordNames } from '../model/record-name'
import { sameRecord } from './apply'
import type { Change, ChangeLabel } from './change'
import { checkedRecord } from './check-record'
import { freshId, numbered } from './fresh-id'

/** New values by field; `undefined` takes the field away. */
export type FieldValues = Readonly<Record<string, unknown>>

/** Fields that say which record it is; they never change. */
const FIXED: readonly string[] = ['id', 'type']

function made(document: Document, record: TapelineRecord, action: ChangeLabel['action']): Result<Change> {
  if (document.records.has(record.id))
    return fail({ code: 'duplicate-id', record: record.id, path: 'id', detail: `the id is taken: ${record.id}` })
  const to = checkedRecord(document, record, null)
  if (!to.ok) return to
  const label: ChangeLabel = { action, subject: recordNames(to.value, document) }
  return succeed({ label, edits: { [to.value.id]: { from: null, to: to.value } } })
}

/**
 * Adds a record of any type; its id comes from {@link freshId}. Errors: `duplicate-id`,
 * `wrong-shape`, `bad-date`, `missing-reference`, each but the first with the path of the field.
 */
export function createRecord(document: Document, record: TapelineRecord): Result<Change> {
  return made(document, record, 'create')
}

/** A record, or a part of one, with some of its fields replaced and others taken away. */
export function withFields(record: object, fields: FieldValues): Record<string, unknown> {
  return Object.fromEntries(Object.entries({ ...record, ...fields }).filter(([, value]) => value !== undefined))
}

/**
 * Sets any number of fields of one record at once, as one step. Errors: `not-found`;
 * `not-editable` for `id` and `type`; `wrong-shape`, `bad-date`, `missing-reference` with the path of
 * the field; `no-change`.
 */
export function editRecord(document: Document, input: { id: RecordId; fields: FieldValues }): Result<Change> {
  const from = document.records.get(input.id)
  if (from === undefined) return fail({ code: 'not-found', record: input.id, detail: 'no such record' })
  const fixed = FIXED.find((field) => field in input.fields)
  if (fixed !== undefined)
    return fail({ code: 'not-editable', record: input.id, path: fixed, detail: 'says which record it is' })
  const to = checkedRecord(document, withFields(from, input.fields), from)
  if (!to.ok) return to
  if (sameRecord(from, to.value)) return fail({ code: 'no-change', record: input.id, detail: 'nothing is different' })
  return succeed({
    label: { action: 'edit', subject: recordNames(from, document) },
    edits: { [input.id]: { from, to: to.value } },
  })
}

const asCopy = (name: Names): Names => ({ en: `${name.en} (copy)`, 'zh-Hant': `${name['zh-Hant']}（副本）` })

function copyOf(record: TapelineRecord, document: Document, now: string): TapelineRecord {
  const { records } = document
  switch (record.type) {
    case 'source':
      return { ...record, id: freshId(record.id, records), title: `${record.title} (copy)` }
    case 'link':
      return { ...record, id: numbered(record.id, records) }
    case 'annotation':
      return { ...record, id: numbered(record.id, records), created: now, modified: now }
    default: {
      const name = asCopy(record.name)
      return { ...record, id: freshId(name.en, records), name }
    }
  }
}

/**
 * Makes a second record with the same values under a new id, its name marked as a copy (a source's
 * title likewise; links and notes have no name to mark). What refers to the original goes on
 * referring to the original alone. `now` (ISO 8601, UTC) dates the copy of a note. Errors: `not-found`,
 * `wrong-shape` where the name is too long to be marked.
 */
export function duplicateRecord(document: Document, input: { id: RecordId; now: string }): Result<Change> {
  const record = document.records.get(input.id)
  if (record === undefined) return fail({ code: 'not-found', record: input.id, detail: 'no such record' })
  const change = made(document, copyOf(record, document, input.now), 'duplicate')
  if (!change.ok) return change
  return succeed({ ...change.value, label: { action: 'duplicate', subject: recordNames(record, document) } })
}
