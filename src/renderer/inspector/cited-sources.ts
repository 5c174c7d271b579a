import { recordOfType, type Document } from '../../domain/model/document'
import type { RecordId } from '../../domain/model/ids'
import type { RecordOf, TapelineRecord } from '../../domain/model/record'

/** The sources of a record, each under the number that stands beside what it supports, from 1. */
export interface CitedSources {
  readonly list: readonly RecordOf<'source'>[]
  numbers(sources: readonly RecordId[]): readonly number[]
}

/** Numbered as they first appear: the record's own, then those of its figures, provisions and dissent. */
export function citedSources(document: Document, record: TapelineRecord): CitedSources {
  const ids = new Set<RecordId>()
  const take = (sources: readonly RecordId[]): void => {
    for (const id of sources) ids.add(id)
  }
  if ('sources' in record) take(record.sources)
  if ('specs' in record) for (const spec of record.specs) take(spec.sources)
  if (record.type === 'rule') for (const provision of record.provisions) take(provision.sources)
  if ('disagreements' in record) for (const other of record.disagreements ?? []) take(other.sources)

  const list = [...ids].flatMap((id) => recordOfType(document, 'source', id) ?? [])
  const numberOf = new Map(list.map((source, index) => [source.id, index + 1]))
  return {
    list,
    numbers: (sources) => sources.flatMap((id) => numberOf.get(id) ?? []).sort((a, b) => a - b),
  }
}
