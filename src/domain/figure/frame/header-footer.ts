import type { Names } from '../../model/names'
import { dayInWords } from '../../time/date-words'
import { cleanText } from '../clean-text'
import type { FigureMaker } from '../figure-spec'
import { countInWords, dataDateInWords, figureTitle } from '../figure-words'
import { FIGURE_FONTS, type Page } from '../page'
import type { Shape } from '../scene'
import { textShape } from '../text-shape'
import { windowInWords } from '../window-words'
import { wrapText } from '../wrap-text'

const FOOTER_LINE_PX = 14
const SECOND_TITLE = 0.72

export interface Block {
  readonly shapes: Shape[]
  readonly bottomPx: number
}

/** The title in each language it is written in: the figure's own, else the view's name, else that of the grouping. */
function titleLines({ spec: { settings, name, grouping } }: Page): string[] {
  const own = cleanText(settings.title ?? '')
  if (own !== '') return [own]
  const names = name ?? figureTitle(grouping)
  const both = [cleanText(names.en), cleanText(names['zh-Hant'])]
  if (settings.language !== 'both') return [cleanText(names[settings.language])]
  return both[0] === both[1] ? both.slice(0, 1) : both
}

/** The title as one text. */
export const titleOf = (page: Page): string => titleLines(page).join(' ')

function subtitleOf(page: Page): string {
  const { settings, window } = page.spec
  const own = cleanText(settings.subtitle ?? '')
  if (own !== '') return own
  if (settings.language !== 'both') return windowInWords(window, settings.language)
  const [english, chinese] = [windowInWords(window, 'en'), windowInWords(window, 'zh-Hant')]
  return english === chinese ? english : `${english} · ${chinese}`
}

/** Title and subtitle. `suffix` says which page of several this is; `most` how many lines each may take. */
export function drawHeader(page: Page, suffix: string, most: number, withSubtitle: boolean): Block {
  const { palette, titleFont, measurer } = page
  const xPx = page.columnLeftPx
  const room = page.plotRightPx - xPx
  const shapes: Shape[] = []
  let yPx = page.marginPx
  titleLines(page).forEach((text, index, all) => {
    const font = index === 0 ? titleFont : { ...titleFont, sizePx: titleFont.sizePx * SECOND_TITLE }
    const whole = index === all.length - 1 ? text + suffix : text
    for (const line of wrapText(whole, room, font, measurer, most)) {
      yPx += font.sizePx * 1.22
      const colour = index === 0 ? palette.ink : palette.mutedInk
      shapes.push(
        textShape(page, { role: 'title', text: line, font, colour, xPx, baselinePx: yPx - font.sizePx * 0.3 }),
      )
    }
  })
  if (withSubtitle) {
    const font = FIGURE_FONTS.window
    for (const line of wrapText(subtitleOf(page), room, font, measurer, most)) {
      yPx += 17
      shapes.push(
        textShape(page, { role: 'subtitle', text: line, font, colour: palette.mutedInk, xPx, baselinePx: yPx - 4 }),
      )
    }
  }
  return { shapes, bottomPx: yPx + 4 }
}

/** How many records there are, the date of the data and who drew the figure, in at most so many lines. */
export function footerLines(
  page: Page,
  counts: { shown: number; hidden: number },
  maker: FigureMaker,
  most?: number,
): string[] {
  const parts = [page.words(countInWords(counts.shown, counts.hidden))]
  const { todayDay } = page.spec
  if (todayDay !== null) parts.push(page.words(dataDateInWords(dayNames(todayDay))))
  parts.push(cleanText(`${maker.name} ${maker.version}`))
  return wrapText(parts.join(' · '), page.plotRightPx - page.columnLeftPx, FIGURE_FONTS.small, page.measurer, most)
}

const dayNames = (day: number): Names => ({ en: dayInWords(day, 'en'), 'zh-Hant': dayInWords(day, 'zh-Hant') })

export const linesHeightPx = (lines: readonly string[]): number => lines.length * FOOTER_LINE_PX

/** Small lines under the lanes, from `topPx` down. */
export function drawSmallLines(page: Page, lines: readonly string[], role: 'footer' | 'count', topPx: number): Shape[] {
  return lines.map((text, index) =>
    textShape(page, {
      role,
      text,
      font: FIGURE_FONTS.small,
      colour: role === 'count' ? page.palette.mutedInk : page.palette.faintInk,
      xPx: page.columnLeftPx,
      baselinePx: topPx + index * FOOTER_LINE_PX + 10.5,
    }),
  )
}

/** A line of the figure's own words, broken where the page ends; where it may take one line only, in one language. */
export function smallLines(page: Page, names: Names, most?: number): string[] {
  const { language } = page.spec.settings
  const texts = language !== 'both' ? [names[language]] : most === 1 ? [names.en] : [names.en, names['zh-Hant']]
  const room = page.plotRightPx - page.columnLeftPx
  return texts.flatMap((text) => wrapText(text, room, FIGURE_FONTS.small, page.measurer, most))
}
