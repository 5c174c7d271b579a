import * as v from 'valibot'
import { RECORD_SCHEMAS, TapelineRecord, type RecordType } from '../../domain/model/record'
import type { Problem } from '../../domain/model/problem'
import type { Connection } from './connection'
import { recordChecksum, type RecordCells } from './row-checksum'

interface Records {
  readonly records: TapelineRecord[]
  readonly problems: Problem[]
}

export type CheckedRow = RecordCells & { readonly checksum: number }

/** All records in the document's order, and the rows that are none. */
export function readRecords(db: Connection, file: string): Records {
  const rows = db
    .prepare('SELECT position, id, type, checksum, body FROM record ORDER BY position')
    .all() as CheckedRow[]
  return sorted(file, rows, readChecked)
}

export function readChecked(row: CheckedRow): TapelineRecord | Problem {
  return recordChecksum(row) === row.checksum
    ? readRecord(row)
    : { code: 'damaged', detail: 'the row is not what was written (its checksum differs)' }
}

/** Of a file of a newer version: its checksums may be made otherwise. */
export function readRecordsUnchecked(db: Connection, file: string): Records {
  const rows = db.prepare('SELECT id, type, body FROM record ORDER BY position').all() as Row[]
  return sorted(file, rows, readRecord)
}

type Row = Pick<RecordCells, 'id' | 'type' | 'body'>

function sorted<R extends Row>(file: string, rows: R[], read: (row: R) => TapelineRecord | Problem): Records {
  const records: TapelineRecord[] = []
  const problems: Problem[] = []
  for (const row of rows) {
    const found = read(row)
    if ('code' in found) problems.push({ ...found, file, record: row.id })
    else records.push(found)
  }
  return { records, problems }
}

export function readRecord(row: Row): TapelineRecord | Problem {
  let body: unknown
  try {
    body = JSON.parse(row.body)
  } catch (error) {
    return { code: 'not-json', detail: error instanceof Error ? error.message : String(error) }
  }
  // The row names its type, so no other schema is tried: twice as fast for a whole workspace.
  const parsed = v.safeParse(schemaOf(row.type), body)
  if (!parsed.success) {
    const issue = parsed.issues[0]
    const path = v.getDotPath(issue)
    return { code: 'wrong-shape', ...(path === null ? {} : { path }), detail: issue.message }
  }
  if (parsed.output.id !== row.id || parsed.output.type !== row.type)
    return { code: 'wrong-shape', detail: `stands in the row of ${row.type} ${row.id}` }
  return parsed.output
}

const schemaOf = (type: string): v.GenericSchema<unknown, TapelineRecord> =>
  Object.hasOwn(RECORD_SCHEMAS, type) ? RECORD_SCHEMAS[type as RecordType] : TapelineRecord
