import type { Document } from '../../domain/model/document'
import type { RecordType, TapelineRecord } from '../../domain/model/record'
import { recordNames } from '../../domain/model/record-name'
import { fold, searchTerms } from '../../domain/search/fold'

const MOST = 8

const textOf = (record: TapelineRecord, document: Document): string => {
  const { en, 'zh-Hant': zh } = recordNames(record, document)
  const aliases = 'aliases' in record ? (record.aliases ?? []) : []
  const publisher = record.type === 'source' ? [record.publisher] : []
  return fold([en, zh, ...aliases, ...publisher, record.id].join('\n'))
}

/**
 * The records of these types whose names hold every word of the query, in either language; the
 * ones whose name begins with it first. Two Chinese characters are enough. A blank query gives the first few.
 */
export function candidates(
  document: Document,
  types: readonly RecordType[],
  query: string,
  taken: readonly string[],
): TapelineRecord[] {
  const terms = searchTerms(query)
  const whole = fold(query).trim()
  const found: { record: TapelineRecord; rank: number }[] = []
  for (const record of document.records.values()) {
    if (!types.includes(record.type) || taken.includes(record.id)) continue
    const text = textOf(record, document)
    if (!terms.every((term) => text.includes(term))) continue
    const lines = text.split('\n')
    found.push({ record, rank: lines.includes(whole) ? 0 : lines.some((line) => line.startsWith(whole)) ? 1 : 2 })
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ record }) => record)
}
