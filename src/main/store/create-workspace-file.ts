import { DatabaseSync } from '@photostructure/sqlite'
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { TapelineRecord } from '../../domain/model/record'
import { publishFile, temporaryBeside } from './whole-file'
import { APPLICATION_ID } from './file-header'
import { apply } from './migrate'
import { MIGRATIONS } from './migrations'
import { setOrphansAside } from './orphans'
import { preparedOnce, type Prepare } from './prepared'
import { SqliteTables } from './sqlite-tables'

/**
 * Makes a new workspace file with these records: written whole under another name, flushed, then
 * named. The file must not be there yet. `more` writes further rows. Throws what the system or SQLite throws.
 */
export function createWorkspaceFile(
  file: string,
  records: Iterable<TapelineRecord>,
  more?: (prepare: Prepare) => void,
): void {
  if (existsSync(file)) throw new Error(`${file} is there already`)
  removeUnfinished(file)
  const temporary = temporaryBeside(file)
  try {
    const db = new DatabaseSync(temporary)
    try {
      db.exec(`PRAGMA application_id = ${String(APPLICATION_ID)}`)
      for (const migration of MIGRATIONS) apply(db, migration)
      const prepare = preparedOnce(db)
      const tables = new SqliteTables(prepare)
      db.exec('BEGIN')
      for (const record of records) tables.putRecord(record)
      more?.(prepare)
      db.exec('COMMIT')
      db.exec('PRAGMA journal_mode = WAL')
    } finally {
      db.close()
    }
    setOrphansAside(file)
    publishFile(temporary, file)
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(temporary + suffix, { force: true })
  }
}

/** What an earlier first start left when it was killed. */
function removeUnfinished(file: string): void {
  const folder = dirname(file)
  const prefix = `.${basename(file)}.`
  for (const name of readdirSync(folder))
    if (name.startsWith(prefix) && /\.tmp(?:-wal|-shm|-journal)?$/.test(name))
      rmSync(join(folder, name), { force: true })
}
