import { DatabaseSync } from '@photostructure/sqlite'
import { existsSync } from 'node:fs'
import { readPragma, type Connection } from '../connection'
import { contentsOf, sameContents, type Contents } from '../contents'
import { refuse, type StoreReply } from '../document-store'
import { complaint } from '../integrity'
import { forgetToken } from '../log-token'
import { publishFile } from '../whole-file'
import type { JobInputs } from './version-jobs'

/** Writes the log of a copy into it, checks the whole, and gives it its name only if nothing is wrong. */
export function publishCopy({ copy, file, contents }: JobInputs['publish']): StoreReply<null> {
  if (existsSync(file)) return refuse('storage', 'a file of that name is there already', file)
  const db = new DatabaseSync(copy)
  let wrong: string | null
  try {
    // Alone with it: so no index of the log is laid beside it. A copy needs no log of its own.
    db.exec('PRAGMA locking_mode = exclusive; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON')
    db.exec('PRAGMA journal_mode = delete')
    forgetToken(db)
    wrong = whatIsWrong(db, contents)
  } finally {
    db.close()
  }
  if (wrong !== null) return refuse('corrupt', wrong, file)
  publishFile(copy, file)
  return { ok: true, value: null }
}

function whatIsWrong(db: Connection, expected: Contents): string | null {
  const mode = readPragma(db, 'journal_mode')
  if (mode !== 'delete') return `the copy keeps its log (${String(mode)})`
  const damage = complaint(db, 'integrity_check')
  if (damage !== null) return `the copy is damaged: ${damage}`
  if (db.prepare('PRAGMA foreign_key_check').all().length > 0) return 'the copy has loose ends'
  return sameContents(contentsOf(db), expected) ? null : 'the copy has not all rows'
}
