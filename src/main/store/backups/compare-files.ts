import { sameRecord } from '../../../domain/change/apply'
import type { Change } from '../../../domain/change/change'
import type { TapelineRecord } from '../../../domain/model/record'
import { connect, type Connection } from '../connection'
import { refuse, type StoreReply } from '../document-store'
import { readRecord } from '../record-rows'
import { recordChecksum, type RecordCells } from '../row-checksum'
import { readVersionFile } from './read-version-file'
import type { JobInputs } from './version-jobs'

type Row = RecordCells & { readonly checksum: number }

/**
 * What leads from a version to a copy of the open file, record by record. Rows with the same text are
 * not even parsed, which of a large workspace are nearly all. A row of the open file that is no record
 * stands as it is and is passed over; one of the version that differs makes the version unreadable.
 */
export function compareFiles({ version, now }: JobInputs['compare']): StoreReply<Change['edits']> {
  return readVersionFile(version, (versionDb) => {
    const earlier = new Map(rowsOf(versionDb).map((row) => [row.id, row]))
    const db = connect(now)
    try {
      return edits(earlier, rowsOf(db))
    } finally {
      db.close()
    }
  })
}

function edits(earlier: Map<string, Row>, rows: readonly Row[]): StoreReply<Change['edits']> {
  const found: [string, { from: TapelineRecord | null; to: TapelineRecord | null }][] = []
  for (const row of rows) {
    const was = earlier.get(row.id)
    earlier.delete(row.id)
    if (was?.body === row.body && was.type === row.type) continue
    const to = parsed(row)
    if (to === null) continue
    const from = was === undefined ? null : parsed(was)
    if (was !== undefined && from === null) return unreadable(was)
    if (!sameRecord(from, to)) found.push([row.id, { from, to }])
  }
  for (const was of earlier.values()) {
    const from = parsed(was)
    if (from === null) return unreadable(was)
    found.push([was.id, { from, to: null }])
  }
  return { ok: true, value: Object.fromEntries(found) }
}

const rowsOf = (db: Connection): Row[] =>
  db.prepare('SELECT position, id, type, checksum, body FROM record ORDER BY position').all() as Row[]

function parsed(row: Row): TapelineRecord | null {
  if (recordChecksum(row) !== row.checksum) return null
  const record = readRecord(row)
  return 'code' in record ? null : record
}

// A restore would delete what could not be read.
const unreadable = ({ id }: Row): StoreReply<never> => refuse('corrupt', `record ${id} cannot be read`)
