import { GLYPH_PX } from '../layout/footprint'
import { meetsWindow } from '../layout/in-window'
import { certainty, fillOf } from './certainty'
import { cleanText } from './clean-text'
import type { ItemBox } from './item-box'
import { TONE_OF_KIND } from './kind-marks'
import { ARROW_PX, BEGAN_BEFORE_PX } from './mark-place'
import { FIGURE_FONTS, LINE_PX, ROW_PX, type Page } from './page'
import type { ItemShape, Mark } from './scene'
import { baselineAt, textShape } from './text-shape'

const BAR_PX = 16
const SPINE_PX = 2

/** Two strokes that point along the axis: `tip` is where they meet. */
function arrow(tipPx: number, centreYPx: number, lengthPx: number, colour: string): Mark[] {
  return [-1, 1].map((side) => ({
    shape: 'line',
    x1Px: tipPx - lengthPx,
    y1Px: centreYPx + side * Math.abs(lengthPx),
    x2Px: tipPx,
    y2Px: centreYPx,
    colour,
    widthPx: 1.25,
  }))
}

function drawLead(box: ItemBox, centreYPx: number, colour: string): Mark[] {
  const { leadLeftPx, barLeftPx, glyphCentrePx } = box.mark
  if (leadLeftPx === null) return []
  const line: Mark = {
    shape: 'line',
    x1Px: leadLeftPx,
    y1Px: centreYPx,
    x2Px: barLeftPx,
    y2Px: centreYPx,
    colour,
    widthPx: 1,
    dashPx: [2, 2.5],
  }
  // What begins after the window must not look as if it began at the page's edge.
  return glyphCentrePx === null ? [line, ...arrow(barLeftPx, centreYPx, ARROW_PX - 2, colour)] : [line]
}

/** Wide enough to be seen beside the glyph; a day or an event known to the day is its glyph alone. */
function drawBar(page: Page, { item, mark }: ItemBox, centreYPx: number, colour: string): Mark[] {
  const { barLeftPx, barRightPx, beganBefore } = mark
  const widthPx = barRightPx - barLeftPx
  if (widthPx <= GLYPH_PX) return []
  const stops = certainty(page, item, barLeftPx, barRightPx)
  const bar = { shape: 'rect', xPx: barLeftPx, yPx: centreYPx - BAR_PX / 2, widthPx } as const
  const body: Mark = { ...bar, heightPx: BAR_PX, fill: fillOf(colour, page.palette.bodyOpacity, stops) }
  if (item.shape === 'point') return [body]
  return [
    body,
    { ...bar, heightPx: SPINE_PX, fill: fillOf(colour, 0.8, stops) },
    ...(beganBefore ? arrow(barLeftPx + 2.5, centreYPx, 2.5 - BEGAN_BEFORE_PX + 1, colour) : []),
  ]
}

/** Draws one item with the top of its first row at `topPx`. Throws for an item outside the window. */
export function drawItem(page: Page, lane: string, box: ItemBox, topPx: number): ItemShape {
  const { item, mark } = box
  if (!meetsWindow(item.extent, page.spec.window)) throw new Error(`record ${item.record} is not in the window`)
  const { palette } = page
  const colour = palette.tones[TONE_OF_KIND[item.kind]]
  const centreYPx = topPx + ROW_PX / 2
  const parts: Mark[] = [...drawLead(box, centreYPx, colour), ...drawBar(page, box, centreYPx, colour)]
  if (mark.glyphCentrePx !== null)
    parts.push({
      shape: 'glyph',
      kind: item.kind,
      centreXPx: mark.glyphCentrePx,
      centreYPx,
      sizePx: GLYPH_PX,
      colour,
      ground: palette.ground,
    })
  const isOnBar = item.shape === 'span' && box.labelSide === 'right'
  box.lines.forEach((text, index) => {
    parts.push(
      textShape(page, {
        role: 'label',
        text,
        font: FIGURE_FONTS.label,
        colour: palette.ink,
        xPx: box.labelXPx,
        anchor: box.labelSide === 'right' ? 'start' : 'end',
        baselinePx: baselineAt(centreYPx + index * LINE_PX, FIGURE_FONTS.label),
        ...(isOnBar ? {} : { halo: palette.ground }),
      }),
    )
  })
  return { shape: 'item', record: item.record, lane, title: cleanText(item.names[page.spec.locale]), parts }
}
