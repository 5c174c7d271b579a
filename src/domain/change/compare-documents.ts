import type { Document } from '../model/document'
import type { TapelineRecord } from '../model/record'
import { sameRecord, sameValue } from './apply'
import { DATE_FIELDS } from './commands'

export interface RecordPair {
  readonly from: TapelineRecord
  readonly to: TapelineRecord
}

/** How two states of a workspace differ. A record stands in one list only. */
export interface Comparison {
  readonly added: readonly TapelineRecord[]
  readonly removed: readonly TapelineRecord[]
  /** One of its dates is another; other fields may be, too. */
  readonly moved: readonly RecordPair[]
  /** Its dates are as they were, something else is not. */
  readonly changed: readonly RecordPair[]
}

/** Every record that is not the same in both documents, in document order. */
export function compareDocuments(before: Document, after: Document): Comparison {
  const added: TapelineRecord[] = []
  const moved: RecordPair[] = []
  const changed: RecordPair[] = []
  for (const [id, to] of after.records) {
    const from = before.records.get(id)
    if (from === undefined) added.push(to)
    else if (!sameRecord(from, to)) (haveSameDates(from, to) ? changed : moved).push({ from, to })
  }
  const removed = [...before.records].filter(([id]) => !after.records.has(id)).map(([, record]) => record)
  return { added, removed, moved, changed }
}

function haveSameDates(from: TapelineRecord, to: TapelineRecord): boolean {
  const fields: ReadonlySet<string> = new Set([...DATE_FIELDS[from.type], ...DATE_FIELDS[to.type]])
  const [left, right] = [new Map(Object.entries(from)), new Map(Object.entries(to))]
  return [...fields].every((field) => sameValue(left.get(field), right.get(field)))
}
