import { footprintOf, GLYPH_PX, ITEM_GAP_PX } from '../../domain/layout/footprint'
import type { Extent, PlacedItem, PlacedLane } from '../../domain/layout/timeline-item'
import { laneHeight } from './lane-view'
import { LANE_PADDING_PX, ROW_PX } from './measures'

/** A part of the picture: days across, and px down from the top of the first lane. */
export interface TimeBox {
  readonly startDay: number
  readonly endDay: number
  readonly top: number
  readonly bottom: number
}

/** An item takes no more of its row than this. */
const ITEM_INSET_PX = 3

/**
 * The records that a box takes: what is drawn inside it or under its edges, by mark, bar or label; and of
 * what is only counted, whatever lies in the box's time where the box reaches the row of the count.
 */
export function recordsInBox(
  lanes: readonly PlacedLane[],
  box: TimeBox,
  pxPerDay: number,
  extentOf: (record: string) => Extent | undefined,
): string[] {
  const found = new Set<string>()
  let top = 0
  for (const placed of lanes) {
    const reaches = (row: number): boolean => {
      const rowTop = top + LANE_PADDING_PX + row * ROW_PX
      return rowTop + ITEM_INSET_PX < box.bottom && rowTop + ROW_PX - ITEM_INSET_PX > box.top
    }
    const { items, marks } = placed.windowed?.layout(box) ?? placed
    for (const item of items) if (reaches(item.row) && isUnder(item, box, pxPerDay)) found.add(item.item.record)
    for (const { row, records } of marks) {
      if (!reaches(row)) continue
      for (const record of records) {
        const extent = extentOf(record)
        if (extent !== undefined && extent.earliest < box.endDay && extent.latest > box.startDay) found.add(record)
      }
    }
    top += laneHeight(placed)
  }
  return [...found]
}

function isUnder({ item, labelWidthPx }: PlacedItem, { startDay, endDay }: TimeBox, pxPerDay: number): boolean {
  const { barLeftPx, glyphCentrePx, rightPx } = footprintOf(item.extent, pxPerDay, labelWidthPx)
  const left = Math.min(barLeftPx, glyphCentrePx - GLYPH_PX / 2)
  return left < endDay * pxPerDay && rightPx - ITEM_GAP_PX > startDay * pxPerDay
}
