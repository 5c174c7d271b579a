import type { FontSpec, TextMeasurer } from '../layout/timeline-item'
import type { DayNumber } from '../time/day-number'
import type { LayoutSpec } from './layout-spec'
import { PALETTES, type Palette } from './palette'

/** The type of a figure: two weights, so that only two files of each font have to ship. */
export const FIGURE_FONTS = {
  title: { sizePx: 22, weight: 600 },
  window: { sizePx: 13, weight: 400 },
  heading: { sizePx: 13, weight: 600 },
  lane: { sizePx: 12, weight: 600 },
  label: { sizePx: 12, weight: 400 },
  axis: { sizePx: 11, weight: 400 },
  axisMajor: { sizePx: 12, weight: 600 },
  small: { sizePx: 11, weight: 400 },
} as const satisfies Record<string, FontSpec>

/** One line of labels; everything in the lanes stands on this grid. */
export const ROW_PX = 20
export const LINE_PX = 15

/** The fixed measures of one figure, and everything its parts need to draw themselves. */
export interface Page {
  readonly spec: LayoutSpec
  readonly palette: Palette
  readonly measurer: TextMeasurer
  readonly widthPx: number
  readonly marginPx: number
  /** The column of lane names. */
  readonly columnLeftPx: number
  readonly columnWidthPx: number
  /** The plot: from the window's first to its last day. */
  readonly plotLeftPx: number
  readonly plotRightPx: number
  xOf(day: DayNumber): number
}

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

/** Lays the page out for a width; wide pages get a wider column of lane names. */
export function pageOf(spec: LayoutSpec, measurer: TextMeasurer): Page {
  const widthPx = spec.widthPx
  const marginPx = widthPx < 720 ? 16 : widthPx < 2400 ? 32 : 48
  const columnWidthPx = Math.round(clamp(widthPx * 0.1, 100, 200))
  const plotLeftPx = marginPx + columnWidthPx + 16
  const plotRightPx = widthPx - marginPx
  const { startDay, endDay } = spec.window
  const pxPerDay = (plotRightPx - plotLeftPx) / (endDay - startDay)
  return {
    spec,
    palette: PALETTES[spec.theme],
    measurer,
    widthPx,
    marginPx,
    columnLeftPx: marginPx,
    columnWidthPx,
    plotLeftPx,
    plotRightPx,
    xOf: (day) => plotLeftPx + (day - startDay) * pxPerDay,
  }
}
