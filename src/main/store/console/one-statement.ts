import type { DatabaseSyncInstance, StatementSyncInstance } from '@photostructure/sqlite'
import { failed, type Queried } from '../../../domain/console/query-outcome'

/**
 * Prepares a text that must be one statement without parameters. SQLite itself stops at the end of
 * the first statement and is silent about the rest, and the package does not hand on where that was;
 * but the expanded text of a statement without parameters is that very text. Throws SQLite's errors.
 */
export function prepareOne(db: DatabaseSyncInstance, sql: string): Queried<StatementSyncInstance> {
  // SQLite would take a NUL for the end of the text.
  if (sql.includes('\0')) return failed('sql', 'unrecognized token: NUL')
  if (isBlank(db, sql)) return failed('empty')
  const statement = db.prepare(sql)
  const own = statement.expandedSQL
  if (own === undefined || !sql.startsWith(own)) return failed('parameters')
  const rest = sql.slice(own.length)
  if (!isBlank(db, rest)) return failed('several', '', { from: sql.length - rest.trimStart().length, to: sql.length })
  return { ok: true, value: statement }
}

/** Nothing but spaces, remarks and semicolons, by SQLite's own reading. */
function isBlank(db: DatabaseSyncInstance, sql: string): boolean {
  const rest = sql.replace(/^[\s;]+/, '')
  if (rest === '') return true
  try {
    db.prepare(rest)
    return false
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_ARG_VALUE'
  }
}
