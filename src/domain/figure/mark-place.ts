import { GLYPH_PX } from '../layout/footprint'
import type { TimelineItem } from '../layout/timeline-item'
import type { Page } from './page'

/** Where the mark of an item lies across the page, clipped to the plot. */
export interface MarkPlace {
  readonly barLeftPx: number
  readonly barRightPx: number
  /** Left end of the thin line from the announcement; null where there is none in the window. */
  readonly leadLeftPx: number | null
  readonly glyphCentrePx: number
  /** The ends of all that, lead and glyph included. */
  readonly leftPx: number
  readonly rightPx: number
}

/** The glyph stands at the head of a wide bar and in the middle of a narrow one, always on the page. */
export function markPlace(page: Page, { extent }: TimelineItem): MarkPlace {
  const clip = (x: number): number => Math.min(Math.max(x, page.plotLeftPx), page.plotRightPx)
  const halfGlyph = GLYPH_PX / 2
  const barLeftPx = clip(page.xOf(extent.earliest))
  const barRightPx = clip(page.xOf(extent.latest))
  const head = barLeftPx + Math.min((barRightPx - barLeftPx) / 2, halfGlyph + 2)
  const glyphCentrePx = Math.min(Math.max(head, page.plotLeftPx + halfGlyph), page.plotRightPx - halfGlyph)
  const lead = extent.leadFrom === null ? null : clip(page.xOf(extent.leadFrom))
  const leadLeftPx = lead !== null && lead < barLeftPx ? lead : null
  return {
    barLeftPx,
    barRightPx,
    leadLeftPx,
    glyphCentrePx,
    leftPx: Math.min(leadLeftPx ?? barLeftPx, glyphCentrePx - halfGlyph),
    rightPx: Math.max(barRightPx, glyphCentrePx + halfGlyph),
  }
}
