import type { LaneBand } from '../../domain/layout/lane-place'
import type { PlacedLane } from '../../domain/layout/timeline-item'
import { laneHeight } from './lane-view'

/** Where each lane stands, in px from the top of the first. */
export function laneBandsOf(lanes: readonly PlacedLane[]): Map<string, LaneBand> {
  const bands = new Map<string, LaneBand>()
  let top = 0
  for (const placed of lanes) {
    const height = laneHeight(placed)
    bands.set(placed.lane.id, { id: placed.lane.id, top, height })
    top += height
  }
  return bands
}

/** The height of all lanes, in px. */
export const heightOf = (lanes: readonly PlacedLane[]): number =>
  lanes.reduce((height, placed) => height + laneHeight(placed), 0)

/** The lane at a height, and how far down it that is; null above and below all lanes. */
export function laneAtHeight(bands: Iterable<LaneBand>, y: number): { lane: string; down: number } | null {
  for (const { id, top, height } of bands)
    if (y >= top && y < top + height) return { lane: id, down: (y - top) / height }
  return null
}
