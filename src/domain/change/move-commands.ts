import type { Document } from '../model/document'
import type { Confidence } from '../model/evidence'
import type { Names } from '../model/names'
import { fail, succeed, type Problem, type Result } from '../model/problem'
import type { TapelineRecord } from '../model/record'
import { recordNames } from '../model/record-name'
import { parseEdtf } from '../time/edtf'
import { resizeEdtf, shiftEdtf, unitDaysOf, type EdtfSide } from '../time/shift-edtf'
import { sameRecord } from './apply'
import type { Change, ChangeLabel } from './change'
import { anchorDate, edgeDate, movedFields } from './drawn-dates'

/** Moves one record as {@link moveRecords} does; a record that cannot be moved is a `not-editable`. */
export function moveRecord(document: Document, input: { id: string; days: number; mergeKey?: string }): Result<Change> {
  return moveRecords(document, { ...input, ids: [input.id] })
}

/**
 * Moves records along the axis by about so many days, each date at its own precision, in one step.
 * Records that have no date to move, or one that cannot be moved, stay where they are as long as
 * another moves. Errors, when none does: `not-found`, `not-editable`, `bad-date`, `no-change`.
 */
export function moveRecords(
  document: Document,
  input: { ids: readonly string[]; days: number; mergeKey?: string },
): Result<Change> {
  return eachRecord(document, input.ids, 'move', input.mergeKey, (record) => movedBy(record, input.days))
}

/**
 * Moves the date that one edge of a record stands for (`edgeDate`) and leaves the others. Errors:
 * `not-found`; `not-editable` for an edge without a date; `bad-date` where the record would end
 * before it begins; `no-change`.
 */
export function resizeRecord(
  document: Document,
  input: { id: string; edge: EdtfSide; days: number; mergeKey?: string },
): Result<Change> {
  return eachRecord(document, [input.id], 'redate', input.mergeKey, (record) => {
    const date = edgeDate(record, input.edge)
    if (date === null)
      return fail({ code: 'not-editable', record: record.id, detail: `has no date at its ${input.edge}` })
    const text = resizeEdtf(date.text, date.side, input.days)
    if (!text.ok) return fail({ ...text.problem, record: record.id, path: date.field })
    const to = { ...record, [date.field]: text.value }
    if (endsBeforeItBegins(to))
      return fail({ code: 'bad-date', record: record.id, path: date.field, detail: 'would end before it begins' })
    return succeed(to)
  })
}

/** How many days one step of the precision of a record's date, or of one edge, is; `null` if it has none. */
export function stepDaysOf(document: Document, id: string, edge?: EdtfSide): number | null {
  const record = document.records.get(id)
  if (record === undefined) return null
  if (edge === undefined) {
    const text = anchorDate(record)
    return text === null ? null : (unitDaysOf(text, 'start') ?? unitDaysOf(text, 'end'))
  }
  const date = edgeDate(record, edge)
  return date === null ? null : unitDaysOf(date.text, date.side)
}

/**
 * Sets how well records are supported, all in one step. Records that state nothing (sources, notes)
 * are left. Errors, when none changes: `not-found`, `not-editable`, `no-change`.
 */
export function setConfidence(
  document: Document,
  input: { ids: readonly string[]; confidence: Confidence },
): Result<Change> {
  return eachRecord(document, input.ids, 'edit', undefined, (record) =>
    'confidence' in record
      ? succeed({ ...record, confidence: input.confidence })
      : fail({ code: 'not-editable', record: record.id, path: 'confidence', detail: 'states no fact' }),
  )
}

function movedBy(record: TapelineRecord, days: number): Result<TapelineRecord> {
  const fields = movedFields(record)
  if (fields.length === 0) return fail({ code: 'not-editable', record: record.id, detail: 'has no date to move' })
  let to = record
  for (const field of fields) {
    const text = shiftEdtf((record as unknown as Record<string, string>)[field] ?? '', days)
    if (!text.ok) return fail({ ...text.problem, record: record.id, path: field })
    to = { ...to, [field]: text.value }
  }
  return succeed(to)
}

function endsBeforeItBegins(record: TapelineRecord): boolean {
  const [start, end] = [edgeDate(record, 'start'), edgeDate(record, 'end')]
  if (start === null || end === null || start.field === end.field) return false
  const [first, last] = [parseEdtf(start.text), parseEdtf(end.text)]
  return first.ok && last.ok && last.value.latest <= first.value.earliest
}

function eachRecord(
  document: Document,
  ids: readonly string[],
  action: ChangeLabel['action'],
  mergeKey: string | undefined,
  edit: (record: TapelineRecord) => Result<TapelineRecord>,
): Result<Change> {
  const edits: Record<string, Change['edits'][string]> = {}
  const changed: TapelineRecord[] = []
  let problem: Problem | null = null
  for (const id of new Set(ids)) {
    const from = document.records.get(id)
    const to = from === undefined ? fail({ code: 'not-found', record: id, detail: 'no such record' }) : edit(from)
    if (!to.ok) problem ??= to.problem
    else if (from !== undefined && !sameRecord(from, to.value)) {
      edits[id] = { from, to: to.value }
      changed.push(from)
    }
  }
  if (changed.length === 0) return fail(problem ?? { code: 'no-change', detail: 'nothing is different' })
  const label: ChangeLabel = { action, subject: namesTogether(changed, document) }
  return succeed({ label, ...(mergeKey === undefined ? {} : { mergeKey }), edits })
}

/** One record by its name, several as the first and how many more. */
function namesTogether(records: readonly TapelineRecord[], document: Document): Names {
  const [first] = records
  if (first === undefined) throw new Error('a step needs a record')
  const names = recordNames(first, document)
  if (records.length === 1) return names
  return {
    en: `${names.en} and ${String(records.length - 1)} more`,
    'zh-Hant': `${names['zh-Hant']} 等 ${String(records.length)} 筆紀錄`,
  }
}
