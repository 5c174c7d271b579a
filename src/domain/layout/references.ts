import type { RecordId } from '../model/ids'
import type { TapelineRecord } from '../model/record'

/** The records that a record speaks of, as far as that makes them more important. */
export function referencedBy(record: TapelineRecord): readonly (RecordId | undefined)[] {
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
