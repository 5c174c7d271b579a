import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { readPragma, type Connection } from './connection'
import type { Migration } from './migrations/migration'
import { writeVerifiedCopy } from './verified-copy'

/**
 * Brings a file up to the newest version, each step in a transaction of its own, after a copy of the
 * old file was made and checked. Returns the copy's path, or null when there was nothing to do.
 * Throws when a step fails; that step is then rolled back whole.
 */
export function migrate(db: Connection, file: string, migrations: readonly Migration[]): string | null {
  const from = versionOf(db)
  const pending = migrations.filter((migration) => migration.version > from)
  if (pending.length === 0) return null
  const copy = freeCopyName(file, from)
  writeVerifiedCopy(db, copy)
  for (const migration of pending) apply(db, migration)
  // The version in the main file must be right even if the log beside it gets lost.
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  return copy
}

export function apply(db: Connection, migration: Migration): void {
  db.exec('BEGIN IMMEDIATE')
  try {
    for (const statement of migration.statements) db.exec(statement)
    migration.fill?.(db)
    for (const statement of migration.last ?? []) db.exec(statement)
    db.exec(`PRAGMA user_version = ${String(migration.version)}`)
    // The log is told by the page of this table (`log-token.ts`), so every write changes it.
    db.exec(`INSERT OR REPLACE INTO meta (key, value) VALUES ('migrated-to', '${String(migration.version)}')`)
    db.exec('COMMIT')
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw new Error(`migration ${String(migration.version)} (${migration.name}) failed`, { cause: error })
  }
}

export function versionOf(db: Connection): number {
  return Number(readPragma(db, 'user_version'))
}

function freeCopyName(file: string, version: number): string {
  const extension = extname(file)
  const stem = join(dirname(file), `${basename(file, extension)} (before version ${String(version + 1)}`)
  for (let n = 1; ; n += 1) {
    const name = `${stem}${n === 1 ? '' : `, ${String(n)}`})${extension}`
    if (!existsSync(name)) return name
  }
}
