import type { Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { Locale } from '../model/names'
import type { RecordType, TapelineRecord } from '../model/record'
import { recordNames } from '../model/record-name'
import { fold } from './fold'

/** A link to a record as it is written in a note: `[[H200]]`, or `[[h200|that chip]]` to say it in other words. */
export interface NoteLink {
  /** A name in either language, or an id. */
  readonly target: string
  readonly shown: string
}

/** Names and ids of a document in the form they are compared in. */
export interface LinkIndex {
  readonly byName: ReadonlyMap<string, RecordId>
  readonly named: readonly LinkEntry[]
}

interface LinkEntry {
  readonly record: RecordId
  readonly type: RecordType
  /** Names and what it is called besides; the first `own` of them are its names. */
  readonly folded: readonly string[]
  readonly own: number
}

/** Which record a name means that several bear. */
const TYPE_ORDER: readonly RecordType[] = [
  'chip',
  'architecture',
  'event',
  'rule',
  'organisation',
  'source',
  'view',
  'scenario',
  'annotation',
  'link',
]

/** The same for the parser of Markdown and for back-links: no line break and no bracket inside. */
export const NOTE_LINK = /\[\[([^[\]|\n]{1,200})(?:\|([^[\]\n]{1,200}))?\]\]/

/** Reads one match of {@link NOTE_LINK}; null for a link to nothing but spaces. */
export function noteLinkOf(match: RegExpExecArray | RegExpMatchArray): NoteLink | null {
  const target = (match[1] ?? '').trim()
  const shown = (match[2] ?? '').trim()
  return target === '' ? null : { target, shown: shown === '' ? target : shown }
}

/** All links in a note, in the order they stand. Code is not left out: a back-link too many does no harm. */
export function noteLinks(text: string): NoteLink[] {
  if (!text.includes('[[')) return []
  return [...text.matchAll(new RegExp(NOTE_LINK, 'g'))].flatMap((match) => noteLinkOf(match) ?? [])
}

const folding = (text: string): string => fold(text).replaceAll(/\s+/gu, ' ').trim()

function namesOf(record: TapelineRecord, document: Document): Pick<LinkEntry, 'folded' | 'own'> {
  const names = recordNames(record, document)
  const own = new Set([folding(names.en), folding(names['zh-Hant'])])
  const more = [
    ...('aliases' in record ? (record.aliases ?? []) : []),
    ...('codename' in record && record.codename !== undefined ? [record.codename] : []),
    ...('citation' in record && record.citation !== undefined ? [record.citation] : []),
  ]
  return { folded: [...new Set([...own, ...more.map(folding)])], own: own.size }
}

/** Reads a document once for any number of look-ups. */
export function linkIndex(document: Document): LinkIndex {
  const order = new Map(TYPE_ORDER.map((type, at) => [type, at]))
  const records = [...document.records.values()].sort((a, b) => (order.get(a.type) ?? 0) - (order.get(b.type) ?? 0))
  const byName = new Map<string, RecordId>()
  for (const { id } of records) byName.set(id, id)
  const named = records.map((record) => ({ record: record.id, type: record.type, ...namesOf(record, document) }))
  // A record's own name goes before what another is called besides.
  for (const ownNames of [true, false])
    for (const { record, folded, own } of named)
      for (const name of ownNames ? folded.slice(0, own) : folded.slice(own))
        if (!byName.has(name)) byName.set(name, record)
  return { byName, named }
}

/** The record that a link means: an id, or a name in either language, whatever its case and width. Null if none. */
export function resolveLink(index: LinkIndex, target: string): RecordId | null {
  return index.byName.get(target.trim()) ?? index.byName.get(folding(target)) ?? null
}

/**
 * Records whose name, alias or id holds what was typed so far, at most `limit`: those that begin with it
 * first, then by kind of record. A blank query gives the first ones.
 */
export function completeLink(index: LinkIndex, query: string, limit: number): RecordId[] {
  const typed = folding(query)
  const ranks: RecordId[][] = [[], [], []]
  for (const { record, type, folded } of index.named) {
    if (type === 'link' || type === 'view' || type === 'annotation') continue
    const texts = [...folded, record]
    const rank = texts.includes(typed)
      ? 0
      : texts.some((text) => text.startsWith(typed))
        ? 1
        : texts.some((text) => text.includes(typed))
          ? 2
          : null
    if (rank !== null) ranks[rank]?.push(record)
    if ((ranks[0]?.length ?? 0) + (ranks[1]?.length ?? 0) >= limit * 8) break
  }
  return ranks.flat().slice(0, limit)
}

/** How a link to a record is written: its name where that leads back to it, else its id. */
export function linkText(index: LinkIndex, document: Document, id: RecordId, locale: Locale): string {
  const record = document.records.get(id)
  if (record === undefined) return id
  const name = recordNames(record, document)[locale]
  const fits = !/[[\]|\n]/.test(name) && name.length <= 200 && resolveLink(index, name) === id
  return fits ? name : id
}

/**
 * The notes that link to a record, as the record to show for each: what the note stands on, or the note
 * itself where it stands on a date. In document order, none twice, the record itself left out.
 */
export function mentionsOf(document: Document, id: RecordId, index?: LinkIndex): RecordId[] {
  const found = new Set<RecordId>()
  let names = index
  for (const record of document.records.values()) {
    if (record.type !== 'annotation') continue
    const links = noteLinks(record.text)
    if (links.length === 0) continue
    const holder = record.target.kind === 'record' ? record.target.record : record.id
    if (holder === id || found.has(holder)) continue
    names ??= linkIndex(document)
    for (const { target } of links) if (resolveLink(names, target) === id) found.add(holder)
  }
  return [...found]
}
