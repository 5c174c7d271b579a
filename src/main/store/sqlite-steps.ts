import type { Connection } from './connection'
import { CHANGE_COLUMNS, logged } from './sqlite-tables'
import type { ListedStep, StepRows } from './step-list'

interface ShortRow {
  readonly seq: number
  readonly undone: number
  readonly made_at: number
  readonly merge_key: string | null
  readonly label: string
  readonly bytes: number
}

const SHORT_COLUMNS = 'seq, undone, made_at, merge_key, label, octet_length(edits) AS bytes'

/**
 * The log as rows to look at. Whether a step can be read, and how many records it has, is found by
 * reading it whole, so what was found is kept: an import may be many megabytes.
 */
export function sqliteSteps(db: Connection, revision: () => number): StepRows {
  const newest = db.prepare(`SELECT ${SHORT_COLUMNS} FROM change ORDER BY seq DESC LIMIT ?`)
  const older = db.prepare(`SELECT ${SHORT_COLUMNS} FROM change WHERE seq < ? ORDER BY seq DESC LIMIT ?`)
  const whole = db.prepare(`SELECT undone, ${CHANGE_COLUMNS} FROM change WHERE seq = ?`)
  const numbers = db.prepare('SELECT seq, undone FROM change ORDER BY seq DESC')
  const known = new Map<number, { readonly mark: string; readonly content: ListedStep['content'] }>()

  const step: StepRows['step'] = (seq) => {
    const row = whole.get(seq) as { undone: number } | undefined
    const read = logged(row)
    if (row === undefined || read === null || read === 'unreadable') return read === 'unreadable' ? read : null
    return { ...read, undone: row.undone === 1 }
  }

  function contentOf(row: ShortRow): ListedStep['content'] {
    // A number may come again for another step, and typing makes a step longer.
    const mark = JSON.stringify([row.made_at, row.merge_key, row.label, row.bytes, row.merge_key && revision()])
    const found = known.get(row.seq)
    if (found?.mark === mark) return found.content
    const read = step(row.seq)
    const content =
      read === null || read === 'unreadable'
        ? null
        : { label: read.change.label, records: Object.keys(read.change.edits).length }
    known.set(row.seq, { mark, content })
    return content
  }

  return {
    revision,
    step,
    order: () =>
      (numbers.all() as { seq: number; undone: number }[]).map(({ seq, undone }) => ({ seq, undone: undone === 1 })),
    listSteps: (before, limit) =>
      ((before === null ? newest.all(limit) : older.all(before, limit)) as ShortRow[]).map((row) => ({
        seq: row.seq,
        madeAt: row.made_at,
        undone: row.undone === 1,
        merges: row.merge_key !== null,
        content: contentOf(row),
      })),
  }
}
