import type { Document } from '../model/document'
import type { Names } from '../model/names'
import type { TapelineRecord } from '../model/record'
import { recordNames } from '../model/record-name'

/** What a step on several records is called after: `H200 and 4 more`, `「H200」等 5 筆`. */
export function severalNames(records: readonly [TapelineRecord, ...TapelineRecord[]], document: Document): Names {
  const first = recordNames(records[0], document)
  if (records.length === 1) return first
  return { en: `${first.en} and ${records.length - 1} more`, 'zh-Hant': `${first['zh-Hant']} 等 ${records.length} 筆` }
}
