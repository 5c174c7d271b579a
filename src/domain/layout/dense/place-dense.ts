import type { RecordId } from '../../model/ids'
import { byImportance } from '../pack-lane'
import type { Lane, PlacedLane, TimelineItem } from '../timeline-item'
import { DenseLane } from './dense-lane'
import { LaneIndex } from './lane-index'
import type { TilePacking } from './tile-packing'

/** Rows below the items: one for what begins and is not drawn, one for what passes through. */
export const MARK_ROWS = 2

/** An index is good for as long as the lane has the same items, whatever the scale. */
const indexes = new WeakMap<readonly TimelineItem[], LaneIndex>()

function indexOf(items: readonly TimelineItem[]): LaneIndex {
  const known = indexes.get(items)
  if (known !== undefined) return known
  const index = new LaneIndex(items, byImportance())
  indexes.set(items, index)
  return index
}

/** A lane of very many items at one scale. `packing.maxRows`: for items; marks stand below them. */
export function placeDense(
  lane: {
    readonly lane: Lane
    readonly depth: number
    readonly collapsed: boolean
    readonly items: readonly TimelineItem[]
  },
  packing: TilePacking,
  pinned: ReadonlySet<RecordId> = new Set(),
): PlacedLane {
  const index = indexOf(lane.items)
  const first = [...pinned].flatMap((record) => index.find(record) ?? []).sort((a, b) => index.rank(a) - index.rank(b))
  return {
    lane: lane.lane,
    depth: lane.depth,
    collapsed: lane.collapsed,
    rows: packing.maxRows + MARK_ROWS,
    items: [],
    marks: [],
    windowed: new DenseLane(index, packing, first),
  }
}
