import type { TapelineRecord } from '../../../domain/model/record'
import { refuse, type StoreReply } from '../document-store'
import { readHeader } from '../file-header'
import { apply, versionOf } from '../migrate'
import { MIGRATIONS } from '../migrations'
import { whatIsWrong } from '../open-workspace-file'
import { withPrivateCopy } from '../private-copy'
import { storeErrorOf } from '../sqlite-errors'
import { readRecords } from '../record-rows'

/** The records of a copy of a workspace, brought to today's form. The file is checked and left as it is. */
export function readVersionFile(file: string): StoreReply<TapelineRecord[]> {
  const header = readHeader(file)
  if (header.kind === 'missing') return refuse('not-found', 'the file is gone', file)
  if (header.kind !== 'workspace') return refuse('corrupt', header.detail, file)
  try {
    return withPrivateCopy(file, (db) => {
      const wrong = whatIsWrong(db, MIGRATIONS)
      if (wrong !== null) return refuse('corrupt', wrong.detail, file)
      const from = versionOf(db)
      for (const migration of MIGRATIONS) if (migration.version > from) apply(db, migration)
      const { records, problems } = readRecords(db, file)
      // A restore would delete what could not be read.
      const [problem] = problems
      if (problem !== undefined)
        return refuse('corrupt', `${String(problems.length)} records cannot be read: ${problem.detail}`, file)
      return { ok: true, value: records }
    })
  } catch (error) {
    return { ok: false, error: { ...(storeErrorOf(error) ?? { code: 'storage', message: String(error) }), path: file } }
  }
}
