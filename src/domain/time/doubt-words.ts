import type { Locale } from '../model/names'
import type { DateDoubt } from './date-doubt'
import { dateInWords } from './date-words'
import { parseEdtf } from './edtf'

/** The month of a day that is not there, in words: `February 2026`, `2026年2月`. */
function monthInWords(text: string, locale: Locale): string {
  const date = parseEdtf(text)
  return date.ok ? dateInWords(date.value, locale) : text
}

/** Why a typed date was not taken, as a sentence in the reader's language: `February 2026 has 28 days.` */
export function doubtInWords(doubt: DateDoubt, locale: Locale): string {
  return locale === 'en' ? inEnglish(doubt) : inChinese(doubt)
}

function inEnglish(doubt: DateDoubt): string {
  switch (doubt.kind) {
    case 'missing':
      return 'A date is missing.'
    case 'order': {
      const readings = doubt.readings.map((date) => `${dateInWords(date, 'en')} (${date.text})`)
      if (readings.length === 0) return 'Write the year first and whole, as 2025-12-08.'
      return readings.length > 1
        ? `This can be ${readings.join(' or ')}. Choose one.`
        : `Write the year first: ${readings.join('')}.`
    }
    case 'short-year':
      return 'Write a year with four digits, as 2026, or a decade as 2020s.'
    case 'short-span':
      return 'Write both years of a span whole, as 2025/2026.'
    case 'no-such-day':
      return `${monthInWords(doubt.month, 'en')} has ${doubt.days} days.`
    case 'no-such-month':
      return `There is no month ${doubt.month}. Quarters are Q1 2026, halves H2 2026.`
    case 'backwards':
      return 'This ends before it starts.'
    case 'unreadable':
      return 'Not a date that can be read. Write 2025-12-08, 8 Dec 2025, December 2025, Q1 2026, late 2025 or since July 2026.'
  }
}

function inChinese(doubt: DateDoubt): string {
  switch (doubt.kind) {
    case 'missing':
      return '缺少日期。'
    case 'order': {
      const readings = doubt.readings.map((date) => `${dateInWords(date, 'zh-Hant')}（${date.text}）`)
      if (readings.length === 0) return '請先寫完整的年份，例如 2025-12-08。'
      return readings.length > 1
        ? `這可能是${readings.join('或')}，請選擇其一。`
        : `請將年份寫在前面：${readings.join('')}。`
    }
    case 'short-year':
      return '年份請寫四位數，例如 2026；年代請寫 2020年代；民國年份請寫民國114年。'
    case 'short-span':
      return '期間兩端的年份都請寫完整，例如 2025/2026。'
    case 'no-such-day':
      return `${monthInWords(doubt.month, 'zh-Hant')}只有 ${doubt.days} 天。`
    case 'no-such-month':
      return `沒有 ${doubt.month} 月。季度請寫 2026年第1季，半年請寫 2026年下半年。`
    case 'backwards':
      return '結束早於開始。'
    case 'unreadable':
      return '無法辨識的日期。請寫 2025-12-08、2025年12月8日、2025年12月、2026年第1季、2025年底或 2026年7月起。'
  }
}
