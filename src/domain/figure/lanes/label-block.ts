import type { TimelineItem } from '../../layout/timeline-item'
import type { Locale } from '../../model/names'
import { cleanText } from '../clean-text'
import { UNVERIFIED_MARK } from '../figure-words'
import { FIGURE_FONTS, LINE_PX, ROW_PX, type Page } from '../page'
import { wrapText } from '../wrap-text'

export interface LabelLine {
  readonly text: string
  /** The second language stands back behind the first. */
  readonly muted: boolean
}

/** The name of an item in lines, with room after the last one for the numbers of its notes and sources. */
export interface LabelBlock {
  readonly lines: readonly LabelLine[]
  readonly tailPx: number
  readonly widthPx: number
  /** Rows of the grid that its lines need. */
  readonly rows: number
}

/** The name in each language the figure is written in; marked where no source was read. */
export function labelTexts(page: Page, item: TimelineItem): LabelLine[] {
  const mark = item.confidence === 'unverified' ? UNVERIFIED_MARK : ''
  const { language } = page.spec.settings
  // A name of marks that print nothing would leave its numbers without a place.
  const nameIn = (locale: Locale): string => cleanText(item.names[locale]) || '…'
  if (language !== 'both') return [{ text: nameIn(language) + mark, muted: false }]
  const [english, chinese] = [nameIn('en'), nameIn('zh-Hant')]
  return english === chinese
    ? [{ text: english + mark, muted: false }]
    : [
        { text: english, muted: false },
        { text: chinese + mark, muted: true },
      ]
}

/** Breaks a name into lines no wider than `maxPx`. */
export function labelBlock(page: Page, texts: readonly LabelLine[], tailPx: number, maxPx: number): LabelBlock {
  const font = FIGURE_FONTS.label
  const lines = texts.flatMap(({ text, muted }) =>
    wrapText(text, Math.max(maxPx - tailPx, 24), font, page.measurer).map((line) => ({ text: line, muted })),
  )
  const widths = lines.map(({ text }) => page.measurer.widthPx(text, font))
  const widthPx = Math.max(0, ...widths, (widths.at(-1) ?? 0) + tailPx)
  return { lines, tailPx, widthPx, rows: Math.max(1, Math.ceil((lines.length * LINE_PX + 2) / ROW_PX)) }
}
