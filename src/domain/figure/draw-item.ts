import { GLYPH_PX } from '../layout/footprint'
import { meetsWindow } from '../layout/in-window'
import type { TimelineItem } from '../layout/timeline-item'
import { cleanText } from './clean-text'
import type { ItemBox } from './item-box'
import { TONE_OF_KIND } from './kind-marks'
import { FIGURE_FONTS, LINE_PX, ROW_PX, type Page } from './page'
import type { FadeStop, Fill, ItemShape, Mark } from './scene'
import { baselineAt, textShape } from './text-shape'

const BAR_PX = 16
const SPINE_PX = 2
/** How far before its end a bar without a stated end begins to fade. */
const OPEN_END_PX = 64

/**
 * How certain it is that the item holds, from the left to the right edge of its visible bar: 0 at
 * the first and last possible day, 1 where it certainly holds. A known day is 1 throughout.
 */
export function certainty(page: Page, item: TimelineItem, barLeftPx: number, barRightPx: number): FadeStop[] {
  const { earliest, solidFrom, solidTo, latest, openEnd, openStart } = item.extent
  const width = barRightPx - barLeftPx
  if (width <= 0) return [{ at: 0, opacity: 1 }]
  const fade = Math.min(OPEN_END_PX, width / 2)
  const softStart = solidFrom > earliest
  const softEnd = latest > solidTo
  const certainFrom = page.xOf(solidFrom)
  const certainTo = page.xOf(solidTo)
  const least = item.shape === 'point' ? 0.12 : 0

  const opacityAt = (x: number): number => {
    const rise = softStart ? (x - page.xOf(earliest)) / Math.max(certainFrom - page.xOf(earliest), 1e-9) : 1
    const fall = softEnd ? (page.xOf(latest) - x) / Math.max(page.xOf(latest) - certainTo, 1e-9) : 1
    const openFall = openEnd ? (barRightPx - x) / fade : 1
    const openRise = openStart ? (x - barLeftPx) / fade : 1
    return Math.max(least, Math.min(1, Math.max(0, Math.min(rise, fall, openFall, openRise))))
  }
  const places = [
    barLeftPx,
    ...(openStart ? [barLeftPx + fade] : []),
    ...(softStart ? [certainFrom] : []),
    ...(softEnd ? [certainTo] : []),
    ...(openEnd ? [barRightPx - fade] : []),
    barRightPx,
  ]
  return places
    .filter((x) => x >= barLeftPx && x <= barRightPx)
    .sort((a, b) => a - b)
    .map((x) => ({ at: (x - barLeftPx) / width, opacity: opacityAt(x) }))
}

function fillOf(colour: string, strength: number, stops: readonly FadeStop[]): Fill {
  if (stops.every(({ opacity }) => opacity === 1)) return { colour, opacity: strength }
  return { colour, fade: stops.map(({ at, opacity }) => ({ at, opacity: opacity * strength })) }
}

/** Whether the item's dates leave room for doubt that is wide enough to be seen. */
function isDrawnAsBar(box: ItemBox): boolean {
  return box.item.shape === 'span' || box.mark.barRightPx - box.mark.barLeftPx > GLYPH_PX
}

/** Draws one item with the top of its first row at `topPx`. Throws for an item outside the window. */
export function drawItem(page: Page, lane: string, box: ItemBox, topPx: number): ItemShape {
  const { item } = box
  const { barLeftPx, barRightPx, leadLeftPx, glyphCentrePx } = box.mark
  if (!meetsWindow(item.extent, page.spec.window)) throw new Error(`record ${item.record} is not in the window`)
  const { palette } = page
  const colour = palette.tones[TONE_OF_KIND[item.kind]]
  const centreYPx = topPx + ROW_PX / 2
  const parts: Mark[] = []

  if (leadLeftPx !== null)
    parts.push({
      shape: 'line',
      x1Px: leadLeftPx,
      y1Px: centreYPx,
      x2Px: barLeftPx,
      y2Px: centreYPx,
      colour,
      widthPx: 1,
      dashPx: [2, 2.5],
    })
  if (isDrawnAsBar(box)) {
    const stops = certainty(page, item, barLeftPx, barRightPx)
    const bar = { shape: 'rect', xPx: barLeftPx, widthPx: barRightPx - barLeftPx } as const
    const top = centreYPx - BAR_PX / 2
    parts.push({ ...bar, yPx: top, heightPx: BAR_PX, fill: fillOf(colour, palette.bodyOpacity, stops) })
    if (item.shape === 'span') parts.push({ ...bar, yPx: top, heightPx: SPINE_PX, fill: fillOf(colour, 0.8, stops) })
  }
  parts.push({
    shape: 'glyph',
    kind: item.kind,
    centreXPx: glyphCentrePx,
    centreYPx,
    sizePx: GLYPH_PX,
    colour,
    ground: palette.ground,
  })
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
        ...(item.shape === 'point' ? { halo: palette.ground } : {}),
      }),
    )
  })
  return { shape: 'item', record: item.record, lane, title: cleanText(item.names[page.spec.locale]), parts }
}
