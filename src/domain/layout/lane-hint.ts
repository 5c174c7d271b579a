import { recordOfType, type Document } from '../model/document'
import { EVENT_KINDS, type EventKind } from '../model/event'
import type { RecordId } from '../model/ids'
import type { Jurisdiction } from '../model/jurisdiction'

/** What a lane says of an event that is made in it; what it leaves open is empty. */
export interface LaneHint {
  readonly kind: EventKind
  readonly jurisdictions: readonly Jurisdiction[]
  readonly actors: readonly RecordId[]
  readonly architectures: readonly RecordId[]
}

/** Lanes that hold no events, and what happens to what they hold. */
const KIND_OF_LANE: Readonly<Record<string, EventKind>> = {
  'story:allowed': 'policy',
  'story:market': 'market',
  rule: 'policy',
  'architecture-span': 'architecture',
}

/** Reads the path of a lane (`lanesOf`): its kind, its vendor, its jurisdiction, its architecture. */
export function laneHint(document: Document, lane: string): LaneHint {
  const [head = '', tail = ''] = lane.split('/')
  const [grouping = '', key = ''] = head.split(':')
  const architecture = grouping === 'architecture' ? recordOfType(document, 'architecture', key) : undefined
  const vendorId = grouping === 'vendor' || grouping === 'architecture-vendor' ? key : architecture?.vendor
  const vendor = recordOfType(document, 'organisation', vendorId)
  const byLane = grouping === 'jurisdiction' && key !== 'none' ? key : vendor?.jurisdiction
  const fallback: EventKind = grouping === 'jurisdiction' ? 'policy' : 'announcement'
  return {
    kind: EVENT_KINDS.find((kind) => kind === tail) ?? KIND_OF_LANE[tail] ?? KIND_OF_LANE[head] ?? fallback,
    jurisdictions: byLane === undefined ? [] : [byLane],
    actors: vendor === undefined ? [] : [vendor.id],
    architectures: architecture === undefined ? [] : [architecture.id],
  }
}

/**
 * What the form of an event begins with where it is asked for in a lane at a date (EDTF). Nothing has been
 * read yet, so it is `unverified`. Where the lane names no jurisdiction, it is the one that most events of
 * the document have; the form shows it, and it can be changed there.
 */
export function eventPreset(document: Document, lane: string, date: string): Readonly<Record<string, unknown>> {
  const { jurisdictions, ...hint } = laneHint(document, lane)
  const common = jurisdictions.length > 0 ? jurisdictions : commonJurisdiction(document)
  return { ...hint, jurisdictions: common, date, confidence: 'unverified' }
}

function commonJurisdiction(document: Document): Jurisdiction[] {
  const counts = new Map<Jurisdiction, number>()
  for (const record of document.records.values())
    if (record.type === 'event') for (const code of record.jurisdictions) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, 1)
    .map(([code]) => code)
}
