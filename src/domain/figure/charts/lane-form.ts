import { numberText, ratioText } from '../../compare/number-text'
import type { LaneKind } from '../../model/lane-kind'
import type { Names } from '../../model/names'
import { cleanText } from '../clean-text'
import { NUMBER_LINE_PX } from '../notes/source-slots'
import { FIGURE_FONTS, LINE_PX, type Page } from '../page'
import { wrapText } from '../wrap-text'
import type { FigureLane } from './chart-content'

export const ABOUT_LINE_PX = 12.5
export const LANE_PAD_PX = 6
const INDENT_PX = 16
const TICK_GAP_PX = 6
const LEAST_PX = 78
const LEAST_PLOT_PX = 64
const GROWN_PX = 62
const MOST_NAME_LINES = 4
/** Where a name would have less beside the values, these stand inside of the plot. */
const LEAST_NAME_PX = 44
/** Where ticks are measured, higher than lanes become: no narrower ones follow. */
const TALL_PX = 240

/** Where the names of lanes and the values of their ticks stand. */
export interface LaneColumn {
  readonly nameLeftPx: number
  readonly nameRoomPx: number
  /** The right edge of the values; null where they stand inside of the plot. */
  readonly tickRightPx: number | null
}

/** One lane with its name set, and how high it must and may be. */
export interface LaneForm {
  readonly lane: FigureLane
  readonly nameLines: readonly string[]
  readonly aboutLines: readonly string[]
  readonly blockPx: number
  readonly leastPx: number
  readonly idealPx: number
  /** How many lines of numbers have room at the least height. */
  readonly numberLines: number
}

/** What stands at a tick of a lane: a value, a share, or how many generations behind the newest. */
export function tickText(kind: LaneKind, value: number): string {
  if (kind === 'generation-lag') return value === 0 ? 'N' : `N−${String(value)}`
  return kind === 'frontier-ratio' ? `${ratioText(value * 100)} %` : numberText(value)
}

const widestTick = (page: Page, { kind, content }: FigureLane): number =>
  Math.max(0, ...content.ticks(TALL_PX).map((value) => page.measurer.widthPx(tickText(kind, value), FIGURE_FONTS.list)))

/** The width of column that lanes ask for, before there is a page: a name in two lines beside the values. */
export function wantedColumnPx(
  lanes: readonly FigureLane[],
  widthPx: (text: string, font: (typeof FIGURE_FONTS)['list' | 'label']) => number,
): number {
  const ticks = lanes.flatMap(({ kind, content }) => content.ticks(TALL_PX).map((value) => tickText(kind, value)))
  const names = lanes.flatMap((lane) => [lane.names.en, lane.names['zh-Hant']])
  const widestName = Math.max(0, ...names.map((name) => widthPx(name, FIGURE_FONTS.label)))
  const widest = Math.max(0, ...ticks.map((text) => widthPx(text, FIGURE_FONTS.list)))
  return Math.min(widestName, 110) + widest + INDENT_PX
}

/** The column of the lanes of a page. */
export function laneColumn(page: Page, lanes: readonly FigureLane[]): LaneColumn {
  if (page.namesAbove)
    return {
      nameLeftPx: page.columnLeftPx,
      nameRoomPx: page.plotRightPx - page.columnLeftPx,
      tickRightPx: null,
    }
  const nameLeftPx = page.columnLeftPx + INDENT_PX
  const tickRightPx = page.plotLeftPx - TICK_GAP_PX
  const ticksPx = Math.max(0, ...lanes.map((lane) => widestTick(page, lane)))
  const besideTicksPx = tickRightPx - ticksPx - 8 - nameLeftPx
  if (besideTicksPx < LEAST_NAME_PX)
    return { nameLeftPx, nameRoomPx: page.plotLeftPx - 8 - nameLeftPx, tickRightPx: null }
  return { nameLeftPx, nameRoomPx: besideTicksPx, tickRightPx }
}

/** Names in the languages of the page: beside a plot a line for each language, above it one after the other. */
export function nameTexts(page: Page, names: Names): string[] {
  const { language } = page.spec.settings
  const texts =
    language === 'both' && !page.namesAbove && names.en !== names['zh-Hant']
      ? [names.en, names['zh-Hant']]
      : [page.words(names)]
  return texts.map(cleanText)
}

/** Sets the name of a lane. */
export function laneForm(page: Page, lane: FigureLane, { nameRoomPx }: LaneColumn, hasNumbers: boolean): LaneForm {
  const set = (names: Names, font: (typeof FIGURE_FONTS)['list' | 'label']): string[] =>
    nameTexts(page, names).flatMap((text) => wrapText(text, nameRoomPx, font, page.measurer, MOST_NAME_LINES))
  const nameLines = set(lane.names, FIGURE_FONTS.label)
  const aboutLines = set(lane.about, FIGURE_FONTS.list)
  const textPx = nameLines.length * LINE_PX + aboutLines.length * ABOUT_LINE_PX
  const numbers = hasNumbers ? NUMBER_LINE_PX : 0
  const blockPx = textPx + numbers
  const leastPx = page.namesAbove
    ? LANE_PAD_PX + blockPx + LEAST_PLOT_PX
    : Math.max(LEAST_PX, 2 * LANE_PAD_PX + blockPx)
  const spare = leastPx - 2 * LANE_PAD_PX - textPx
  const numberLines = !hasNumbers ? 0 : page.namesAbove ? 1 : Math.max(1, Math.floor(spare / NUMBER_LINE_PX))
  return { lane, nameLines, aboutLines, blockPx, leastPx, idealPx: leastPx + GROWN_PX, numberLines }
}
