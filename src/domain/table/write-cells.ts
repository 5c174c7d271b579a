import type { Change } from '../change/change'
import { checkedRecord } from '../change/check-record'
import { severalEdits, type RecordEdit } from '../change/several-edits'
import { fail, succeed, type Problem, type Result } from '../model/problem'
import type { TapelineRecord } from '../model/record'
import type { Column, TableContext } from './column'

/** One cell that is to hold a text. */
export interface CellText {
  readonly record: string
  readonly column: Column
  readonly text: string
}

/** A cell that could not be written, counted from 0 in what was pasted. */
export interface CellFailure {
  readonly row: number
  readonly column: Column | null
  readonly text: string
  readonly problem: Problem
}

export interface Pasted {
  /** What can be written, as one change; null when nothing can or nothing would be different. */
  readonly change: Change | null
  readonly cells: number
  readonly failures: readonly CellFailure[]
}

/** Writes one cell. Errors: `not-found`, `not-editable`, `bad-date`, `wrong-shape`, `missing-reference`, `no-change`. */
export function writeCell({ record: id, column, text }: CellText, context: TableContext): Result<Change> {
  const record = context.document.records.get(id)
  if (record === undefined) return fail({ code: 'not-found', record: id, detail: 'no such record' })
  const to = written(record, { column, text }, context)
  return to.ok ? severalEdits(context.document, [{ from: record, to: to.value }], column.action) : to
}

/** The record with one cell set; whether it can be kept is another question. */
function typed(record: TapelineRecord, column: Column, text: string, context: TableContext): Result<TapelineRecord> {
  // Also where nothing can be set: whole rows are copied and come back with their ids.
  if (column.read(record, context) === text) return succeed(record)
  if (column.write === undefined)
    return fail({ code: 'not-editable', record: record.id, path: column.id, detail: 'cannot be set here' })
  return column.write(record, text, context)
}

/** The record with one cell set, checked as a form checks it. */
function written(
  record: TapelineRecord,
  { column, text }: Pick<CellText, 'column' | 'text'>,
  context: TableContext,
): Result<TapelineRecord> {
  const to = typed(record, column, text, context)
  if (!to.ok || to.value === record) return to
  return checkedRecord(context.document, to.value, context.document.records.get(record.id) ?? null)
}

interface RowOutcome {
  readonly to: TapelineRecord
  readonly failures: readonly Omit<CellFailure, 'row'>[]
}

/** A row of texts, checked once for all; only where that fails is each cell looked at, to say which it was. */
function writeRow(
  record: TapelineRecord,
  columns: readonly Column[],
  line: readonly string[],
  context: TableContext,
): RowOutcome {
  let to = record
  const failures: Omit<CellFailure, 'row'>[] = []
  line.forEach((text, index) => {
    const column = columns[index] ?? null
    const result: Result<TapelineRecord> =
      column === null
        ? fail({ code: 'not-found', record: record.id, detail: 'no such column' })
        : typed(to, column, text, context)
    if (result.ok) to = result.value
    else failures.push({ column, text, problem: result.problem })
  })
  if (failures.length > 0 || to === record) return { to, failures }
  const checked = checkedRecord(context.document, to, record)
  return checked.ok
    ? { to: checked.value, failures }
    : { to, failures: faultyCells(record, columns, line, context, checked.problem) }
}

function faultyCells(
  record: TapelineRecord,
  columns: readonly Column[],
  line: readonly string[],
  context: TableContext,
  whole: Problem,
): Omit<CellFailure, 'row'>[] {
  const single = line.flatMap((text, index) => {
    const column = columns[index]
    const result = column === undefined ? null : written(record, { column, text }, context)
    return result === null || result.ok ? [] : [{ column: column ?? null, text, problem: result.problem }]
  })
  return single.length > 0 ? single : [{ column: null, text: line.join('\t'), problem: whole }]
}

/**
 * Puts a block of texts into the table, from its upper left cell on. All that can be written becomes
 * one change, and what cannot is listed; a row with a failure is left out whole, so that no record is
 * half pasted. Whether to apply the rest is for the user to say.
 */
export function pasteCells(
  rows: readonly string[],
  columns: readonly Column[],
  texts: readonly (readonly string[])[],
  context: TableContext,
): Pasted {
  const failures: CellFailure[] = []
  const edits: RecordEdit[] = []
  let cells = 0
  texts.forEach((line, row) => {
    const from = context.document.records.get(rows[row] ?? '')
    if (from === undefined) {
      failures.push({ row, column: null, text: line.join('\t'), problem: { code: 'not-found', detail: 'no such row' } })
      return
    }
    const outcome = writeRow(from, columns, line, context)
    failures.push(...outcome.failures.map((failure) => ({ row, ...failure })))
    if (outcome.failures.length > 0) return
    cells += line.length
    edits.push({ from, to: outcome.to })
  })
  const change = severalEdits(context.document, edits, 'edit')
  return { change: change.ok ? change.value : null, cells, failures }
}
