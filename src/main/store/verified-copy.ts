import { DatabaseSync } from '@photostructure/sqlite'
import { existsSync, rmSync } from 'node:fs'
import { publishFile, temporaryBeside } from './whole-file'
import { guard, type Connection } from './connection'
import { contentsOf, sameContents } from './contents'
import { complaint } from './integrity'
import { forgetToken } from './log-token'

/**
 * Copies an open workspace to a new file, on this thread, and checks the copy before it gets its name.
 * `VACUUM INTO` and not `backup()`: that one copies broken pages without a word. `phaseAfter` is what the connection
 * may do from then on. Throws when the copy is not good.
 */
export function writeVerifiedCopy(db: Connection, file: string, phaseAfter: 'everyday' | 'schema' = 'schema'): void {
  if (existsSync(file)) throw new Error(`${file} is there already`)
  const temporary = temporaryBeside(file)
  try {
    guard(db, 'schema', temporary)
    db.prepare('VACUUM INTO ?').run(temporary)
    const fresh = new DatabaseSync(temporary)
    forgetToken(fresh)
    fresh.close()
    const copy = new DatabaseSync(temporary, { readOnly: true })
    try {
      const found = complaint(copy, 'integrity_check')
      if (found !== null) throw new Error(`the copy is damaged: ${found}`)
      if (copy.prepare('PRAGMA foreign_key_check').all().length > 0) throw new Error('the copy has loose ends')
      if (!sameContents(contentsOf(copy), contentsOf(db))) throw new Error('the copy has not all rows')
    } finally {
      copy.close()
    }
    publishFile(temporary, file)
  } finally {
    guard(db, phaseAfter)
    rmSync(temporary, { force: true })
  }
}
