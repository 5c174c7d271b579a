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
 * Puts items into rows in the order given. Each takes the first row with room for mark and label, else with room
 * for the mark alone. What is wider than half a tile keeps to the upper half of the rows: it would otherwise leave
 * no room for what lies in it. `guests` come before all others and take the lowest rows. Changes `rows`.
 */
export function packTile(
  candidates: Iterable<TimelineItem>,
  rows: readonly RowSpace[],
  packing: TilePacking,
  guests: readonly TimelineItem[] = [],
): PlacedItem[] {
  const placed: PlacedItem[] = []
  const fromBelow = rows.toReversed()
  const rowBelow = (place: number): number => rows.length - 1 - place
  for (const item of guests)
    placeIn(item, fromBelow, packing, true, (place, one) => placed.push({ ...one, row: rowBelow(place) }))
  const isGuest = new Set(guests)
  const upperHalf = rows.slice(0, Math.max(Math.ceil(rows.length / 2), 1))
  for (const item of candidates) {
    if (isGuest.has(item)) continue
    const bare = footprintOf(item.extent, packing.pxPerDay, 0)
    const open = bare.rightPx - bare.leftPx > TILE_PX / 2 ? upperHalf : rows
    placeIn(item, open, packing, item.shape === 'point', (row, one) => placed.push({ ...one, row }))
  }
  return placed
}

function placeIn(
  item: TimelineItem,
  rows: readonly RowSpace[],
  { laneId, pxPerDay, locale, measurer }: TilePacking,
  mayBeBare: boolean,
  placed: (place: number, item: Omit<PlacedItem, 'row'>) => void,
): void {
  const bare = footprintOf(item.extent, pxPerDay, 0)
  // Most of a full tile end here, before their text is measured.
  if (!rows.some((row) => row.isFree(bare.leftPx, bare.rightPx))) return
  const label = fitLabel(item.names[locale], measurer)
  const whole = footprintOf(item.extent, pxPerDay, label.widthPx)
  const key = `${item.record}@${laneId}`
  const row = takeFirstFree(rows, whole.leftPx, whole.rightPx)
  if (row !== null) {
    const labelInside = whole.labelLeftPx + label.widthPx <= whole.barRightPx
    placed(row, { key, item, label: label.text, labelWidthPx: label.widthPx, labelInside })
    return
  }
  const bareRow = mayBeBare ? takeFirstFree(rows, bare.leftPx, bare.rightPx) : null
  if (bareRow !== null) placed(bareRow, { key, item, label: '', labelWidthPx: 0, labelInside: true })
}

function takeFirstFree(rows: readonly RowSpace[], leftPx: number, rightPx: number): number | null {
  const place = rows.findIndex((row) => row.isFree(leftPx, rightPx))
  if (place < 0) return null
  rows[place]?.take(leftPx, rightPx)
  return place
}
