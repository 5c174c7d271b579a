import * as v from 'valibot'
import type { Document } from '../model/document'
import type { Locale } from '../model/names'
import { fail, succeed, type Result } from '../model/problem'
import { TapelineRecord, type RecordOf } from '../model/record'
import { recordNames } from '../model/record-name'
import { parseEdtf } from '../time/edtf'
import { sameRecord } from './apply'
import type { Change, ChangeLabel } from './change'

/** Dates that a user may set on a record, by the name of the field. */
export const DATE_FIELDS = {
  event: ['date'],
  chip: ['announced', 'available', 'withdrawn'],
  architecture: ['announced', 'available', 'withdrawn'],
  rule: ['announced', 'published', 'effective', 'enforced', 'ended'],
  source: ['date', 'retrieved'],
  organisation: [],
  link: [],
  annotation: [],
  view: [],
  scenario: [],
} as const satisfies Record<TapelineRecord['type'], readonly string[]>

function replace(
  document: Document,
  from: TapelineRecord,
  to: TapelineRecord,
  action: ChangeLabel['action'],
  mergeKey?: string,
): Result<Change> {
  if (sameRecord(from, to)) return fail({ code: 'no-change', record: from.id, detail: 'nothing is different' })
  const label: ChangeLabel = { action, subject: recordNames(from, document) }
  return checked({ label, ...(mergeKey === undefined ? {} : { mergeKey }), edits: { [from.id]: { from, to } } }, to)
}

/** The change, unless what it makes of the record would be refused where it is saved. */
function checked(change: Change, to: TapelineRecord): Result<Change> {
  const result = v.safeParse(TapelineRecord, to)
  if (result.success) return succeed(change)
  const [issue] = result.issues
  const path = v.getDotPath(issue)
  return fail({ code: 'wrong-shape', record: to.id, ...(path === null ? {} : { path }), detail: issue.message })
}

/**
 * Renames a record in one language. Errors: `not-found`; `not-editable` for records that have no
 * name of their own (sources, links, notes); `wrong-shape` for an empty or endless name; `no-change`.
 */
export function rename(document: Document, input: { id: string; locale: Locale; text: string }): Result<Change> {
  const record = document.records.get(input.id)
  if (record === undefined) return fail({ code: 'not-found', record: input.id, detail: 'no such record' })
  if (!('name' in record))
    return fail({ code: 'not-editable', record: input.id, path: 'name', detail: 'has no name of its own' })
  const text = input.text.trim()
  if (text === '')
    return fail({ code: 'wrong-shape', record: input.id, path: `name.${input.locale}`, detail: 'must not be empty' })
  const to: TapelineRecord = { ...record, name: { ...record.name, [input.locale]: text } }
  return replace(document, record, to, 'rename', `rename:${input.id}:${input.locale}`)
}

/**
 * Sets one date field to EDTF text; an empty text clears it, but for an event's `date`, which it
 * cannot do without. Errors: `not-found`, `not-editable` (no such date field), `bad-date`,
 * `wrong-shape` for a set too long to keep, `no-change`.
 */
export function redate(document: Document, input: { id: string; field: string; text: string }): Result<Change> {
  const record = document.records.get(input.id)
  if (record === undefined) return fail({ code: 'not-found', record: input.id, detail: 'no such record' })
  const fields: readonly string[] = DATE_FIELDS[record.type]
  if (!fields.includes(input.field))
    return fail({ code: 'not-editable', record: input.id, path: input.field, detail: 'is not a date of this record' })
  const text = input.text.trim()
  const { [input.field as 'id']: _cleared, ...rest } = record
  if (text === '') {
    if (record.type === 'event')
      return fail({ code: 'bad-date', record: input.id, path: 'date', detail: 'an event needs a date' })
    return replace(document, record, rest as TapelineRecord, 'redate')
  }
  const date = parseEdtf(text)
  if (!date.ok) return fail({ ...date.problem, record: input.id, path: input.field })
  return replace(document, record, { ...record, [input.field]: text }, 'redate')
}

/** The first note on a record, which the inspector edits in place. */
export function noteOn(document: Document, id: string): RecordOf<'annotation'> | undefined {
  for (const record of document.records.values())
    if (record.type === 'annotation' && record.target.kind === 'record' && record.target.record === id) return record
  return undefined
}

/**
 * Writes the note on a record: makes it, changes it, or removes it when the text is empty.
 * `newId` and `now` (ISO 8601, UTC) come from the caller, for the domain has neither clock nor
 * chance. Errors: `not-found`, `wrong-shape` for a text too long to keep, `no-change`. Throws if
 * `newId` is taken.
 */
export function writeNote(
  document: Document,
  input: { target: string; text: string; newId: string; now: string; author?: string },
): Result<Change> {
  const target = document.records.get(input.target)
  if (target === undefined) return fail({ code: 'not-found', record: input.target, detail: 'no such record' })
  const label: ChangeLabel = { action: 'note', subject: recordNames(target, document) }
  const mergeKey = `note:${input.target}`
  const existing = noteOn(document, input.target)
  if (input.text.trim() === '') {
    if (existing === undefined) return fail({ code: 'no-change', record: input.target, detail: 'there is no note' })
    return succeed({ label, mergeKey, edits: { [existing.id]: { from: existing, to: null } } })
  }
  if (existing?.text === input.text)
    return fail({ code: 'no-change', record: input.target, detail: 'nothing is different' })
  if (existing === undefined && document.records.has(input.newId))
    throw new Error(`record id used twice: ${input.newId}`)
  const to: RecordOf<'annotation'> = existing
    ? { ...existing, text: input.text, modified: input.now }
    : {
        type: 'annotation',
        id: input.newId,
        target: { kind: 'record', record: input.target },
        text: input.text,
        ...(input.author === undefined ? {} : { author: input.author }),
        created: input.now,
        modified: input.now,
        inFigures: true,
      }
  return checked({ label, mergeKey, edits: { [to.id]: { from: existing ?? null, to } } }, to)
}
