import { constants, DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { CONSOLE_TABLES, type ConsoleTable, type StoredValue } from '../../../domain/console/tables'
import type { TapelineRecord } from '../../../domain/model/record'

/** One text, and one statement. The package's own limits for the rest are those of SQLite. */
const LIMITS = { length: 50_000_000, sqlLength: 1_000_000, exprDepth: 500, compoundSelect: 200, attach: 0 } as const

const A = constants
const READING: ReadonlySet<number> = new Set([A.SQLITE_SELECT, A.SQLITE_READ, A.SQLITE_RECURSIVE])
/** The only built-in functions that do more than reckon. */
const REFUSED_FUNCTIONS: ReadonlySet<string> = new Set(['load_extension', 'fts3_tokenizer'])

/** The console's tables in memory, while they are filled. */
export interface Filling {
  add(records: readonly TapelineRecord[], places: readonly number[]): void
  /** Ends the filling: from then on nothing can be written, and no file can be reached. */
  close(): DatabaseSyncInstance
}

/** Makes the tables, empty, in memory. */
export function beginFilling(): Filling {
  const db = new DatabaseSync(':memory:', { limits: LIMITS })
  // What a query sorts stays in memory as well: no file is written for it.
  db.exec('PRAGMA temp_store = MEMORY; BEGIN')
  for (const table of CONSOLE_TABLES) db.exec(createStatement(table))
  const inserts = CONSOLE_TABLES.map((table) => ({ table, insert: insertInto(db, table) }))
  return {
    add(records, places) {
      for (const [at, record] of records.entries())
        for (const { table, insert } of inserts) {
          if (table.of.includes(record.type)) insert(table.rowsOf(record), places[at] ?? 0)
        }
    },
    close() {
      for (const table of CONSOLE_TABLES) for (const statement of indexStatements(table)) db.exec(statement)
      db.exec('COMMIT; ANALYZE; PRAGMA query_only = ON')
      db.limits.variableNumber = 0
      db.setAuthorizer((action, _first, second) => {
        if (action === A.SQLITE_FUNCTION) return REFUSED_FUNCTIONS.has(second ?? '') ? A.SQLITE_DENY : A.SQLITE_OK
        return READING.has(action) ? A.SQLITE_OK : A.SQLITE_DENY
      })
      return db
    },
  }
}

const quoted = (name: string): string => `"${name}"`

/** Typed strictly, so that a value of a wrong kind is found when it is filled in. */
function createStatement({ name, columns }: ConsoleTable): string {
  const list = columns.map((column) => `${quoted(column.name)} ${column.type}`)
  return `CREATE TABLE ${quoted(name)} (${list.join(', ')}) STRICT`
}

/** One on every column that ids are joined by. */
function indexStatements({ name, columns }: ConsoleTable): string[] {
  return columns
    .filter(({ isRecord }) => isRecord)
    .map((column) => `CREATE INDEX ${quoted(`${name}_by_${column.name}`)} ON ${quoted(name)} (${quoted(column.name)})`)
}

/** A table of whole records keeps the document's order, whatever order they come in. */
function insertInto(db: DatabaseSyncInstance, { name, columns }: ConsoleTable) {
  const inOrder = columns[0]?.name === 'id'
  const names = columns.map((column) => quoted(column.name))
  const all = inOrder ? ['rowid', ...names] : names
  const statement = db.prepare(
    `INSERT INTO ${quoted(name)} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`,
  )
  return (rows: readonly StoredValue[][], place: number): void => {
    for (const row of rows) statement.run(...(inOrder ? [place, ...row] : row))
  }
}
