import type { ANNOTATION_COLOURS } from '../../model/annotation'
import { FIGURE_FONTS, type Page } from '../page'
import type { Mark } from '../scene'
import { baselineAt, textShape } from '../text-shape'

const BADGE_PX = 13
const PAD_PX = 4

/** How wide the badge of a note is whose number has so many digits. */
export function badgeWidthPx(page: Page, digits: number): number {
  return Math.max(BADGE_PX, page.measurer.widthPx('0'.repeat(digits), FIGURE_FONTS.badge) + 2 * PAD_PX)
}

/** The number of a note on its colour, left edge at `leftPx`. */
export function drawBadge(
  page: Page,
  number: number,
  colour: (typeof ANNOTATION_COLOURS)[number],
  leftPx: number,
  centreYPx: number,
): Mark[] {
  const text = String(number)
  const widthPx = badgeWidthPx(page, text.length)
  const font = FIGURE_FONTS.badge
  return [
    {
      shape: 'rect',
      xPx: leftPx,
      yPx: centreYPx - BADGE_PX / 2,
      widthPx,
      heightPx: BADGE_PX,
      radiusPx: BADGE_PX / 2,
      fill: { colour: page.palette.notes[colour] },
    },
    textShape(page, {
      role: 'note',
      text,
      font,
      colour: page.palette.ground,
      xPx: leftPx + widthPx / 2,
      anchor: 'middle',
      baselinePx: baselineAt(centreYPx, font),
    }),
  ]
}
