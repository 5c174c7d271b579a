import type { Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { RecordType } from '../model/record'
import { fold, searchTerms } from './fold'
import { recordTexts, TEXT_FIELDS, type TextField } from './record-texts'

interface Entry {
  readonly record: RecordId
  readonly type: RecordType
  readonly fields: readonly TextField[]
  readonly folded: readonly string[]
  /** All fields in one string, so that most records are passed over with one look. */
  readonly whole: string
}

/** All texts of a document in the form they are searched in. */
export type TextIndex = readonly Entry[]

/** A record that holds every term, and the field that shows it best. */
export interface Hit {
  readonly record: RecordId
  readonly type: RecordType
  readonly field: TextField
}

/** What results are grouped by, and in this order. */
export const HIT_TYPES = [
  'event',
  'chip',
  'architecture',
  'rule',
  'organisation',
  'source',
  'annotation',
  'view',
] as const

/** Stands between fields and cannot be typed into a query, so that no match runs across two fields. */
const BETWEEN = '\u0000'

/** Reads a document once for any number of searches. */
export function textIndex(document: Document): TextIndex {
  const entries: Entry[] = []
  for (const [record, fields] of recordTexts(document)) {
    const type = document.records.get(record)?.type
    if (type === undefined || type === 'link' || fields.length === 0) continue
    const folded = fields.map(({ text }) => fold(text))
    entries.push({ record, type, fields, folded, whole: folded.join(BETWEEN) })
  }
  return entries
}

/**
 * The records in which every word of the query occurs somewhere, letters of either case, full or
 * half width, two Chinese characters as well as ten. Ordered by type, then by where the words were
 * found (a name before an alias before a summary …, a beginning before a middle), then as in the
 * document. A blank query finds nothing.
 */
export function searchText(index: TextIndex, query: string): Hit[] {
  const terms = searchTerms(query)
  if (terms.length === 0) return []
  const found: { hit: Hit; type: number; rank: number; at: number }[] = []
  for (const [at, entry] of index.entries()) {
    if (!terms.every((term) => entry.whole.includes(term))) continue
    const best = bestField(entry, terms)
    if (best === null) continue
    const hit = { record: entry.record, type: entry.type, field: best.field }
    found.push({ hit, type: HIT_TYPES.findIndex((type) => type === entry.type), rank: best.rank, at })
  }
  return found.sort((a, b) => a.type - b.type || a.rank - b.rank || a.at - b.at).map(({ hit }) => hit)
}

/** The field with most of the terms; among equals the most telling one. Its rank: lower is better. */
function bestField(entry: Entry, terms: readonly string[]): { field: TextField; rank: number } | null {
  let best: { field: TextField; rank: number } | null = null
  for (const [i, field] of entry.fields.entries()) {
    const text = entry.folded[i] ?? ''
    const held = terms.filter((term) => text.includes(term)).length
    if (held === 0) continue
    const beginning = terms.some((term) => text.startsWith(term)) ? 0 : 1
    const rank = (terms.length - held) * 100 + TEXT_FIELDS.indexOf(field.field) * 2 + beginning
    if (best === null || rank < best.rank) best = { field, rank }
  }
  return best
}
