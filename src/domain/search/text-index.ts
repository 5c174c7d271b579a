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

/** What results are grouped by, and in this order where no record bears the very name. */
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
 * half width, two Chinese characters as well as ten. Grouped by type; a type in
 * which a record is called just that comes first; within it by how well the hit names the record (a name or alias that is the query itself,
 * then a name that begins with it, a name, an alias, a summary …), then as in the document.
 * A blank query finds nothing.
 */
export function searchText(index: TextIndex, query: string): Hit[] {
  const terms = searchTerms(query)
  if (terms.length === 0) return []
  const whole = fold(query).trim()
  const found: { hit: Hit; rank: number; at: number }[] = []
  const named = new Set<RecordType>()
  for (const [at, entry] of index.entries()) {
    if (!terms.every((term) => entry.whole.includes(term))) continue
    const best = bestField(entry, terms, whole)
    if (best === null) continue
    found.push({ hit: { record: entry.record, type: entry.type, field: best.field }, rank: best.rank, at })
    if (best.rank === EXACT) named.add(entry.type)
  }
  const typeOrder = (type: RecordType): number =>
    (named.has(type) ? 0 : HIT_TYPES.length) + HIT_TYPES.findIndex((known) => known === type)
  return found
    .sort((a, b) => typeOrder(a.hit.type) - typeOrder(b.hit.type) || a.rank - b.rank || a.at - b.at)
    .map(({ hit }) => hit)
}

/** The rank of a name or alias that is the query itself. */
const EXACT = -1

/** The field with most of the terms; among equals the most telling one. Its rank: lower is better. */
function bestField(entry: Entry, terms: readonly string[], whole: string): { field: TextField; rank: number } | null {
  let best: { field: TextField; rank: number } | null = null
  for (const [i, field] of entry.fields.entries()) {
    const text = entry.folded[i] ?? ''
    const held = terms.filter((term) => text.includes(term)).length
    if (held === 0) continue
    const names = field.field === 'name' || field.field === 'alias'
    const beginning = terms.some((term) => text.startsWith(term)) ? 0 : 1
    const rank =
      names && text === whole ? EXACT : (terms.length - held) * 100 + TEXT_FIELDS.indexOf(field.field) * 2 + beginning
    if (best === null || rank < best.rank) best = { field, rank }
  }
  return best
}
