import type { Change } from '../change/change'
import { editRecords, recordProblem } from '../change/edit-records'
import { fail, type Problem, type Result } from '../model/problem'
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
  const to = written(record, column, text, context)
  return to.ok ? editRecords(context.document, [to.value], column.action) : to
}

function written(record: TapelineRecord, column: Column, text: string, context: TableContext): Result<TapelineRecord> {
  // Also where nothing can be set: whole rows are copied and come back with their ids.
  if (column.read(record, context) === text) return { ok: true, value: record }
  if (column.write === undefined)
    return fail({ code: 'not-editable', record: record.id, path: column.id, detail: 'cannot be set here' })
  const to = column.write(record, text, context)
  if (!to.ok) return to
  const problem = recordProblem(to.value)
  return problem === null ? to : fail(problem)
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
  const changed: TapelineRecord[] = []
  let cells = 0
  texts.forEach((line, row) => {
    const id = rows[row]
    const record = id === undefined ? undefined : context.document.records.get(id)
    if (record === undefined) {
      failures.push({ row, column: null, text: line.join('\t'), problem: { code: 'not-found', detail: 'no such row' } })
      return
    }
    const before = failures.length
    let to = record
    line.forEach((text, index) => {
      const column = columns[index]
      const result: Result<TapelineRecord> =
        column === undefined
          ? fail({ code: 'not-found', record: record.id, detail: 'no such column' })
          : written(to, column, text, context)
      if (result.ok) to = result.value
      else failures.push({ row, column: column ?? null, text, problem: result.problem })
    })
    if (failures.length > before) return
    cells += line.length
    if (to !== record) changed.push(to)
  })
  const change = editRecords(context.document, changed)
  return { change: change.ok ? change.value : null, cells, failures }
}
