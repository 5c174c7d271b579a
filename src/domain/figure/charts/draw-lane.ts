import type { PlotLine } from '../../lanes/lane-content'
import type { VendorSign } from '../../lanes/vendor-signs'
import type { Document } from '../../model/document'
import { drawNumbers } from '../notes/source-slots'
import { FIGURE_FONTS, LINE_PX, type Page } from '../page'
import { mixed } from '../palette'
import type { ChartShape, LineShape, Mark, PathSegment } from '../scene'
import { baselineAt, textShape } from '../text-shape'
import { laneInWords } from './lane-in-words'
import { ABOUT_LINE_PX, LANE_PAD_PX, tickText, type LaneColumn, type LaneForm } from './lane-form'
import { LaneLabels } from './lane-labels'
import { LanePlot } from './lane-plot'
import { pointMark, vendorColour } from './point-mark'

const PLOT_TOP_PX = 8
const PLOT_BOTTOM_PX = 8
const SPAN_PX = 5
const LIMIT_DASH = [6, 3]
const MAYBE_DASH = [1.5, 3]
/** Steps of vendors stand back behind their points. */
const STEP_SHARE = 0.55
/** In greyscale the steps of vendors differ by their dashes. */
const STEP_DASHES: readonly (readonly number[] | null)[] = [null, [5, 2], [2, 2], [7, 2, 2, 2], [3, 1], [1, 2]]

type Signs = ReadonlyMap<string, VendorSign>

/** Draws a lane with its top at `topPx`. `lineEndDay`: to which day the last step is drawn. */
export function drawLane(
  page: Page,
  form: LaneForm,
  column: LaneColumn,
  box: { readonly topPx: number; readonly heightPx: number },
  look: {
    readonly signs: Signs
    readonly document: Document
    readonly lineEndDay: number
    readonly numbers: readonly number[]
  },
): ChartShape {
  const { lane } = form
  const headPx = page.namesAbove ? LANE_PAD_PX + form.blockPx : 0
  const area = {
    left: page.plotLeftPx,
    right: page.plotRightPx,
    top: box.topPx + headPx + 1,
    bottom: box.topPx + box.heightPx - 1,
  }
  const plot = new LanePlot(page, lane.content, area.top + PLOT_TOP_PX, area.bottom - PLOT_BOTTOM_PX)
  const labels = new LaneLabels(plot, look.document, area, look.lineEndDay)
  const ticks = plot.ticks().map((value) => ({ text: tickText(lane.kind, value), y: plot.y(value) }))
  if (column.tickRightPx === null) labels.nameTicks(ticks)
  labels.nameLimits()
  labels.namePoints()
  const parts: Mark[] = [
    ...ticks.map(({ y }): LineShape => line(page.plotLeftPx, page.plotRightPx, y, page.palette.rule, 0.75)),
    ...drawLimits(plot),
    ...lane.content.lines.flatMap((each) => drawSteps(plot, each, look.signs, look.lineEndDay)),
    ...drawPoints(plot, look.signs),
    ...(column.tickRightPx === null ? [] : drawTicks(page, ticks, column.tickRightPx)),
    ...drawName(page, form, column, box.topPx, look.numbers),
    ...labels.shapes,
  ]
  return { shape: 'chart', title: laneInWords(lane, look.document, page.spec.window, page.words), parts }
}

const line = (
  x1: number,
  x2: number,
  y: number,
  colour: string,
  widthPx: number,
  dashPx?: readonly number[],
): LineShape => ({
  shape: 'line',
  x1Px: x1,
  x2Px: x2,
  y1Px: y,
  y2Px: y,
  colour,
  widthPx,
  ...(dashPx === undefined ? {} : { dashPx }),
})

function drawName(
  page: Page,
  { nameLines, aboutLines }: LaneForm,
  { nameLeftPx, nameRoomPx }: LaneColumn,
  topPx: number,
  numbers: readonly number[],
): Mark[] {
  const font = FIGURE_FONTS.label
  const first = baselineAt(topPx + LANE_PAD_PX + LINE_PX / 2, font)
  const afterName = topPx + LANE_PAD_PX + nameLines.length * LINE_PX
  const afterAbout = afterName + aboutLines.length * ABOUT_LINE_PX
  return [
    ...nameLines.map((text, at) =>
      textShape(page, {
        role: 'lane',
        text,
        font,
        colour: page.palette.ink,
        xPx: nameLeftPx,
        baselinePx: first + at * LINE_PX,
      }),
    ),
    ...aboutLines.map((text, at) =>
      textShape(page, {
        role: 'lane',
        text,
        font: FIGURE_FONTS.list,
        colour: page.palette.mutedInk,
        xPx: nameLeftPx,
        baselinePx: afterName + at * ABOUT_LINE_PX + 9,
      }),
    ),
    ...drawNumbers(page, numbers, nameRoomPx, { xPx: nameLeftPx, baselinePx: afterAbout + 8 }),
  ]
}

function drawTicks(
  page: Page,
  ticks: readonly { readonly text: string; readonly y: number }[],
  rightPx: number,
): Mark[] {
  const font = FIGURE_FONTS.list
  const named: number[] = []
  return ticks.flatMap(({ text, y }): Mark[] => {
    if (named.some((other) => Math.abs(other - y) < font.sizePx + 1)) return []
    named.push(y)
    return [
      textShape(page, {
        role: 'tick',
        text,
        font,
        colour: page.palette.mutedInk,
        xPx: rightPx,
        anchor: 'end',
        baselinePx: y + font.sizePx * 0.25,
      }),
    ]
  })
}

/** Dashed while in force, dotted over the days on which it may have begun or ended. */
function drawLimits(plot: LanePlot): Mark[] {
  const colour = plot.page.palette.tones.allowed
  return plot.limits().flatMap(({ y, mayBegin, begins, ends, mayEnd }) =>
    (
      [
        [mayBegin, begins, MAYBE_DASH],
        [begins, ends, LIMIT_DASH],
        [ends, mayEnd, MAYBE_DASH],
      ] as const
    ).flatMap(([from, to, dash]) => (to - from < 0.5 ? [] : [line(from, to, y, colour, 1.4, dash)])),
  )
}

/** The best so far from day to day, with a riser where it grew. What is not known well enough is dashed. */
function drawSteps(plot: LanePlot, { vendor, steps }: PlotLine, signs: Signs, lineEndDay: number): Mark[] {
  const { page } = plot
  const { palette } = page
  const sign = vendor === null ? undefined : signs.get(vendor)
  const look =
    sign === undefined
      ? { colour: palette.mutedInk, widthPx: 1.75, dash: null }
      : {
          colour: mixed(vendorColour(page, sign), palette.ground, STEP_SHARE),
          widthPx: 1.1,
          dash: palette.patterns === undefined ? null : (STEP_DASHES[sign.colour ?? 5] ?? null),
        }
  const paths: { readonly unsure: boolean; readonly segments: PathSegment[] }[] = []
  for (const [at, { from, value, uncertain = false }] of steps.entries()) {
    const next = steps[at + 1]
    const [x1, x2] = [plot.markX(from), plot.markX(next?.from ?? Math.max(lineEndDay, from))]
    if (value === null || x2 < page.plotLeftPx || x1 > page.plotRightPx) continue
    const [left, right, y] = [plot.within(x1), plot.within(x2), plot.y(value)]
    const path = { unsure: uncertain, segments: [] as PathSegment[] }
    path.segments.push({ to: 'move', x: left, y }, { to: 'line', x: right, y })
    const nextValue = next?.value ?? null
    if (nextValue !== null && x2 <= page.plotRightPx) path.segments.push({ to: 'line', x: right, y: plot.y(nextValue) })
    const before = paths.at(-1)
    const last = before?.segments.at(-1)
    // One path where one step leads to the next, so that dashes go on over the corner.
    if (before?.unsure === uncertain && last !== undefined && 'x' in last && last.x === left && last.y === y)
      before.segments.push(...path.segments.slice(1))
    else paths.push(path)
  }
  return paths.map(({ unsure, segments }): Mark => {
    const dash = unsure ? [3, 3] : look.dash
    return {
      shape: 'path',
      segments,
      colour: look.colour,
      widthPx: look.widthPx,
      ...(dash === null ? {} : { dashPx: dash }),
    }
  })
}

/** Filled where the day is known; else hollow, at the end of the days that it may have been. */
function drawPoints(plot: LanePlot, signs: Signs): Mark[] {
  const { page } = plot
  return plot.points().flatMap(({ point, x, y }): Mark[] => {
    const sign = signs.get(point.vendor)
    if (sign === undefined) return []
    const { first, last } = point.date
    const from = plot.within(page.xOf(first))
    const mark = pointMark(page, sign, x, y, first < last)
    if (first >= last || x - from < 1) return [mark]
    const span: Mark = {
      shape: 'rect',
      xPx: from,
      yPx: y - SPAN_PX / 2,
      widthPx: x - from,
      heightPx: SPAN_PX,
      fill: {
        colour: vendorColour(page, sign),
        fade: [
          { at: 0, opacity: 0.05 },
          { at: 0.35, opacity: 0.35 },
          { at: 1, opacity: 0.35 },
        ],
      },
    }
    return [span, mark]
  })
}
