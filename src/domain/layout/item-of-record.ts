import { recordOfType, type Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { Jurisdiction } from '../model/jurisdiction'
import type { RecordOf, TapelineRecord } from '../model/record'
import { ITEM_KINDS, type ItemKind } from '../model/view'
import type { Covered, DrawnRecord } from './drawn-dates'
import { sameLife } from './rule-life'
import type { Extent, TimelineItem } from './timeline-item'

/** Who is drawn first where there is no room for all. A record that many others speak of gains on it. */
const BASE_IMPORTANCE: Readonly<Record<ItemKind, number>> = {
  'architecture-span': 90,
  rule: 85,
  policy: 70,
  chip: 66,
  response: 62,
  architecture: 56,
  announcement: 50,
  release: 50,
  roadmap: 45,
  market: 30,
  report: 30,
}
const MOST_FROM_REFERENCES = 24

/** One string for each kind, and not one for each record that was read: then a kind is looked up by its address. */
const KINDS: ReadonlyMap<ItemKind, ItemKind> = new Map(ITEM_KINDS.map((kind) => [kind, kind]))

function kindOf(record: DrawnRecord): ItemKind {
  if (record.type === 'event') return KINDS.get(record.kind) ?? record.kind
  return record.type === 'architecture' ? 'architecture-span' : record.type
}

/** `references`: how many records speak of this one. */
export function itemOf(
  document: Document,
  record: DrawnRecord,
  { extent, life }: Covered,
  references: number,
): TimelineItem {
  const kind = kindOf(record)
  return {
    record: record.id,
    kind,
    names: record.name,
    shape: kind === 'architecture-span' || kind === 'rule' ? 'span' : 'point',
    extent,
    life,
    vendors: vendorsOf(document, record),
    jurisdictions: jurisdictionsOf(document, record),
    architectures: architecturesOf(document, record),
    confidence: record.confidence,
    importance: BASE_IMPORTANCE[kind] + Math.min(references, MOST_FROM_REFERENCES),
  }
}

const NONE: readonly never[] = []

function vendorsOf(document: Document, record: DrawnRecord): readonly RecordId[] {
  if (record.type === 'event') return eventVendors(document, record)
  return record.type === 'rule' ? NONE : [record.vendor]
}

function eventVendors(document: Document, record: RecordOf<'event'>): readonly RecordId[] {
  if (record.actors.length + record.chips.length + record.architectures.length === 0) return NONE
  const vendors = new Set<RecordId>()
  for (const id of record.actors)
    if (recordOfType(document, 'organisation', id)?.roles.includes('vendor')) vendors.add(id)
  for (const id of record.chips) {
    const chip = recordOfType(document, 'chip', id)
    if (chip !== undefined) vendors.add(chip.vendor)
  }
  for (const id of record.architectures) {
    const architecture = recordOfType(document, 'architecture', id)
    if (architecture !== undefined) vendors.add(architecture.vendor)
  }
  return [...vendors]
}

function jurisdictionsOf(document: Document, record: DrawnRecord): readonly Jurisdiction[] {
  if (record.type === 'event') return record.jurisdictions
  if (record.type === 'rule') return [record.jurisdiction]
  const home = recordOfType(document, 'organisation', record.vendor)?.jurisdiction
  return home === undefined ? NONE : [home]
}

function architecturesOf(document: Document, record: DrawnRecord): readonly RecordId[] {
  if (record.type === 'architecture') return [record.id]
  if (record.type === 'chip') return record.architecture === undefined ? NONE : [record.architecture]
  if (record.type === 'rule' || record.architectures.length + record.chips.length === 0) return NONE
  const found = new Set<RecordId>(record.architectures)
  for (const id of record.chips) {
    const architecture = recordOfType(document, 'chip', id)?.architecture
    if (architecture !== undefined) found.add(architecture)
  }
  return [...found]
}

/** What the items of other records take from a record; another text means that they may be others, too. */
export function facetOf(record: TapelineRecord | undefined): string {
  switch (record?.type) {
    case 'organisation':
      return `organisation ${record.jurisdiction ?? ''} ${record.roles.includes('vendor')}`
    case 'chip':
      return `chip ${record.vendor} ${record.architecture ?? ''}`
    case 'architecture':
      return `architecture ${record.vendor}`
    default:
      return ''
  }
}

/** Whether an item takes anything from one of these records. */
export function takesFrom(record: DrawnRecord, others: ReadonlySet<RecordId>): boolean {
  if (record.type === 'rule') return false
  if (record.type !== 'event') return others.has(record.vendor)
  const has = (id: RecordId): boolean => others.has(id)
  return record.actors.some(has) || record.chips.some(has) || record.architectures.some(has)
}

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a === b || (a.length === b.length && a.every((value, index) => value === b[index]))

/** Whether two items of one record are drawn the same. */
export function sameItem(a: TimelineItem, b: TimelineItem): boolean {
  return (
    a.record === b.record &&
    a.kind === b.kind &&
    a.confidence === b.confidence &&
    a.importance === b.importance &&
    (a.names === b.names || (a.names.en === b.names.en && a.names['zh-Hant'] === b.names['zh-Hant'])) &&
    sameExtent(a.extent, b.extent) &&
    sameLife(a.life, b.life) &&
    sameList(a.vendors, b.vendors) &&
    sameList(a.jurisdictions, b.jurisdictions) &&
    sameList(a.architectures, b.architectures)
  )
}

function sameExtent(a: Extent, b: Extent): boolean {
  return (
    a.earliest === b.earliest &&
    a.solidFrom === b.solidFrom &&
    a.solidTo === b.solidTo &&
    a.latest === b.latest &&
    a.openEnd === b.openEnd &&
    a.openStart === b.openStart &&
    a.approximate === b.approximate &&
    a.leadFrom === b.leadFrom
  )
}
