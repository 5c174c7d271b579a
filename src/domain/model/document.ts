import type { RecordId } from './ids'
import { MANY_IN_A_PART, toTheEnd, type InParts } from './in-parts'
import type { RecordOf, RecordType, TapelineRecord } from './record'

/** All records of a workspace by id. A value: an edit makes a new document. */
export interface Document {
  readonly records: ReadonlyMap<RecordId, TapelineRecord>
}

export const EMPTY_DOCUMENT: Document = { records: new Map() }

/** Builds a document. Throws on an id used twice, because nothing downstream could tell them apart. */
export const documentOf = (records: Iterable<TapelineRecord>): Document => toTheEnd(buildingDocument(records))

/** The same, some thousand records at a time. */
export function* buildingDocument(records: Iterable<TapelineRecord>): InParts<Document> {
  const byId = new Map<RecordId, TapelineRecord>()
  for (const record of records) {
    if (byId.has(record.id)) throw new Error(`record id used twice: ${record.id}`)
    byId.set(record.id, record)
    if (byId.size % MANY_IN_A_PART === 0) yield
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

type ByType = ReadonlyMap<RecordType, readonly TapelineRecord[]>
const known = new WeakMap<Document, ByType>()
const NONE: readonly never[] = []

/** All records of a type, in document order. Sorted out once for each document: of many it takes a while to look at all. */
export function recordsOfType<T extends RecordType>(document: Document, type: T): readonly RecordOf<T>[] {
  const byType = known.get(document) ?? toTheEnd(sortingByType(document))
  return (byType.get(type) ?? NONE) as readonly RecordOf<T>[]
}

/** Sorts them out in parts, before one asks. */
export function* sortingByType(document: Document): InParts<ByType> {
  const byType = new Map<RecordType, TapelineRecord[]>()
  let seen = 0
  for (const record of document.records.values()) {
    const list = byType.get(record.type)
    if (list === undefined) byType.set(record.type, [record])
    else list.push(record)
    if (++seen % MANY_IN_A_PART === 0) yield
  }
  known.set(document, byType)
  return byType
}
