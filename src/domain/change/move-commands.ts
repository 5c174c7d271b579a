import type { Document } from '../model/document'
import { fail, succeed, type Problem, type Result } from '../model/problem'
import type { TapelineRecord } from '../model/record'
import { parseEdtf } from '../time/edtf'
import { resizeEdtf, shiftEdtf, unitDaysOf, type EdtfSide } from '../time/shift-edtf'
import type { Change, ChangeLabel } from './change'
import { anchorDate, edgeDate, movedFields } from './drawn-dates'
import { severalEdits, type RecordEdit } from './several-edits'

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
  return moveTogether(document, input).change
}

/**
 * Moves the date that one edge of a record stands for (`edgeDate`) and leaves the others. Errors:
 * `not-found`; `not-editable` for an edge without a date; `bad-date` where the record would end
 * before it begins; `no-change`.
 */
export function resizeRecord(
  document: Document,
  input: { id: string; edge: EdtfSide; days: number; neverBinds?: boolean; mergeKey?: string },
): Result<Change> {
  return eachRecord(document, [input.id], 'redate', input.mergeKey, (record) => {
    const date = edgeDate(record, input.edge, input.neverBinds)
    if (date === null)
      return fail({ code: 'not-editable', record: record.id, detail: `has no date at its ${input.edge}` })
    const text = resizeEdtf(date.text, date.side, input.days)
    if (!text.ok) return fail({ ...text.problem, record: record.id, path: date.field })
    const to = { ...record, [date.field]: text.value }
    if (endsBeforeItBegins(to))
      return fail({ code: 'bad-date', record: record.id, path: date.field, detail: 'would end before it begins' })
    return succeed(to)
  }).change
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

/** What a move of several would change, and why any of them stay where they are. */
export interface MovedTogether {
  readonly change: Result<Change>
  readonly left: readonly Problem[]
}

/** {@link moveRecords}, with one problem for each record that stays where it is for another reason than precision. */
export function moveTogether(
  document: Document,
  input: { ids: readonly string[]; days: number; mergeKey?: string },
): MovedTogether {
  return eachRecord(document, input.ids, 'move', input.mergeKey, (record) => movedBy(record, input.days))
}

function eachRecord(
  document: Document,
  ids: readonly string[],
  action: ChangeLabel['action'],
  mergeKey: string | undefined,
  edit: (record: TapelineRecord) => Result<TapelineRecord>,
): MovedTogether {
  const edits: RecordEdit[] = []
  const left: Problem[] = []
  for (const id of new Set(ids)) {
    const from = document.records.get(id)
    const to = from === undefined ? fail({ code: 'not-found', record: id, detail: 'no such record' }) : edit(from)
    if (!to.ok) left.push(to.problem)
    else if (from !== undefined) edits.push({ from, to: to.value })
  }
  const change = severalEdits(document, edits, action, mergeKey)
  const [first] = left
  return { change: change.ok || first === undefined ? change : fail(first), left }
}
