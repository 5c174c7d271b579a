import type { Likeness } from '../../compare/compare-chips'
import type { Names } from '../../model/names'
import { cleanText } from '../clean-text'

const names = (en: string, zhHant: string): Names => ({ en, 'zh-Hant': zhHant })

export const HEADING = names('Comparison', '比較')
export const UNKNOWN = names('unknown', '不詳')
export const UNIT_NAMES = { billion: names('billion', '十億') } as const

/** What rows have in common, as the window says it. */
export const LIKENESS_NAMES: Readonly<Record<Likeness, Names>> = {
  differ: names('Different', '不同'),
  incomplete: names('The same as far as known', '已知部分相同'),
  same: names('The same', '相同'),
  unknown: names('Not known of any', '皆不詳'),
}

/** What the numbers with a × are. */
export const baseInWords = (base: Names): Names =>
  names(`×: ratio to ${cleanText(base.en)}`, `×：與 ${cleanText(base['zh-Hant'])} 的比值`)

/** Metrics of which nothing is known of any of the chips. */
export const unknownInWords = (metrics: readonly Names[]): Names =>
  names(
    `Not known of any: ${metrics.map(({ en }) => en).join(', ')}`,
    `皆不詳：${metrics.map((each) => each['zh-Hant']).join('、')}`,
  )
