import type { Connection } from '../connection'
import { refuse, type StoreReply } from '../document-store'
import { readHeader } from '../file-header'
import { apply, versionOf } from '../migrate'
import { MIGRATIONS } from '../migrations'
import { whatIsWrong } from '../open-workspace-file'
import { withPrivateCopy } from '../private-copy'
import { storeErrorOf } from '../sqlite-errors'

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
