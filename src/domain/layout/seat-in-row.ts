import type { Locale } from '../model/names'
import { footprintOf } from './footprint'
import { fitLabel } from './label-text'
import type { RowSpace } from './row-space'
import type { PlacedItem, TextMeasurer, TimelineItem } from './timeline-item'

/** One lane at one scale, as far as who stands in which row hangs on it. */
export interface RowPacking {
  readonly laneId: string
  readonly pxPerDay: number
  /** Rows for items; marks may take one or more below them. */
  readonly maxRows: number
  readonly locale: Locale
  readonly measurer: TextMeasurer
}

export type OpenRow = Pick<RowSpace, 'isFree' | 'take'>

/**
 * Takes the first of the rows with room for mark and label, else, where it may be bare, with room for the mark alone.
 * Null where there is none. `row` of the answer is its place in the given rows.
 */
export function seatInRow(
  item: TimelineItem,
  rows: readonly OpenRow[],
  { laneId, pxPerDay, locale, measurer }: RowPacking,
  mayBeBare: boolean,
): PlacedItem | null {
  const bare = footprintOf(item.extent, pxPerDay, 0)
  // Most of a full lane end here, before their text is measured.
  if (!rows.some((row) => row.isFree(bare.leftPx, bare.rightPx))) return null
  const label = fitLabel(item.names[locale], measurer)
  const whole = footprintOf(item.extent, pxPerDay, label.widthPx)
  const key = `${item.record}@${laneId}`
  const row = takeFirstFree(rows, whole.leftPx, whole.rightPx)
  if (row !== null) {
    const labelInside = whole.labelLeftPx + label.widthPx <= whole.barRightPx
    return { key, item, row, label: label.text, labelWidthPx: label.widthPx, labelInside }
  }
  const bareRow = mayBeBare ? takeFirstFree(rows, bare.leftPx, bare.rightPx) : null
  return bareRow === null ? null : { key, item, row: bareRow, label: '', labelWidthPx: 0, labelInside: true }
}

function takeFirstFree(rows: readonly OpenRow[], leftPx: number, rightPx: number): number | null {
  const place = rows.findIndex((row) => row.isFree(leftPx, rightPx))
  if (place < 0) return null
  rows[place]?.take(leftPx, rightPx)
  return place
}
