import { filterItems } from '../layout/filter-items'
import { meetsWindow } from '../layout/in-window'
import { lanesOf } from '../layout/lanes'
import type { Lane, TimelineItem } from '../layout/timeline-item'
import { timelineItems } from '../layout/timeline-items'
import { recordOfType, type Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { RecordOf } from '../model/record'
import { figureParts, sourcesOfParts, type FigureParts } from './figure-parts'
import type { FigureSpec } from './figure-spec'
import { figureNotes, type FigureNote } from './notes/figure-notes'

/** What a figure has to show, before it has a place. */
export interface FigureContent {
  readonly document: Document
  readonly spec: FigureSpec
  /** The records selected, in the order of their first day. */
  readonly items: readonly TimelineItem[]
  /** Records of the window that filters hide. */
  readonly hidden: number
  readonly lanes: readonly Lane[]
  readonly notes: readonly FigureNote[]
  /** What stands under the rows. */
  readonly parts: FigureParts
  /** What the parts rest on; empty where the figure names no sources. */
  readonly partSources: readonly RecordOf<'source'>[]
  /** Notes that hang on a record. */
  notesOn(record: RecordId): readonly FigureNote[]
  /** What a record rests on, in its own order; empty where the figure names no sources. */
  sourcesOf(record: RecordId): readonly RecordOf<'source'>[]
}

const NONE: readonly never[] = []

/** Chooses what of a document a figure shows. */
export function figureContent(document: Document, spec: FigureSpec): FigureContent {
  const only = spec.only === undefined ? null : new Set(spec.only)
  const all = timelineItems(document)
  const inWindow = all.filter(({ record, extent }) => meetsWindow(extent, spec.window) && only?.has(record) !== false)
  const items = filterItems(inWindow, spec.filters)
  const notes = figureNotes(document, spec.settings)
  const parts = figureParts(document, spec, all)
  const onRecords = new Map<RecordId, FigureNote[]>()
  for (const note of notes)
    if (note.record !== null) onRecords.set(note.record, [...(onRecords.get(note.record) ?? []), note])
  // Asked for each name at every step of the layout.
  const known = new Map<RecordId, readonly RecordOf<'source'>[]>()
  return {
    document,
    spec,
    items,
    hidden: inWindow.length - items.length,
    lanes: lanesOf(document, items, spec.grouping),
    notes,
    parts,
    partSources: spec.settings.sources
      ? sourcesOfParts(parts, spec).flatMap((id) => recordOfType(document, 'source', id) ?? [])
      : NONE,
    notesOn: (record) => onRecords.get(record) ?? NONE,
    sourcesOf(record) {
      if (!spec.settings.sources) return NONE
      const sources = known.get(record) ?? sourcesOf(document, record)
      known.set(record, sources)
      return sources
    },
  }
}

function sourcesOf(document: Document, id: RecordId): RecordOf<'source'>[] {
  const record = document.records.get(id)
  if (record === undefined || !('sources' in record)) return []
  return [...new Set(record.sources)].flatMap((source) => recordOfType(document, 'source', source) ?? [])
}

/** Every record that the figure depends on, sorted: a change of any other leaves it as it is. */
export function recordsBehind(content: FigureContent): RecordId[] {
  const { document, spec, items, notes } = content
  const found = new Set<RecordId>()
  for (const { record, vendors, architectures } of items) {
    for (const id of [record, ...vendors, ...architectures]) if (document.records.has(id)) found.add(id)
    for (const { id } of content.sourcesOf(record)) found.add(id)
  }
  for (const { id } of notes) found.add(id)
  for (const part of [content.parts.lanes, content.parts.status, content.parts.comparison])
    for (const id of part?.records ?? []) if (document.records.has(id)) found.add(id)
  for (const { id } of content.partSources) found.add(id)
  if (content.parts.hypothetical !== null) found.add(content.parts.hypothetical.id)
  if (spec.settings.links)
    for (const record of document.records.values())
      if (record.type === 'link' && found.has(record.from) && found.has(record.to)) found.add(record.id)
  return [...found].sort()
}
