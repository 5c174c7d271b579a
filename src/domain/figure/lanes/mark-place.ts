import { GLYPH_PX } from '../../layout/footprint'
import type { TimelineItem } from '../../layout/timeline-item'
import type { Page } from '../page'

/** Where the mark of an item lies across the page, clipped to the plot. */
export interface MarkPlace {
  readonly barLeftPx: number
  readonly barRightPx: number
  /** Left end of the thin line from the announcement; null where there is none in the window. */
  readonly leadLeftPx: number | null
  /** Null where the item itself begins after the window, and only its lead is seen. */
  readonly glyphCentrePx: number | null
  /** A bar that began before the window: its head is not its beginning. */
  readonly beganBefore: boolean
  /** The ends of all that, lead and glyph included. */
  readonly leftPx: number
  readonly rightPx: number
}

/** Room for the arrow at the end of a lead that leaves the page. */
export const ARROW_PX = 6

/** Room for the sign that a bar began before the window. */
export const BEGAN_BEFORE_PX = 7

/** The glyph stands at the head of a wide bar and in the middle of a narrow one, always on the page. */
export function markPlace(page: Page, { extent, shape }: TimelineItem): MarkPlace {
  const { startDay, endDay } = page.spec.window
  const clip = (x: number): number => Math.min(Math.max(x, page.plotLeftPx), page.plotRightPx)
  const halfGlyph = GLYPH_PX / 2
  const barLeftPx = clip(page.xOf(extent.earliest))
  const barRightPx = clip(page.xOf(extent.latest))
  const beganBefore = shape === 'span' && extent.earliest < startDay && barRightPx - barLeftPx > GLYPH_PX + 2
  const lead = extent.leadFrom === null ? null : clip(page.xOf(extent.leadFrom))
  const leadLeftPx = lead !== null && lead < barLeftPx ? lead : null
  if (extent.earliest >= endDay)
    return {
      barLeftPx,
      barRightPx,
      leadLeftPx,
      glyphCentrePx: null,
      beganBefore,
      leftPx: leadLeftPx ?? barLeftPx,
      rightPx: barRightPx,
    }
  const head = barLeftPx + (beganBefore ? BEGAN_BEFORE_PX : 0)
  const centre = head + Math.min((barRightPx - head) / 2, halfGlyph + 2)
  const glyphCentrePx = Math.min(Math.max(centre, page.plotLeftPx + halfGlyph), page.plotRightPx - halfGlyph)
  return {
    barLeftPx,
    barRightPx,
    leadLeftPx,
    glyphCentrePx,
    beganBefore,
    leftPx: Math.min(leadLeftPx ?? barLeftPx, glyphCentrePx - halfGlyph),
    rightPx: Math.max(barRightPx, glyphCentrePx + halfGlyph),
  }
}
