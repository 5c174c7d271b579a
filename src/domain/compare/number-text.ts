import type { Locale } from '../model/names'

/** More than any source states. */
const STATED_DIGITS = 12
const HUNDRED_MILLIONS_IN_A_BILLION = 10

/**
 * A number with its thousands apart, as both languages write it: `15,832`, `0.5`. `decimals`: at the most so many;
 * without them, `digits` that count.
 */
export function numberText(value: number, decimals?: number, digits = STATED_DIGITS): string {
  const plain = plainNumber(value, decimals, digits)
  const [whole = '', part] = plain.split('.')
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return part === undefined ? grouped : `${grouped}.${part}`
}

/** The same without marks between the thousands, for spreadsheets. */
export function plainNumber(value: number, decimals?: number, digits = STATED_DIGITS): string {
  const rounded = decimals === undefined ? value.toPrecision(digits) : value.toFixed(decimals)
  const text = String(Number(rounded))
  return text.includes('e')
    ? Number(rounded)
        .toFixed(20)
        .replace(/\.?0+$/, '')
    : text
}

/** A ratio by three digits: `0.15`, `1.36`, `12.5`, `148`; what is nearly 1 by four places, so that it is not taken for it. */
export function ratioText(ratio: number): string {
  if (Number(ratio.toPrecision(3)) === 1) return numberText(ratio, 4)
  return numberText(ratio >= 100 ? Math.round(ratio) : Number(ratio.toPrecision(3)))
}

export interface ValueText {
  readonly value: string
  readonly unit: string
}

/** A value and its unit. Chinese counts transistors in 億, a hundred million: `208 billion` is `2,080 億`. */
export function valueText(value: number | string, unit: string, locale: Locale, decimals?: number): ValueText {
  if (typeof value === 'string') return { value, unit: '' }
  if (unit !== 'billion' || locale !== 'zh-Hant') return { value: numberText(value, decimals), unit }
  return { value: numberText(value * HUNDRED_MILLIONS_IN_A_BILLION, decimals), unit: '億' }
}
