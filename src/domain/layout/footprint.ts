import type { Extent } from './timeline-item'

/** Measures of a drawn item in px; the window's style sheet and figures use the same. */
export const GLYPH_PX = 12
/** From the glyph's edge to the label. */
export const LABEL_GAP_PX = 5
/** Free space after an item before the next one in its row. */
export const ITEM_GAP_PX = 10
/** A known day is drawn this wide at the least, so that the glyph stands on something. */
const HALF_GLYPH_PX = GLYPH_PX / 2

/** Where the parts of one item lie, in px from day 0 at a given scale. */
export interface Footprint {
  readonly leadPx: number
  readonly barLeftPx: number
  readonly barRightPx: number
  readonly glyphCentrePx: number
  readonly labelLeftPx: number
  /** The whole space it takes, label and gap included. */
  readonly leftPx: number
  readonly rightPx: number
}

/**
 * The space an item takes:
 *
 *     ┄┄┄┄┄┄┄┄┄▐◆ Label ░░░░░░░░░     glyph and label at the head of a wide bar,
 *              ◆ Label                 glyph centred on a narrow one
 *
 * Pass `labelWidthPx` 0 for a mark without a label.
 */
export function footprintOf(extent: Extent, pxPerDay: number, labelWidthPx: number): Footprint {
  const barLeftPx = extent.earliest * pxPerDay
  const barRightPx = extent.latest * pxPerDay
  const leadPx = (extent.leadFrom ?? extent.earliest) * pxPerDay
  const glyphCentrePx = barLeftPx + Math.min((barRightPx - barLeftPx) / 2, HALF_GLYPH_PX + 2)
  const labelLeftPx = glyphCentrePx + HALF_GLYPH_PX + LABEL_GAP_PX
  const markRightPx = Math.max(barRightPx, glyphCentrePx + HALF_GLYPH_PX)
  return {
    leadPx,
    barLeftPx,
    barRightPx,
    glyphCentrePx,
    labelLeftPx,
    leftPx: Math.min(leadPx, glyphCentrePx - HALF_GLYPH_PX),
    rightPx: (labelWidthPx > 0 ? Math.max(markRightPx, labelLeftPx + labelWidthPx) : markRightPx) + ITEM_GAP_PX,
  }
}
