import type { FontSpec, TextMeasurer } from '../layout/timeline-item'
import type { Locale, Names } from '../model/names'
import type { DayNumber } from '../time/day-number'
import type { FigureSpec } from './figure-spec'
import { wordsIn } from './figure-words'
import { PALETTES, type Palette } from './palette'
import { layoutSizeOf } from './paper-size'

/** The type of a figure: two weights, so that only two files of each font have to ship. */
export const FIGURE_FONTS = {
  window: { sizePx: 13, weight: 400 },
  heading: { sizePx: 12.5, weight: 600 },
  lane: { sizePx: 12, weight: 600 },
  label: { sizePx: 12, weight: 400 },
  axis: { sizePx: 11, weight: 400 },
  axisMajor: { sizePx: 12, weight: 600 },
  small: { sizePx: 11, weight: 400 },
  smallHeading: { sizePx: 11, weight: 600 },
  list: { sizePx: 10, weight: 400 },
  number: { sizePx: 8.5, weight: 400 },
  badge: { sizePx: 9, weight: 600 },
} as const satisfies Record<string, FontSpec>

/** One line of labels; everything in the lanes stands on this grid. */
export const ROW_PX = 18
export const LINE_PX = 15

/** The fixed measures of one page, and everything its parts need to draw themselves. */
export interface Page {
  readonly spec: FigureSpec
  readonly palette: Palette
  readonly measurer: TextMeasurer
  /** Of dates and the axis; where both languages are written, these are in English. */
  readonly locale: Locale
  readonly titleFont: FontSpec
  /** A rim around text that keeps lines out of its letters; none where the ground is not known. */
  readonly halo: string | undefined
  readonly todayDay: DayNumber | null
  readonly widthPx: number
  /** Null: as high as what there is to show needs. */
  readonly heightPx: number | null
  readonly marginPx: number
  /** The column of lane names, or where it would take too much of the page, the left edge of names over their lanes. */
  readonly columnLeftPx: number
  readonly columnWidthPx: number
  readonly namesAbove: boolean
  /** The plot: from the window's first to its last day. */
  readonly plotLeftPx: number
  readonly plotRightPx: number
  xOf(day: DayNumber): number
  /** A text of the figure in its language, or both after one another. */
  readonly words: (names: Names) => string
}

/** More of the width than this is not given to the names of lanes. */
const MOST_OF_WIDTH = 0.25
const LEAST_COLUMN_PX = 56
const MOST_COLUMN_PX = 200
const COLUMN_PAD_PX = 16
const AFTER_COLUMN_PX = 12

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most)

function marginOf(widthPx: number, heightPx: number | null): number {
  const ofWidth = widthPx < 480 ? 8 : widthPx < 900 ? 16 : widthPx < 2400 ? 28 : 48
  return heightPx === null ? ofWidth : Math.min(ofWidth, Math.max(8, Math.round(heightPx * 0.04)))
}

/** The size in px at which the title leads without taking the page. */
const titleFontOf = (widthPx: number): FontSpec => ({ sizePx: clamp(Math.round(widthPx / 56), 14, 24), weight: 600 })

/**
 * Lays a page out for its paper. `laneNames`: what has to stand in the column, in the order of the lanes;
 * `leastColumnPx`: how wide the column has to be for what else stands in it.
 */
export function pageOf(spec: FigureSpec, measurer: TextMeasurer, laneNames: readonly Names[], leastColumnPx = 0): Page {
  const { settings, window } = spec
  const { widthPx, heightPx } = layoutSizeOf(settings)
  const locale: Locale = settings.language === 'zh-Hant' ? 'zh-Hant' : 'en'
  const widest = Math.max(leastColumnPx, ...laneNames.map((names) => widestOf(names, spec, measurer)))
  const wanted = clamp(Math.ceil(widest) + COLUMN_PAD_PX, LEAST_COLUMN_PX, MOST_COLUMN_PX)
  const roomy = Math.max(LEAST_COLUMN_PX, widthPx * 0.14)
  const namesAbove = Math.min(wanted, Math.max(roomy, 100)) > widthPx * MOST_OF_WIDTH
  const marginPx = marginOf(widthPx, heightPx)
  const columnWidthPx = namesAbove ? widthPx - 2 * marginPx : Math.round(Math.min(wanted, Math.max(roomy, 100)))
  const plotLeftPx = namesAbove ? marginPx : marginPx + columnWidthPx + AFTER_COLUMN_PX
  const plotRightPx = widthPx - marginPx
  const pxPerDay = (plotRightPx - plotLeftPx) / (window.endDay - window.startDay)
  const palette = PALETTES[settings.theme]
  return {
    spec,
    palette,
    measurer,
    locale,
    titleFont: titleFontOf(widthPx),
    halo: settings.transparent && settings.theme !== 'greyscale' ? undefined : palette.ground,
    todayDay: settings.today ? spec.todayDay : null,
    widthPx,
    heightPx,
    marginPx,
    columnLeftPx: marginPx,
    columnWidthPx,
    namesAbove,
    plotLeftPx,
    plotRightPx,
    xOf: (day) => plotLeftPx + (day - window.startDay) * pxPerDay,
    words: (names) => wordsIn(names, settings.language),
  }
}

function widestOf(names: Names, { settings }: FigureSpec, measurer: TextMeasurer): number {
  const texts = settings.language === 'both' ? [names.en, names['zh-Hant']] : [names[settings.language]]
  return Math.max(...texts.map((text) => measurer.widthPx(text, FIGURE_FONTS.lane)))
}
