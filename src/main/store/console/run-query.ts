import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { CONSOLE_TABLES } from '../../../domain/console/tables'
import {
  failed,
  type Queried,
  type QueryRows,
  type ResultCell,
  type ResultColumn,
} from '../../../domain/console/query-outcome'
import { SQLITE, sqliteCode } from '../sqlite-errors'
import { placeOf } from './error-place'
import { prepareOne } from './one-statement'

export interface QueryLimits {
  readonly rows: number
  /** Of all texts together, in UTF-16 units. */
  readonly characters: number
  /** Of one text; a longer one is shortened and ends in `…`. */
  readonly cellCharacters: number
}

/** Runs one statement that reads. It blocks until it is done: whoever must be able to stop it ends the process. */
export function runQuery(db: DatabaseSyncInstance, sql: string, limits: QueryLimits): Queried<QueryRows> {
  const began = performance.now()
  try {
    const prepared = prepareOne(db, sql)
    if (!prepared.ok) return prepared
    const statement = prepared.value
    const columns = statement.columns().map(columnOf)
    const rows: ResultCell[][] = []
    let cut: QueryRows['cut'] = null
    let characters = 0
    statement.setReturnArrays(true)
    statement.setReadBigInts(true)
    for (const values of statement.iterate() as Iterable<unknown[]>) {
      const cells = values.map((value) => cellOf(value, limits.cellCharacters))
      characters += cells.reduce<number>((sum, cell) => sum + sizeOf(cell), 0)
      cut = rows.length >= limits.rows ? 'rows' : characters > limits.characters ? 'size' : null
      if (cut !== null) break
      rows.push(cells)
    }
    return { ok: true, value: { columns, rows, cut, tookMs: performance.now() - began } }
  } catch (error) {
    return failureOf(db, sql, error)
  }
}

function failureOf(db: DatabaseSyncInstance, sql: string, error: unknown): Queried<never> {
  const message = error instanceof Error ? error.message : String(error)
  const code = sqliteCode(error)
  if (code === SQLITE.AUTH || code === SQLITE.READONLY || /^not authorized|may not be modified$/.test(message))
    return failed('read-only', message)
  return failed('sql', message, placeOf(db, sql, message))
}

const RECORD_COLUMNS: ReadonlyMap<string, boolean> = new Map(
  CONSOLE_TABLES.flatMap(({ name, columns }) =>
    columns.map((column) => [`${name}.${column.name}`, column.isRecord] as const),
  ),
)

/** SQLite knows from which table a column comes, through subqueries and joins, but not through expressions. */
function columnOf(column: { name: string; table: string | null; column: string | null }): ResultColumn {
  const isRecord = RECORD_COLUMNS.get(`${column.table ?? ''}.${column.column ?? ''}`)
  return { name: column.name, isRecord: isRecord ?? null }
}

function cellOf(value: unknown, mostCharacters: number): ResultCell {
  if (value === null || value === undefined) return null
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : { number: String(value) }
  if (typeof value === 'number') return Number.isFinite(value) ? value : { number: String(value) }
  if (value instanceof Uint8Array) {
    // Two digits for each byte.
    const shown = value.subarray(0, mostCharacters / 2)
    return { bytes: `x'${Buffer.from(shown).toString('hex')}${shown.length < value.length ? '…' : ''}'` }
  }
  const text = value as string
  return text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text
}

function sizeOf(cell: ResultCell): number {
  if (typeof cell === 'string') return cell.length
  return cell !== null && typeof cell === 'object' && 'bytes' in cell ? cell.bytes.length : 8
}
