import { GLYPH_PX } from '../../layout/footprint'
import { meetsWindow } from '../../layout/in-window'
import type { RuleLife } from '../../layout/timeline-item'
import { BAR_PX, SPINE_PX } from './bar-measures'
import { certainty, fillOf } from './certainty'
import { drawLife, isPlainBar } from './draw-life'
import { cleanText } from '../clean-text'
import type { ItemForm } from './item-forms'
import { TONE_OF_KIND, type Tone } from '../kind-marks'
import { ARROW_PX, BEGAN_BEFORE_PX } from './mark-place'
import { FIGURE_FONTS, LINE_PX, ROW_PX, type Page } from '../page'
import { patternOf } from '../palette'
import type { ItemShape, Mark } from '../scene'
import { baselineAt, textShape } from '../text-shape'

const LEADER_FOOT_PX = 4

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

function drawLead(box: ItemForm, centreYPx: number, colour: string): Mark[] {
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
function drawBar(page: Page, { item, mark }: ItemForm, centreYPx: number, tone: Tone): Mark[] {
  const { barLeftPx, barRightPx } = mark
  const widthPx = barRightPx - barLeftPx
  if (widthPx <= GLYPH_PX) return []
  const colour = page.palette.tones[tone]
  const stops = certainty(page, item.extent, item.shape === 'point' ? 0.12 : 0, barLeftPx, barRightPx)
  const bar = { shape: 'rect', xPx: barLeftPx, yPx: centreYPx - BAR_PX / 2, widthPx } as const
  const body: Mark = {
    ...bar,
    heightPx: BAR_PX,
    fill: { ...fillOf(colour, page.palette.bodyOpacity, stops), ...patternOf(page.palette, tone) },
  }
  if (item.shape === 'point') return [body]
  return [
    body,
    { ...bar, heightPx: SPINE_PX, fill: fillOf(colour, 0.8, stops) },
    ...beganBeforeSign(mark, centreYPx, colour),
  ]
}

const beganBeforeSign = ({ beganBefore, barLeftPx }: ItemForm['mark'], centreYPx: number, colour: string): Mark[] =>
  beganBefore ? arrow(barLeftPx + 2.5, centreYPx, 2.5 - BEGAN_BEFORE_PX + 1, colour) : []

/** A rule: its phases, the time that it waits included; its lead is but a sign where it begins after the window. */
function drawRule(page: Page, form: ItemForm, life: RuleLife, centreYPx: number, tone: Tone): Mark[] {
  const colour = page.palette.tones[tone]
  const isBeyond = form.mark.glyphCentrePx === null
  return [
    ...drawLife(page, form, life, centreYPx, tone),
    ...(isBeyond ? drawLead(form, centreYPx, colour) : beganBeforeSign(form.mark, centreYPx, colour)),
  ]
}

/** From the mark down or up to a label in another row. */
function drawLeader(page: Page, form: ItemForm, centreYPx: number, labelYPx: number): Mark[] {
  const { glyphCentrePx } = form.mark
  if (form.labelRow === 0 || glyphCentrePx === null) return []
  const fromYPx = centreYPx + Math.sign(labelYPx - centreYPx) * (GLYPH_PX / 2)
  const line = { shape: 'line', colour: page.palette.strongRule, widthPx: 0.75 } as const
  const towards = form.side === 'right' ? 1 : -1
  return [
    { ...line, x1Px: glyphCentrePx, y1Px: fromYPx, x2Px: glyphCentrePx, y2Px: labelYPx },
    { ...line, x1Px: glyphCentrePx, y1Px: labelYPx, x2Px: glyphCentrePx + towards * LEADER_FOOT_PX, y2Px: labelYPx },
  ]
}

/** A name on the tint of its own bar needs no rim; over a pattern it does. */
function haloOf(page: Page, { item, side, labelRow }: ItemForm): string | undefined {
  const isOnBar = item.shape === 'span' && side === 'right' && labelRow === 0
  return isOnBar && page.palette.patterns === undefined && isPlainBar(item.life) ? undefined : page.halo
}

function drawLabel(page: Page, form: ItemForm, firstYPx: number, tail: Tail | undefined): Mark[] {
  const { label, side, labelXPx } = form
  if (label === null) return []
  const { palette } = page
  const font = FIGURE_FONTS.label
  const marks: Mark[] = []
  const isLast = (index: number): boolean => index === label.lines.length - 1
  label.lines.forEach(({ text, muted }, index) => {
    const tailPx = isLast(index) && side === 'left' ? (tail?.widthPx ?? 0) : 0
    const baselinePx = baselineAt(firstYPx + index * LINE_PX, font)
    const shape = textShape(page, {
      role: 'label',
      text,
      font,
      colour: muted ? palette.mutedInk : palette.ink,
      xPx: labelXPx - tailPx,
      anchor: side === 'right' ? 'start' : 'end',
      baselinePx,
      halo: haloOf(page, form),
    })
    marks.push(shape)
    if (isLast(index) && tail !== undefined)
      marks.push(...tail.draw(shape.xPx + shape.widthPx, baselinePx, haloOf(page, form)))
  })
  return marks
}

/** What stands behind a name: the numbers of its notes and sources. */
export interface Tail {
  readonly widthPx: number
  draw(xPx: number, baselinePx: number, halo: string | undefined): Mark[]
}

/** Draws one item with the top of its row at `topPx`. Throws for an item outside the window. */
export function drawItem(page: Page, lane: string, form: ItemForm, topPx: number, tail?: Tail): ItemShape {
  const { item, mark } = form
  if (!meetsWindow(item.extent, page.spec.window)) throw new Error(`record ${item.record} is not in the window`)
  const { palette } = page
  const tone = TONE_OF_KIND[item.kind]
  const centreYPx = topPx + ROW_PX / 2
  const labelYPx = centreYPx + form.labelRow * ROW_PX
  const parts: Mark[] = [
    ...(item.life === null
      ? [...drawLead(form, centreYPx, palette.tones[tone]), ...drawBar(page, form, centreYPx, tone)]
      : drawRule(page, form, item.life, centreYPx, tone)),
    ...drawLeader(page, form, centreYPx, labelYPx),
  ]
  if (mark.glyphCentrePx !== null)
    parts.push({
      shape: 'glyph',
      kind: item.kind,
      centreXPx: mark.glyphCentrePx,
      centreYPx,
      sizePx: GLYPH_PX,
      colour: palette.tones[tone],
      ...(page.halo === undefined ? {} : { ground: page.halo }),
    })
  parts.push(...drawLabel(page, form, labelYPx, tail))
  return { shape: 'item', record: item.record, lane, title: cleanText(page.words(item.names)), parts }
}
