import type { RowPacking } from '../seat-in-row'
import type { Lane, PlacedLane, TimelineItem } from '../timeline-item'
import type { Wanted } from '../wanted'
import { DenseLane } from './dense-lane'
import { indexOf } from './index-of'

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
  packing: RowPacking,
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

function windowedLane(items: readonly TimelineItem[], packing: RowPacking, { must, also }: Wanted): DenseLane {
  const index = indexOf(items)
  const here = (records: readonly string[]): TimelineItem[] => records.flatMap((record) => index.find(record) ?? [])
  const wanted = { must: here(must), also: here(also) }
  const lane = new DenseLane(index, packing, wanted)
  // What has no seat to take in its own place is given one before all others.
  const first = wanted.must.filter(({ record }) => 'mark' in (lane.find(record) ?? {}))
  return first.length === 0 ? lane : new DenseLane(index, packing, wanted, first)
}
