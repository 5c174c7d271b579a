import type { Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { TapelineRecord } from '../model/record'

function referencedBy(record: TapelineRecord): readonly (RecordId | undefined)[] {
  switch (record.type) {
    case 'event':
      return [...record.chips, ...record.architectures, ...record.rules]
    case 'chip':
      return [record.architecture, record.variantOf]
    case 'architecture':
      return [record.predecessor]
    case 'rule':
      return [...record.amends, ...record.supersedes]
    case 'link':
      return [record.from, record.to]
    case 'annotation':
      return record.target.kind === 'record' ? [record.target.record] : []
    default:
      return []
  }
}

/** How many records speak of each record: a measure of how much of the story hangs on it. */
export function referenceCounts(document: Document): Map<RecordId, number> {
  const counts = new Map<RecordId, number>()
  for (const record of document.records.values())
    for (const id of referencedBy(record)) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}
