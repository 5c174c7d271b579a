import { constants, DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'
import { SQLITE, sqliteCode } from './sqlite-errors'

export type Connection = DatabaseSyncInstance

/** `VACUUM INTO` needs one attached database. */
const LIMITS = { length: 50_000_000, attach: 1, triggerDepth: 10, exprDepth: 100 } as const

const BUSY_TIMEOUT_MS = 5000
/** At the start nobody waits for a file that another program holds; later nobody else can hold it. */
const OPEN_TIMEOUT_MS = 300

/**
 * Opens a workspace file for this program alone and takes its lock. Nothing is written yet, so a
 * file that turns out to be damaged is left as it was. Throws SQLite's errors.
 */
export function connect(file: string): Connection {
  const db = new DatabaseSync(file, { timeout: OPEN_TIMEOUT_MS, limits: LIMITS })
  try {
    guard(db, 'schema')
    setPragma(db, 'locking_mode', 'exclusive')
    setPragma(db, 'trusted_schema', 0, 'OFF')
    setPragma(db, 'cell_size_check', 1, 'ON')
    setPragma(db, 'foreign_keys', 1, 'ON')
    // The first read takes the lock, and replays what a killed session left in the log.
    db.prepare('SELECT count(*) FROM sqlite_schema').get()
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/**
 * Write-ahead log with a flush for each commit: the package's own default loses acknowledged commits
 * in a power cut. Some disks take the log and then fail the first write, so one is tried.
 */
export function prepareToWrite(db: Connection, tryWrite: () => void): void {
  setPragma(db, 'journal_mode', 'wal')
  setPragma(db, 'synchronous', 2, 'FULL')
  // Done by ourselves, with a new token (`log-token.ts`).
  setPragma(db, 'wal_autocheckpoint', 0)
  setPragma(db, 'busy_timeout', BUSY_TIMEOUT_MS)
  try {
    tryWrite()
  } catch (error) {
    if (sqliteCode(error) !== SQLITE.IOERR) throw error
    setPragma(db, 'journal_mode', 'delete')
    setPragma(db, 'synchronous', 3, 'EXTRA')
    tryWrite()
  }
}

function setPragma(db: Connection, name: string, expected: string | number, value: string | number = expected): void {
  db.exec(`PRAGMA ${name} = ${String(value)}`)
  const answer = readPragma(db, name)
  if (answer !== expected) throw new Error(`PRAGMA ${name} is ${String(answer)}, not ${String(value)}`)
}

export function readPragma(db: Connection, name: string): unknown {
  const row = db.prepare(`PRAGMA ${name}`).get() as Record<string, unknown> | undefined
  return row === undefined ? undefined : Object.values(row)[0]
}

const A = constants
const EVERYDAY_ACTIONS: ReadonlySet<number> = new Set([
  A.SQLITE_SELECT,
  A.SQLITE_READ,
  A.SQLITE_INSERT,
  A.SQLITE_UPDATE,
  A.SQLITE_DELETE,
  A.SQLITE_TRANSACTION,
])
const EVERYDAY_FUNCTIONS: ReadonlySet<string> = new Set(['count', 'coalesce', 'max', 'min', 'sum', 'octet_length'])

/**
 * What statements may do. `everyday`: read and write rows. `schema`: also make tables, for opening
 * and migrating. Attaching another file is refused in both, but for a copy to the path named.
 */
export function guard(db: Connection, phase: 'everyday' | 'schema', copyTo?: string): void {
  db.setAuthorizer((action, first, second) => {
    if (action === A.SQLITE_ATTACH) return copyTo !== undefined && first === copyTo ? A.SQLITE_OK : A.SQLITE_DENY
    if (phase === 'schema') return A.SQLITE_OK
    if (action === A.SQLITE_FUNCTION) return EVERYDAY_FUNCTIONS.has(second ?? '') ? A.SQLITE_OK : A.SQLITE_DENY
    return EVERYDAY_ACTIONS.has(action) ? A.SQLITE_OK : A.SQLITE_DENY
  })
}
