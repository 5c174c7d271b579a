import type { Names } from '../../model/names'
import { cleanText } from '../clean-text'
import { drawEntries, type Entry } from '../frame/legend-lines'
import { drawNumbers } from '../notes/source-slots'
import { FIGURE_FONTS, LINE_PX, type Page } from '../page'
import type { Shape } from '../scene'
import { baselineAt, textShape } from '../text-shape'
import { wrapText } from '../wrap-text'
import { CHART_WORDS, type Heading } from './chart-words'

const BAND_PX = 22
const SMALL_LINE_PX = 14
const INSET_PX = 6
const GAP_PX = 8
const AFTER_LEGEND_PX = 4
const MOST_LINES = 3

/** The band above a part with what it is, and under it the signs that only this part has. */
export interface SectionHead {
  readonly titleLines: readonly string[]
  readonly detail: string
  /** Set only where the detail has no room behind the title. */
  readonly detailLines: readonly string[]
  readonly bandPx: number
  readonly entries: readonly Entry[]
  readonly heightPx: number
  /** Where text may follow in the band, and how much. */
  readonly afterPx: number
  readonly roomPx: number
}

/** Sets the head of a part. What rests on assumed rules says so in its title. */
export function sectionHead(
  page: Page,
  { title, detail }: Heading,
  entries: readonly Entry[],
  hypothetical: { readonly name: Names } | null,
): SectionHead {
  const left = page.columnLeftPx + INSET_PX
  const width = page.plotRightPx - left - 4
  const words = page.words(hypothetical === null ? title : underScenario(title, hypothetical.name))
  const titleLines = wrapText(words, width, FIGURE_FONTS.heading, page.measurer, MOST_LINES)
  const titlePx = page.measurer.widthPx(titleLines.at(-1) ?? '', FIGURE_FONTS.heading)
  const about = detail === null ? '' : page.words(detail)
  const aboutPx = page.measurer.widthPx(about, FIGURE_FONTS.small)
  const isBehind = titlePx + GAP_PX + aboutPx <= width
  const detailLines = isBehind ? [] : wrapText(about, width, FIGURE_FONTS.small, page.measurer, MOST_LINES)
  const lastPx = isBehind
    ? titlePx + (about === '' ? 0 : GAP_PX + aboutPx)
    : page.measurer.widthPx(detailLines.at(-1) ?? '', FIGURE_FONTS.small)
  const bandPx = BAND_PX + (titleLines.length - 1) * LINE_PX + detailLines.length * SMALL_LINE_PX
  const legend = entries.length === 0 ? 0 : drawEntries(page, entries, 0).bottomPx + AFTER_LEGEND_PX
  return {
    titleLines,
    detail: isBehind ? about : '',
    detailLines,
    bandPx,
    entries,
    heightPx: bandPx + legend,
    afterPx: left + lastPx + 4,
    roomPx: Math.max(0, page.plotRightPx - left - lastPx - 8),
  }
}

/** `Metrics · HYPOTHETICAL: Without the foundry rule`, in both languages. */
const underScenario = (title: Names, name: Names): Names => ({
  en: `${title.en} · ${CHART_WORDS.hypothetical.en}: ${cleanText(name.en)}`,
  'zh-Hant': `${title['zh-Hant']} · ${CHART_WORDS.hypothetical['zh-Hant']}：${cleanText(name['zh-Hant'])}`,
})

/** Draws a head at `topPx`, with the numbers of sources that stand behind its words. */
export function drawHead(page: Page, head: SectionHead, topPx: number, numbers: readonly number[]): Shape[] {
  const { palette, columnLeftPx, plotRightPx } = page
  const left = columnLeftPx + INSET_PX
  const font = FIGURE_FONTS.heading
  const first = baselineAt(topPx + BAND_PX / 2, font)
  const lastTitle = first + (head.titleLines.length - 1) * LINE_PX
  const small = { role: 'lane', font: FIGURE_FONTS.small, colour: palette.mutedInk } as const
  const titlePx = page.measurer.widthPx(head.titleLines.at(-1) ?? '', font)
  const lastBaseline = lastTitle + head.detailLines.length * SMALL_LINE_PX
  return [
    {
      shape: 'rect',
      xPx: columnLeftPx,
      yPx: topPx,
      widthPx: plotRightPx - columnLeftPx,
      heightPx: head.bandPx,
      fill: { colour: palette.band },
    },
    rule(page, topPx, palette.strongRule),
    ...head.titleLines.map((text, at) =>
      textShape(page, {
        role: 'lane',
        text,
        font,
        colour: palette.ink,
        xPx: left,
        baselinePx: first + at * LINE_PX,
      }),
    ),
    ...(head.detail === ''
      ? []
      : [textShape(page, { ...small, text: head.detail, xPx: left + titlePx + GAP_PX, baselinePx: lastTitle })]),
    ...head.detailLines.map((text, at) =>
      textShape(page, { ...small, text, xPx: left, baselinePx: lastTitle + (at + 1) * SMALL_LINE_PX }),
    ),
    ...drawNumbers(page, numbers, head.roomPx, { xPx: head.afterPx, baselinePx: lastBaseline - 3.5 }),
    ...(head.entries.length === 0 ? [] : drawEntries(page, head.entries, topPx + head.bandPx + 1).shapes),
  ]
}

/** A line across the page, from the names to the right edge. */
export const rule = (page: Page, yPx: number, colour: string): Shape => ({
  shape: 'line',
  x1Px: page.columnLeftPx,
  x2Px: page.plotRightPx,
  y1Px: yPx,
  y2Px: yPx,
  widthPx: 1,
  colour,
})
