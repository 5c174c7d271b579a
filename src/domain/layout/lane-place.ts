import { recordOfType, type Document } from '../model/document'
import type { Names } from '../model/names'
import { recordNames } from '../model/record-name'
import { GROUPINGS, type Grouping, type ItemKind } from '../model/view'
import { jurisdictionNames, KIND_NAMES, LANE_NAMES } from './lane-names'

/** The lane and those above it, from the nearest on: where what stands in it shows when it is folded or empty. */
export function laneAndParents(document: Document, lane: string): string[] {
  const [head = '', tail] = lane.split('/')
  if (tail !== undefined) return head.includes(':') ? [lane, head] : [lane]
  const [grouping, key] = lane.split(':')
  const architecture = grouping === 'architecture' ? recordOfType(document, 'architecture', key) : undefined
  return architecture === undefined ? [lane] : [lane, `architecture-vendor:${architecture.vendor}`]
}

/** The grouping that a lane belongs to; null for a path of none. */
export function groupingOfLane(lane: string): Grouping | null {
  const head = lane.split(/[:/]/)[0] ?? ''
  return GROUPINGS.find((grouping) => head === grouping || head === `${grouping}-vendor`) ?? null
}

/** Where a lane stands among those that show, in px from the top of the first. */
export interface LaneBand {
  readonly id: string
  readonly top: number
  readonly height: number
}

/**
 * How far down, in px, a place of a lane is drawn: in the lane itself, or in the middle of the nearest
 * parent that shows. Null where none of them does, under other lanes or another filter.
 */
export function topInLanes(
  document: Document,
  bands: ReadonlyMap<string, LaneBand>,
  { lane, down }: { readonly lane: string; readonly down: number },
): { readonly top: number; readonly own: boolean } | null {
  for (const id of laneAndParents(document, lane)) {
    const band = bands.get(id)
    if (band !== undefined) return { top: band.top + band.height * (id === lane ? down : 0.5), own: id === lane }
  }
  return null
}

/** What a lane is called, from the outermost on; its path where the document no longer has what it stands for. */
export function laneNamesOf(document: Document, lane: string): Names[] {
  return laneAndParents(document, lane)
    .reverse()
    .map((path) => {
      const tail = path.split('/')[1] ?? ''
      if (tail in KIND_NAMES) return KIND_NAMES[tail as ItemKind]
      if (tail in LANE_NAMES) return LANE_NAMES[tail as keyof typeof LANE_NAMES]
      const [grouping = '', key = ''] = path.split(':')
      if (grouping === 'jurisdiction') return jurisdictionNames(key === 'none' ? '—' : key)
      if (grouping === 'story' && key in LANE_NAMES) return LANE_NAMES[key as keyof typeof LANE_NAMES]
      if (path === 'vendor:none') return LANE_NAMES.noVendor
      if (path === 'architecture:none') return LANE_NAMES.noArchitecture
      const record = document.records.get(key)
      return record === undefined ? { en: key || path, 'zh-Hant': key || path } : recordNames(record, document)
    })
}
