import { FIGURE_FONTS, LINE_PX, type Page } from '../page'
import type { ChartShape, Mark } from '../scene'
import { baselineAt, textShape } from '../text-shape'
import { wrapText } from '../wrap-text'
import { dayInWords } from '../../time/date-words'
import type { GateStretch } from '../../controls/gate-state'
import type { Locale, Names } from '../../model/names'
import { STATE_NAMES } from './chart-words'
import { nameTexts } from './lane-form'
import { stateMarks } from './state-marks'
import type { StatusRow } from './status-content'

const INDENT_PX = 16
const PAD_PX = 4
const BAR_PX = 9
const SINGLE_BAR_PX = 12
const BAR_GAP_PX = 2
const MOST_NAME_LINES = 3

/** The bars of one chip with its name set, and how high they are. */
export interface StatusForm {
  readonly row: StatusRow
  readonly nameLines: readonly string[]
  readonly nameLeftPx: number
  readonly barPx: number
  readonly heightPx: number
}

/** Sets the name of a chip and its bars. */
export function statusForm(page: Page, row: StatusRow): StatusForm {
  const nameLeftPx = page.columnLeftPx + (page.namesAbove ? 0 : INDENT_PX)
  const roomPx = (page.namesAbove ? page.plotRightPx : page.plotLeftPx - 8) - nameLeftPx
  const nameLines = nameTexts(page, row.chip.name).flatMap((text) =>
    wrapText(text, Math.max(roomPx, 34), FIGURE_FONTS.label, page.measurer, MOST_NAME_LINES),
  )
  const barPx = row.bars.length === 1 ? SINGLE_BAR_PX : BAR_PX
  const barsPx = row.bars.length * (barPx + BAR_GAP_PX) - BAR_GAP_PX
  const namePx = nameLines.length * LINE_PX
  const heightPx = 2 * PAD_PX + (page.namesAbove ? namePx + 2 + barsPx : Math.max(namePx, barsPx))
  return { row, nameLines, nameLeftPx, barPx, heightPx }
}

/** Draws the bars of a chip with their top at `topPx`, over the days of the window. */
export function drawStatus(
  page: Page,
  { row, nameLines, nameLeftPx, barPx, heightPx }: StatusForm,
  topPx: number,
): ChartShape {
  const font = FIGURE_FONTS.label
  const namePx = nameLines.length * LINE_PX
  const barsPx = row.bars.length * (barPx + BAR_GAP_PX) - BAR_GAP_PX
  const middle = topPx + heightPx / 2
  const nameTop = page.namesAbove ? topPx + PAD_PX : middle - namePx / 2
  const barsTop = page.namesAbove ? topPx + PAD_PX + namePx + 2 : middle - barsPx / 2
  const parts: Mark[] = row.bars.flatMap(({ stretches }, at) =>
    stretches.flatMap((stretch) => drawStretch(page, stretch, barsTop + at * (barPx + BAR_GAP_PX), barPx)),
  )
  parts.push(
    ...nameLines.map((text, at) =>
      textShape(page, {
        role: 'lane',
        text,
        font,
        colour: page.palette.ink,
        xPx: nameLeftPx,
        baselinePx: baselineAt(nameTop + LINE_PX / 2, font) + at * LINE_PX,
      }),
    ),
  )
  return { shape: 'chart', title: page.words(statusInWords(page, row)), parts }
}

/** Whether any day of a stretch stands in the window of the page. */
export const stretchIsIn = ({ from, to }: GateStretch, { spec: { window } }: Page): boolean =>
  from < window.endDay && to > window.startDay

function drawStretch(page: Page, stretch: GateStretch, yPx: number, heightPx: number): Mark[] {
  if (!stretchIsIn(stretch, page)) return []
  const { startDay, endDay } = page.spec.window
  const xPx = page.xOf(Math.max(stretch.from, startDay))
  const widthPx = page.xOf(Math.min(stretch.to, endDay)) - xPx
  return stateMarks(page, stretch.state, { xPx, yPx, widthPx, heightPx })
}

/** The states of a chip in the window one after the other, for readers who do not see the bars. */
function statusInWords(page: Page, { chip, bars }: StatusRow): Names {
  const inLocale = (locale: Locale): string => {
    const since = (day: number): string =>
      locale === 'en' ? `from ${dayInWords(day, locale)}` : `${dayInWords(day, locale)}起`
    const sides = bars.map(({ names, stretches }) => {
      const states = stretches
        .filter((stretch) => stretchIsIn(stretch, page))
        .map(({ from, state }) => {
          const name = STATE_NAMES[state][locale]
          return Number.isFinite(from) && from > page.spec.window.startDay ? `${name} ${since(from)}` : name
        })
      return `${names[locale]}${locale === 'en' ? ': ' : '：'}${states.join(locale === 'en' ? ', then ' : '，其後')}`
    })
    return [chip.name[locale], ...sides].join(locale === 'en' ? '. ' : '。')
  }
  return { en: inLocale('en'), 'zh-Hant': inLocale('zh-Hant') }
}
