import type { Locale } from '../model/names'
import type { DayNumber } from './day-number'

export type NameStyle = 'long' | 'short'

const EN_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const
const EN_WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const
const ZH_WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const

/** The name of a month (1 to 12): `December`, `Dec`, `12月`. Throws on any other number. */
export function monthName(month: number, locale: Locale, style: NameStyle = 'long'): string {
  const name = EN_MONTHS[month - 1]
  if (name === undefined) throw new Error(`no such month: ${month}`)
  if (locale === 'zh-Hant') return `${month}月`
  return style === 'long' ? name : name.slice(0, 3)
}

/** The day of the week: 0 is Sunday, 6 is Saturday. A fraction of a day is cut off. */
export function weekdayOf(day: DayNumber): number {
  return (((Math.floor(day) + 4) % 7) + 7) % 7
}

/** The name of a weekday (0 is Sunday): `Monday`, `Mon`, `星期一`, `週一`. Throws on any other number. */
export function weekdayName(weekday: number, locale: Locale, style: NameStyle = 'long'): string {
  const [en, zh] = [EN_WEEKDAYS[weekday], ZH_WEEKDAYS[weekday]]
  if (en === undefined || zh === undefined) throw new Error(`no such weekday: ${weekday}`)
  if (locale === 'zh-Hant') return `${style === 'long' ? '星期' : '週'}${zh}`
  return style === 'long' ? en : en.slice(0, 3)
}
