import type { NameStyle } from './calendar-names'
import type { DateParts } from './date-parts'
import type { DatePhrases } from './date-phrases'

const SEASONS = ['春', '夏', '秋', '冬'] as const
const THIRDS = ['前', '中間', '後'] as const
const HALVES = ['上', '下'] as const

/** A year without 年: `2026`, `公元前101`; before the year 1000 with its era. */
function eraYear(year: number): string {
  if (year <= 0) return `公元前${1 - year}`
  return year < 1000 ? `公元${year}` : String(year)
}

/** A year: `2026年`, `公元前101年`. */
export function yearInChinese(year: number): string {
  return `${eraYear(year)}年`
}

/** A part of a year by its ISO 8601-2 number, 21 to 41, without the year. */
function partInChinese(part: number): string {
  if (part <= 24) return `${SEASONS[part - 21] ?? ''}季`
  if (part <= 28) return `${SEASONS[part - 25] ?? ''}季（北半球）`
  if (part <= 32) return `${SEASONS[part - 29] ?? ''}季（南半球）`
  if (part <= 36) return `第${part - 32}季`
  if (part <= 39) return `${THIRDS[part - 37] ?? ''}四個月`
  return `${HALVES[part - 40] ?? ''}半年`
}

/** Days and months joined to their year: `2025年12月8日`, in short `2025/12/8`. */
function numbered(style: NameStyle, year: number | null, month: number | null, day: number | null): string {
  if (style === 'short') {
    const yearText = year === null ? null : eraYear(year)
    return [yearText, month, day].filter((part) => part !== null).join('/')
  }
  return [
    year === null ? '' : yearInChinese(year),
    month === null ? '' : `${month}月`,
    day === null ? '' : `${day}日`,
  ].join('')
}

function pointIn(style: NameStyle): DatePhrases['point'] {
  return (parts) => {
    switch (parts.kind) {
      case 'day':
        return numbered(style, parts.year, parts.month, parts.day)
      case 'month': {
        const words = numbered(style, parts.year, parts.month, null)
        return parts.dayUnknown && style === 'long' ? `${words}（日期不詳）` : words
      }
      case 'part':
        return `${yearInChinese(parts.year)}${partInChinese(parts.part)}`
      case 'year': {
        const words = yearInChinese(parts.year)
        return parts.monthUnknown && style === 'long' ? `${words}（月份不詳）` : words
      }
      case 'months':
        return style === 'long'
          ? `${yearInChinese(parts.year)}${parts.first}月至${parts.last}月之間`
          : `${yearInChinese(parts.year)}${parts.first}–${parts.last}月`
      case 'decade':
        return parts.first >= 1000
          ? `${parts.first}年代`
          : `${yearInChinese(parts.first)}至${yearInChinese(parts.last)}之間`
      case 'century':
        return `${yearInChinese(parts.first)}至${yearInChinese(parts.last)}之間`
      case 'estimate':
        return `${yearInChinese(parts.year)}（${yearInChinese(parts.first)}至${yearInChinese(parts.last)}之間）`
      case 'pattern':
        return style === 'long' ? `${parts.pattern}（X 為未知數字）` : parts.pattern
    }
  }
}

function runIn(style: NameStyle): DatePhrases['run'] {
  const to = style === 'long' ? '至' : '–'
  return (from: DateParts, until: DateParts) => {
    if (style === 'short' && from.kind === 'year' && until.kind === 'year' && from.year >= 1000)
      return `${from.year}–${yearInChinese(until.year)}`
    if (!('year' in from) || !('year' in until) || from.year !== until.year) return null
    if (from.kind === 'day' && until.kind === 'day') {
      const month = from.month === until.month ? null : until.month
      return `${numbered(style, from.year, from.month, from.day)}${to}${numbered(style, null, month, until.day)}`
    }
    if (from.kind === 'month' && until.kind === 'month' && !from.dayUnknown && !until.dayUnknown)
      return `${yearInChinese(from.year)}${from.month}${style === 'long' ? '月至' : '–'}${until.month}月`
    if (from.kind === 'part' && until.kind === 'part')
      return `${yearInChinese(from.year)}${partInChinese(from.part)}${to}${partInChinese(until.part)}`
    return null
  }
}

function listed(words: readonly string[], last: string): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join('、')}${last}${words.at(-1) ?? ''}`
}

const shared = {
  about: (words) => `約${words}`,
  within: (words) => `${words}之內`,
  or: (words) => listed(words, '或'),
  and: (words) => listed(words, '及'),
  earlier: (words, all) => `${words}${all ? '及' : '或'}更早`,
  later: (words, all) => `${words}${all ? '及' : '或'}更晚`,
} satisfies Partial<DatePhrases>

export const CHINESE: DatePhrases = {
  ...shared,
  point: pointIn('long'),
  run: runIn('long'),
  uncertain: (words) => `${words}（未確定）`,
  fromTo: (from, to) => `${from}至${to}`,
  ongoing: (from) => `${from}起，仍持續`,
  endUnknown: (from) => `${from}起，結束時間不詳`,
  until: (to) => `至${to}為止`,
  startUnknown: (to) => `至${to}為止，開始時間不詳`,
}

export const SHORT_CHINESE: DatePhrases = {
  ...shared,
  point: pointIn('short'),
  run: runIn('short'),
  uncertain: (words) => `${words}？`,
  fromTo: (from, to) => `${from}–${to}`,
  ongoing: (from) => `${from}起`,
  endUnknown: (from) => `${from}–？`,
  until: (to) => `至${to}`,
  startUnknown: (to) => `？–${to}`,
}
