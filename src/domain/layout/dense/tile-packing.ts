import { footprintOf } from '../footprint'
import type { RowSpace } from '../row-space'
import { seatInRow, type RowPacking } from '../seat-in-row'
import type { PlacedItem, TimelineItem } from '../timeline-item'
import { TILE_PX } from './tile-grid'

/**
 * Puts items into rows in the order given. Each takes the first row with room for mark and label, else with room
 * for the mark alone. What is wider than half a tile keeps to the upper half of the rows: it would otherwise leave
 * no room for what lies in it. Changes `rows`.
 */
export function packTile(
  candidates: Iterable<TimelineItem>,
  rows: readonly RowSpace[],
  packing: RowPacking,
): PlacedItem[] {
  const placed: PlacedItem[] = []
  const upperHalf = rows.slice(0, Math.max(Math.ceil(rows.length / 2), 1))
  for (const item of candidates) {
    const bare = footprintOf(item.extent, packing.pxPerDay, 0)
    const open = bare.rightPx - bare.leftPx > TILE_PX / 2 ? upperHalf : rows
    const one = seatInRow(item, open, packing, item.shape === 'point')
    if (one !== null) placed.push(one)
  }
  return placed
}
