import type { RecordId } from '../../model/ids'
import { byImportance } from '../pack-lane'
import type { Lane, PlacedLane, TimelineItem } from '../timeline-item'
import { DenseLane } from './dense-lane'
import { indexOf } from './index-of'
import type { TilePacking } from './tile-packing'

/** Rows below the items: one for what begins and is not drawn, one for what passes through. */
export const MARK_ROWS = 2

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
  const first = [...pinned].flatMap((record) => index.find(record) ?? []).sort(byImportance())
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
