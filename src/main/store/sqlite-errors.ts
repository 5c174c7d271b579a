import type { StoreError } from './document-store'

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html). */
export const SQLITE = {
  BUSY: 5,
  LOCKED: 6,
  READONLY: 8,
  IOERR: 10,
  CORRUPT: 11,
  FULL: 13,
  CANTOPEN: 14,
  TOOBIG: 18,
  AUTH: 23,
  NOTADB: 26,
} as const

/** The primary code of an error SQLite raised; null for any other error, which is a defect of ours. */
export function sqliteCode(error: unknown): number | null {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return null
  return error.errcode & 0xff
}

/** What went wrong for the caller, or null when SQLite's code speaks of a mistake in the program. */
export function storeErrorOf(error: unknown): StoreError | null {
  const message = error instanceof Error ? error.message : String(error)
  switch (sqliteCode(error)) {
    case SQLITE.FULL:
      return { code: 'storage', message: `the disk is full (${message})` }
    case SQLITE.IOERR:
      return { code: 'storage', message: `the disk refused (${message})` }
    case SQLITE.CANTOPEN:
      return { code: 'storage', message: `the file cannot be opened (${message})` }
    case SQLITE.BUSY:
    case SQLITE.LOCKED:
      return { code: 'storage', message: `another program uses the file (${message})` }
    case SQLITE.TOOBIG:
      return { code: 'storage', message: `one record is too large for the file (${message})` }
    case SQLITE.READONLY:
      return { code: 'read-only', message }
    case SQLITE.CORRUPT:
    case SQLITE.NOTADB:
      return { code: 'corrupt', message }
    default:
      return null
  }
}
