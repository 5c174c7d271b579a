import type { Connection } from '../connection'
import { refuse, type StoreReply } from '../document-store'
import { readHeader } from '../file-header'
import { apply, versionOf } from '../migrate'
import { MIGRATIONS } from '../migrations'
import { whatIsWrong } from '../open-workspace-file'
import { withPrivateCopy } from '../private-copy'
import { readRecords } from '../record-rows'
import { storeErrorOf } from '../sqlite-errors'

/** How many records a version has, if all of its rows are whole. */
export function countRecords(file: string): StoreReply<number> {
  return readVersionFile<number>(file, (db) => {
    const { records, problems } = readRecords(db, file)
    const [first] = problems
    return first === undefined
      ? { ok: true, value: records.length }
      : refuse('corrupt', `record ${first.record ?? ''}: ${first.detail}`, file)
  })
}

/** Looks into a copy of a version, checked and brought to today's form. The file itself is left as it is. */
export function readVersionFile<T>(file: string, look: (db: Connection) => StoreReply<T>): StoreReply<T> {
  const header = readHeader(file)
  if (header.kind === 'missing') return refuse('not-found', 'the file is gone', file)
  if (header.kind !== 'workspace') return refuse('corrupt', header.detail, file)
  try {
    return withPrivateCopy(file, (db) => {
      const wrong = whatIsWrong(db, MIGRATIONS)
      if (wrong !== null) return refuse('corrupt', wrong.detail, file)
      const from = versionOf(db)
      for (const migration of MIGRATIONS) if (migration.version > from) apply(db, migration)
      return look(db)
    })
  } catch (error) {
    return { ok: false, error: { ...(storeErrorOf(error) ?? { code: 'storage', message: String(error) }), path: file } }
  }
}
