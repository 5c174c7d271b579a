import { GLYPH_PX, ITEM_GAP_PX, LABEL_GAP_PX } from '../layout/footprint'
import type { TimelineItem } from '../layout/timeline-item'
import { cleanText } from './clean-text'
import { UNVERIFIED_MARK } from './figure-words'
import { FIGURE_FONTS, LINE_PX, ROW_PX, type Page } from './page'
import { wrapText } from './wrap-text'

/** Names longer than this take a second line, so that one long name does not widen its whole lane. */
const PREFERRED_LABEL_PX = 300

/** Where the parts of one item lie across the page, and how many rows it takes. */
export interface ItemBox {
  readonly item: TimelineItem
  /** The visible part of the bar, clipped to the plot. */
  readonly barLeftPx: number
  readonly barRightPx: number
  /** The thin line from the announcement, where there is one in the window. */
  readonly leadLeftPx: number | null
  readonly glyphCentrePx: number
  readonly lines: readonly string[]
  readonly labelSide: 'right' | 'left'
  /** Left edge of right-hand labels, right edge of left-hand ones. */
  readonly labelXPx: number
  readonly leftPx: number
  /** The gap to the next item in the row included. */
  readonly rightPx: number
  readonly rows: number
}

/** The name as the figure writes it: marked where no source was read. */
export function labelOf(item: TimelineItem, page: Page): string {
  return cleanText(item.names[page.spec.locale]) + (item.confidence === 'unverified' ? UNVERIFIED_MARK : '')
}

/**
 * Finds the place of an item's mark and label. The glyph and the label stand at the head of the bar
 * and may run beyond its end; where the page ends too soon for that, the label stands left of the
 * mark; where neither side has room for the name, it is broken into lines on the roomier side.
 */
export function itemBox(page: Page, item: TimelineItem): ItemBox {
  const clip = (x: number): number => Math.min(Math.max(x, page.plotLeftPx), page.plotRightPx)
  const barLeftPx = clip(page.xOf(item.extent.earliest))
  const barRightPx = clip(page.xOf(item.extent.latest))
  const halfGlyph = GLYPH_PX / 2
  const glyphCentrePx = Math.min(
    Math.max(barLeftPx + Math.min((barRightPx - barLeftPx) / 2, halfGlyph + 2), page.plotLeftPx + halfGlyph),
    page.plotRightPx - halfGlyph,
  )
  const lead = item.extent.leadFrom === null ? null : clip(page.xOf(item.extent.leadFrom))
  const leadLeftPx = lead !== null && lead < barLeftPx ? lead : null
  const markLeft = Math.min(leadLeftPx ?? barLeftPx, glyphCentrePx - halfGlyph)
  const markRight = Math.max(barRightPx, glyphCentrePx + halfGlyph)

  const rightEdge = glyphCentrePx + halfGlyph + LABEL_GAP_PX
  const leftEdge = markLeft - LABEL_GAP_PX
  const rooms = { right: page.plotRightPx - rightEdge, left: leftEdge - page.plotLeftPx }
  const label = labelOf(item, page)
  const width = (lines: readonly string[]): number =>
    Math.max(0, ...lines.map((line) => page.measurer.widthPx(line, FIGURE_FONTS.label)))
  const wrap = (room: number): string[] => wrapText(label, room, FIGURE_FONTS.label, page.measurer)

  let lines = wrap(Math.max(PREFERRED_LABEL_PX, markRight - rightEdge))
  let labelSide: ItemBox['labelSide'] = width(lines) > rooms.right && width(lines) <= rooms.left ? 'left' : 'right'
  if (width(lines) > rooms[labelSide]) {
    labelSide = rooms.left > rooms.right ? 'left' : 'right'
    lines = wrap(rooms[labelSide])
  }
  const labelWidth = width(lines)
  return {
    item,
    barLeftPx,
    barRightPx,
    leadLeftPx,
    glyphCentrePx,
    lines,
    labelSide,
    labelXPx: labelSide === 'right' ? rightEdge : leftEdge,
    leftPx: labelSide === 'left' ? leftEdge - labelWidth : markLeft,
    rightPx: (labelSide === 'right' ? Math.max(markRight, rightEdge + labelWidth) : markRight) + ITEM_GAP_PX,
    rows: Math.max(1, Math.ceil((lines.length * LINE_PX + 3) / ROW_PX)),
  }
}
