import { jurisdictionNames } from '../layout/lane-names'
import type { Document } from '../model/document'
import type { Locale } from '../model/names'
import { CHART_WORDS } from './charts/chart-words'
import { laneNamesInWords } from './charts/lane-in-words'
import { cleanText } from './clean-text'
import type { FigureParts } from './figure-parts'
import type { FigureSpec } from './figure-spec'

/** So many chips are named in a sentence; of more it says how many there are. */
const MOST_NAMED = 8

/** What stands under the rows of a figure, in sentences that follow others; empty where there is nothing. */
export function partsInWords(
  { lanes, status, comparison, hypothetical }: FigureParts,
  { document, spec }: { readonly document: Document; readonly spec: FigureSpec },
  locale: Locale,
): string {
  const isEnglish = locale === 'en'
  const listed = (names: readonly string[]): string => names.join(isEnglish ? ', ' : '、')
  const chipsIn = (chips: readonly { readonly name: Readonly<Record<Locale, string>> }[]): string =>
    chips.length <= MOST_NAMED
      ? listed(chips.map(({ name }) => cleanText(name[locale])))
      : isEnglish
        ? `${String(chips.length)} chips`
        : `${String(chips.length)} 款晶片`
  const sentences: string[] = []
  if (lanes !== null) {
    const each = lanes.lanes.map((lane) => laneNamesInWords(lane, document, spec.window)[locale])
    sentences.push(
      isEnglish ? `Below, on the same axis: ${each.join('; ')}.` : `下方同一時間軸上的指標：${each.join('；')}。`,
    )
  }
  const destination = spec.settings.status?.destination
  if (status !== null && destination !== undefined && status.rows.length > 0) {
    const chips = chipsIn(status.rows.map(({ chip }) => chip))
    const place = jurisdictionNames(destination)[locale]
    sentences.push(
      isEnglish
        ? `Bars show along time what the rules said of sales to ${place}: ${chips}.`
        : `狀態條顯示法規對輸往${place}的歷來規定：${chips}。`,
    )
  }
  if (hypothetical !== null) {
    const name = cleanText(hypothetical.name[locale])
    sentences.push(
      isEnglish
        ? `${CHART_WORDS.hypothetical.en}: the rules are assumed as in "${name}".`
        : `${CHART_WORDS.hypothetical['zh-Hant']}：法規依「${name}」的假設。`,
    )
  }
  if (comparison !== null)
    sentences.push(
      isEnglish
        ? `A table sets ${chipsIn(comparison.chips)} side by side.`
        : `表格並列比較：${chipsIn(comparison.chips)}。`,
    )
  return sentences.map((sentence) => (isEnglish ? ` ${sentence}` : sentence)).join('')
}
