import { axisTicks, type AxisTicks } from '../../time/axis-ticks'
import { FIGURE_WORDS } from '../figure-words'
import { FIGURE_FONTS, type Page } from '../page'
import type { Shape } from '../scene'
import { baselineAt, textShape } from '../text-shape'

const MAJOR_PX = 18
const MINOR_PX = 18
const TODAY_PX = 15
/** The two rows of labels under the lanes. */
export const FOOT_AXIS_PX = MAJOR_PX + MINOR_PX

const showsToday = ({ todayDay, spec: { window } }: Page): boolean =>
  todayDay !== null && todayDay >= window.startDay && todayDay <= window.endDay

/** The two rows of labels, and the strip in which today is named where it is. */
export function axisHeightPx(page: Page): number {
  return FOOT_AXIS_PX + (showsToday(page) ? TODAY_PX : 3)
}

const LABEL_PAD_PX = 5

function ticksOf(page: Page): AxisTicks {
  const { startDay, endDay } = page.spec.window
  return axisTicks({
    startDay,
    endDay,
    widthPx: page.plotRightPx - page.plotLeftPx,
    locale: page.locale,
    measure: (text) => page.measurer.widthPx(text, FIGURE_FONTS.axisMajor),
  })
}

const isInside = (page: Page, xPx: number): boolean => xPx >= page.plotLeftPx - 0.5 && xPx <= page.plotRightPx + 0.5

function vertical(xPx: number, topPx: number, bottomPx: number, colour: string): Shape {
  return { shape: 'line', x1Px: xPx, x2Px: xPx, y1Px: topPx, y2Px: bottomPx, colour, widthPx: 1 }
}

/** The grid behind the lanes: a fine line for each cell, a stronger one where a larger cell begins. */
export function drawGrid(page: Page, topPx: number, bottomPx: number): Shape[] {
  const { palette } = page
  const { major, minor } = ticksOf(page)
  const lines = (days: readonly number[], colour: string): Shape[] =>
    days
      .map((day) => page.xOf(day))
      .filter((x) => isInside(page, x))
      .map((x) => vertical(x, topPx, bottomPx, colour))
  return [
    ...lines(
      minor.filter(({ emphasis }) => !emphasis).map(({ day }) => day),
      palette.minorRule,
    ),
    ...lines(
      [...minor.filter(({ emphasis }) => emphasis), ...major].map(({ day }) => day),
      palette.rule,
    ),
  ]
}

interface Row {
  readonly ticks: AxisTicks['minor']
  readonly centreYPx: number
  readonly strong: boolean
}

function drawLabels(page: Page, { ticks, centreYPx, strong }: Row): Shape[] {
  const font = strong ? FIGURE_FONTS.axisMajor : FIGURE_FONTS.axis
  let freeFromPx = -Infinity
  return ticks.flatMap(({ label, labelDay }): Shape[] => {
    const shape = textShape(page, {
      role: 'axis',
      text: label,
      font,
      colour: strong ? page.palette.ink : page.palette.mutedInk,
      xPx: page.xOf(labelDay) + LABEL_PAD_PX,
      baselinePx: baselineAt(centreYPx, font),
    })
    // A cell that begins before the page has its name outside of it, or cut by its edge.
    const fits =
      shape.xPx >= page.plotLeftPx && shape.xPx + shape.widthPx <= page.plotRightPx && shape.xPx >= freeFromPx
    if (label === '' || !fits) return []
    freeFromPx = shape.xPx + shape.widthPx
    return [shape]
  })
}

/** The axis above the lanes (`head`), or the same again under them (`foot`). */
export function drawAxis(page: Page, topPx: number, place: 'head' | 'foot'): Shape[] {
  const { palette } = page
  const { major, minor } = ticksOf(page)
  const rows =
    place === 'head'
      ? { major: topPx + MAJOR_PX / 2, minor: topPx + MAJOR_PX + MINOR_PX / 2 }
      : { minor: topPx + MINOR_PX / 2, major: topPx + MINOR_PX + MAJOR_PX / 2 }
  const edge = place === 'head' ? topPx + axisHeightPx(page) : topPx
  const tickTop = place === 'head' ? topPx + MAJOR_PX + 3 : topPx
  const tickBottom = place === 'head' ? topPx + axisHeightPx(page) : topPx + MINOR_PX - 3
  const ticks = minor.map(({ day }) => page.xOf(day)).filter((x) => isInside(page, x))
  return [
    ...ticks.map((x) => vertical(x, tickTop, tickBottom, palette.rule)),
    {
      shape: 'line',
      x1Px: page.columnLeftPx,
      x2Px: page.plotRightPx,
      y1Px: edge,
      y2Px: edge,
      widthPx: 1,
      colour: palette.strongRule,
    },
    ...drawLabels(page, { ticks: major, centreYPx: rows.major, strong: true }),
    ...drawLabels(page, { ticks: minor, centreYPx: rows.minor, strong: major.length === 0 }),
  ]
}

/** The line at today alone; nothing where today lies outside the window. */
export function drawTodayLine(page: Page, topPx: number, bottomPx: number): Shape[] {
  const { todayDay } = page
  if (todayDay === null || !showsToday(page)) return []
  const xPx = page.xOf(todayDay)
  return [
    {
      shape: 'line',
      x1Px: xPx,
      x2Px: xPx,
      y1Px: topPx,
      y2Px: bottomPx,
      colour: page.palette.mutedInk,
      widthPx: 1,
      dashPx: [3, 3],
    },
  ]
}

/** The line at today with its name above the lanes; nothing where today lies outside the window. */
export function drawToday(page: Page, topPx: number, bottomPx: number): Shape[] {
  const { todayDay } = page
  if (todayDay === null || !showsToday(page)) return []
  const xPx = page.xOf(todayDay)
  const font = FIGURE_FONTS.smallHeading
  const text = page.words(FIGURE_WORDS.today)
  const halfWidth = page.measurer.widthPx(text, font) / 2
  const centre = Math.min(Math.max(xPx, page.plotLeftPx + halfWidth), page.plotRightPx - halfWidth)
  return [
    ...drawTodayLine(page, topPx, bottomPx),
    textShape(page, {
      role: 'today',
      text,
      font,
      colour: page.palette.ink,
      xPx: centre,
      anchor: 'middle',
      baselinePx: baselineAt(topPx - TODAY_PX / 2, font),
    }),
  ]
}
