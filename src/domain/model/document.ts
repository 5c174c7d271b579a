import type { RecordId } from './ids'
import type { RecordOf, RecordType, TapelineRecord } from './record'

/** All records of a workspace by id. A value: an edit makes a new document. */
export interface Document {
  readonly records: ReadonlyMap<RecordId, TapelineRecord>
}

export const EMPTY_DOCUMENT: Document = { records: new Map() }

/** Builds a document. Throws on an id used twice, because nothing downstream could tell them apart. */
export function documentOf(records: Iterable<TapelineRecord>): Document {
  const byId = new Map<RecordId, TapelineRecord>()
  for (const record of records) {
    if (byId.has(record.id)) throw new Error(`record id used twice: ${record.id}`)
    byId.set(record.id, record)
  }
  return { records: byId }
}

/** The record of that id if it is of that type, else undefined. */
export function recordOfType<T extends RecordType>(
  document: Document,
  type: T,
  id: RecordId | undefined,
): RecordOf<T> | undefined {
  if (id === undefined) return undefined
  const record = document.records.get(id)
  return record?.type === type ? (record as RecordOf<T>) : undefined
}

/** All records of a type, in document order. */
export function recordsOfType<T extends RecordType>(document: Document, type: T): RecordOf<T>[] {
  const found: RecordOf<T>[] = []
  for (const record of document.records.values()) if (record.type === type) found.push(record as RecordOf<T>)
  return found
}
