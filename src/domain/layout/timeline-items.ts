import { recordOfType, type Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { Jurisdiction } from '../model/jurisdiction'
import type { RecordOf } from '../model/record'
import type { ItemKind } from '../model/view'
import { parseEdtf, type EdtfDate } from '../time/edtf'
import { extentBetween, extentOfDate } from './extent'
import { referenceCounts } from './references'
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

/** Days that open ends run past the last date of the document. */
const BEYOND_LAST_DATE = 180

interface Range {
  readonly origin: number
  readonly horizon: number
}

function dateOf(text: string | undefined): EdtfDate | undefined {
  if (text === undefined) return undefined
  const date = parseEdtf(text)
  return date.ok ? date.value : undefined
}

const firstOf = (...dates: (EdtfDate | undefined)[]): EdtfDate | undefined => dates.find((date) => date !== undefined)

/** The lead-in of a bar: from its announcement to its beginning, where the one is before the other. */
function withLead(extent: Extent, announced: EdtfDate | undefined): Extent {
  if (announced === undefined || !Number.isFinite(announced.earliest) || announced.earliest >= extent.earliest)
    return extent
  return { ...extent, leadFrom: announced.earliest }
}

const datesOf = (record: RecordOf<'architecture' | 'chip' | 'event' | 'rule'>): (string | undefined)[] => {
  switch (record.type) {
    case 'event':
      return [record.date]
    case 'rule':
      return [record.announced, record.published, record.effective, record.enforced, record.ended]
    default:
      return [record.announced, record.available, record.withdrawn]
  }
}

/** The first and last day of the document, with room for what has no stated end. */
function rangeOf(records: readonly RecordOf<'architecture' | 'chip' | 'event' | 'rule'>[]): Range {
  let [origin, last] = [Infinity, -Infinity]
  for (const record of records)
    for (const text of datesOf(record)) {
      const date = dateOf(text)
      if (date === undefined) continue
      for (const edge of [date.earliest, date.latest])
        if (Number.isFinite(edge)) {
          origin = Math.min(origin, edge)
          last = Math.max(last, edge)
        }
    }
  return origin > last ? { origin: 0, horizon: 1 } : { origin, horizon: last + BEYOND_LAST_DATE }
}

/** An architecture lasts from its availability until that of the generation which follows it. */
function architectureExtent(
  record: RecordOf<'architecture'>,
  successorDate: EdtfDate | undefined,
  range: Range,
): Extent | undefined {
  const [announced, available] = [dateOf(record.announced), dateOf(record.available)]
  const begin = firstOf(available, announced)
  if (begin === undefined) return undefined
  const end = firstOf(dateOf(record.withdrawn), successorDate)
  const after = end !== undefined && end.latest > begin.earliest ? end.start : null
  return withLead(extentBetween(begin.start, after, range.origin, range.horizon), announced)
}

/** A rule lasts from the day it takes effect (else is published, announced) until it is ended. */
function ruleExtent(record: RecordOf<'rule'>, range: Range): Extent | undefined {
  const [announced, published] = [dateOf(record.announced), dateOf(record.published)]
  const begin = firstOf(dateOf(record.effective), published, announced)
  if (begin === undefined) return undefined
  const end = dateOf(record.ended)
  const after = begin.end !== null ? begin.end : end === undefined ? null : end.start
  return withLead(extentBetween(begin.start, after, range.origin, range.horizon), firstOf(announced, published))
}

function eventVendors(document: Document, record: RecordOf<'event'>): RecordId[] {
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

function eventArchitectures(document: Document, record: RecordOf<'event'>): RecordId[] {
  const found = new Set<RecordId>(record.architectures)
  for (const id of record.chips) {
    const architecture = recordOfType(document, 'chip', id)?.architecture
    if (architecture !== undefined) found.add(architecture)
  }
  return [...found]
}

/** The earliest date on which a successor of each architecture became available. */
function successorDates(architectures: readonly RecordOf<'architecture'>[]): Map<RecordId, EdtfDate> {
  const dates = new Map<RecordId, EdtfDate>()
  for (const { predecessor, available, announced } of architectures) {
    const date = firstOf(dateOf(available), dateOf(announced))
    if (predecessor === undefined || date === undefined) continue
    const known = dates.get(predecessor)
    if (known === undefined || date.earliest < known.earliest) dates.set(predecessor, date)
  }
  return dates
}

/**
 * Everything of a document that can be drawn on the axis, sorted by first possible day, then id.
 * A chip stands at its announcement, or at its availability where no announcement is known.
 * Records without any date are left out: they have no place on an axis, and the lists show them.
 */
export function timelineItems(document: Document): TimelineItem[] {
  const drawn = [...document.records.values()].filter(
    (record) =>
      record.type === 'architecture' || record.type === 'chip' || record.type === 'event' || record.type === 'rule',
  )
  const range = rangeOf(drawn)
  const references = referenceCounts(document)
  const successors = successorDates(drawn.filter((record) => record.type === 'architecture'))
  const home = (vendor: RecordId): Jurisdiction[] => {
    const jurisdiction = recordOfType(document, 'organisation', vendor)?.jurisdiction
    return jurisdiction === undefined ? [] : [jurisdiction]
  }

  const items: TimelineItem[] = []
  const add = (
    record: (typeof drawn)[number],
    kind: ItemKind,
    extent: Extent | undefined,
    rest: Pick<TimelineItem, 'vendors' | 'jurisdictions' | 'architectures'>,
  ): void => {
    if (extent === undefined) return
    items.push({
      record: record.id,
      kind,
      names: record.name,
      shape: kind === 'architecture-span' || kind === 'rule' ? 'span' : 'point',
      extent,
      confidence: record.confidence,
      importance: BASE_IMPORTANCE[kind] + Math.min(references.get(record.id) ?? 0, MOST_FROM_REFERENCES),
      ...rest,
    })
  }

  for (const record of drawn) {
    switch (record.type) {
      case 'architecture':
        add(record, 'architecture-span', architectureExtent(record, successors.get(record.id), range), {
          vendors: [record.vendor],
          jurisdictions: home(record.vendor),
          architectures: [record.id],
        })
        break
      case 'chip': {
        const date = firstOf(dateOf(record.announced), dateOf(record.available))
        add(record, 'chip', date && extentOfDate(date, range.origin, range.horizon), {
          vendors: [record.vendor],
          jurisdictions: home(record.vendor),
          architectures: record.architecture === undefined ? [] : [record.architecture],
        })
        break
      }
      case 'rule':
        add(record, 'rule', ruleExtent(record, range), {
          vendors: [],
          jurisdictions: [record.jurisdiction],
          architectures: [],
        })
        break
      case 'event': {
        const date = dateOf(record.date)
        add(record, record.kind, date && extentOfDate(date, range.origin, range.horizon), {
          vendors: eventVendors(document, record),
          jurisdictions: record.jurisdictions,
          architectures: eventArchitectures(document, record),
        })
      }
    }
  }
  return items.sort((a, b) => a.extent.earliest - b.extent.earliest || (a.record < b.record ? -1 : 1))
}
