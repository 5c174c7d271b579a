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
