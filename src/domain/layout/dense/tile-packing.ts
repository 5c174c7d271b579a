import type { Locale } from '../../model/names'
import { footprintOf } from '../footprint'
import { fitLabel } from '../label-text'
import type { RowSpace } from '../row-space'
import type { PlacedItem, TextMeasurer, TimelineItem } from '../timeline-item'
import { TILE_PX } from './tile-grid'

export interface TilePacking {
  readonly laneId: string
  readonly pxPerDay: number
  readonly maxRows: number
  readonly locale: Locale
  readonly measurer: TextMeasurer
}

/**
 * Puts items into rows in the order given. Each takes the first row
 * with room for mark and label, else with room for the mark alone. What is wider than half a tile keeps to the
 * upper half of the rows: it would otherwise leave no room for what lies in it. Changes `rows`.
 */
export function packTile(
  candidates: Iterable<TimelineItem>,
  rows: readonly RowSpace[],
  packing: TilePacking,
): PlacedItem[] {
  const { laneId, pxPerDay, maxRows, locale, measurer } = packing
  const placed: PlacedItem[] = []
  for (const item of candidates) {
    const bare = footprintOf(item.extent, pxPerDay, 0)
    const mostRows = bare.rightPx - bare.leftPx > TILE_PX / 2 ? Math.max(Math.ceil(maxRows / 2), 1) : maxRows
    // Most of a full tile end here, before their text is measured.
    if (!rows.slice(0, mostRows).some((row) => row.isFree(bare.leftPx, bare.rightPx))) continue
    const label = fitLabel(item.names[locale], measurer)
    const whole = footprintOf(item.extent, pxPerDay, label.widthPx)
    const key = `${item.record}@${laneId}`
    const row = takeFirstFree(rows, mostRows, whole.leftPx, whole.rightPx)
    if (row !== null) {
      const labelInside = whole.labelLeftPx + label.widthPx <= whole.barRightPx
      placed.push({ key, item, row, label: label.text, labelWidthPx: label.widthPx, labelInside })
      continue
    }
    const bareRow = item.shape === 'point' ? takeFirstFree(rows, mostRows, bare.leftPx, bare.rightPx) : null
    if (bareRow !== null) placed.push({ key, item, row: bareRow, label: '', labelWidthPx: 0, labelInside: true })
  }
  return placed
}

function takeFirstFree(rows: readonly RowSpace[], mostRows: number, leftPx: number, rightPx: number): number | null {
  for (let row = 0; row < Math.min(rows.length, mostRows); row += 1) {
    if (rows[row]?.isFree(leftPx, rightPx) !== true) continue
    rows[row]?.take(leftPx, rightPx)
    return row
  }
  return null
}
