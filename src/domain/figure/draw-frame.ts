import { cleanText } from './clean-text'
import type { FigureMaker } from './figure-spec'
import { countInWords, figureTitle } from './figure-words'
import { FIGURE_FONTS, type Page } from './page'
import type { Shape } from './scene'
import { textShape } from './text-shape'
import { windowInWords } from './window-words'
import { wrapText } from './wrap-text'

const TITLE_LINE_PX = 28

/** The title a figure carries: its own, else the one of its grouping. */
export function titleOf(page: Page): string {
  const own = cleanText(page.spec.title ?? '')
  return own === '' ? figureTitle(page.spec.grouping, page.spec.locale) : own
}

/** Title and window in words; and where they end. */
export function drawHeader(page: Page): { shapes: Shape[]; bottomPx: number } {
  const { palette } = page
  const xPx = page.columnLeftPx + 8
  const lines = wrapText(titleOf(page), page.plotRightPx - xPx, FIGURE_FONTS.title, page.measurer)
  const firstBaseline = page.marginPx + 18
  const shapes: Shape[] = lines.map((text, index) =>
    textShape(page, {
      role: 'title',
      text,
      font: FIGURE_FONTS.title,
      colour: palette.ink,
      xPx,
      baselinePx: firstBaseline + index * TITLE_LINE_PX,
    }),
  )
  const baselinePx = firstBaseline + (lines.length - 1) * TITLE_LINE_PX + 24
  shapes.push(
    textShape(page, {
      role: 'window',
      text: windowInWords(page.spec.window, page.spec.locale),
      font: FIGURE_FONTS.window,
      colour: palette.mutedInk,
      xPx,
      baselinePx,
    }),
  )
  return { shapes, bottomPx: baselinePx + 8 }
}

/** How many records are shown and who drew the figure, in lines that fit; and where they end. */
export function drawFooter(
  page: Page,
  counts: { shown: number; hidden: number },
  maker: FigureMaker,
  topPx: number,
): { shapes: Shape[]; bottomPx: number } {
  const font = FIGURE_FONTS.small
  const xPx = page.columnLeftPx + 8
  const note = `${countInWords(counts.shown, counts.hidden, page.spec.locale)} · ${cleanText(`${maker.name} ${maker.version}`)}`
  const lines = wrapText(note, page.plotRightPx - xPx, font, page.measurer)
  const shapes = lines.map((text, index) =>
    textShape(page, {
      role: 'footer',
      text,
      font,
      colour: page.palette.faintInk,
      xPx,
      baselinePx: topPx + 22 + index * 15,
    }),
  )
  return { shapes, bottomPx: topPx + 22 + (lines.length - 1) * 15 }
}
