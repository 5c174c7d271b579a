import type { Lane, PlacedLane, TimelineItem } from '../timeline-item'
import type { Wanted } from '../wanted'
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
  wanted: Wanted,
): PlacedLane {
  return {
    lane: lane.lane,
    depth: lane.depth,
    collapsed: lane.collapsed,
    rows: packing.maxRows + MARK_ROWS,
    items: [],
    marks: [],
    windowed: windowedLane(lane.items, packing, wanted),
  }
}

function windowedLane(items: readonly TimelineItem[], packing: TilePacking, { must, also }: Wanted): DenseLane {
  const index = indexOf(items)
  const here = [...must, ...also].flatMap((record) => index.find(record) ?? [])
  const lane = new DenseLane(index, packing, [], here)
  // What has no room in its own place is given it before all others.
  const first = must.flatMap((record) => {
    const found = lane.find(record)
    return found !== null && 'mark' in found ? (index.find(record) ?? []) : []
  })
  return first.length === 0 ? lane : new DenseLane(index, packing, first, here)
}
