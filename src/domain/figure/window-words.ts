import type { Locale } from '../model/names'
import type { TimeWindow } from '../model/view'
import { dateInWords, dayInWords } from '../time/date-words'
import { civilDateOf, type DayNumber } from '../time/day-number'
import { parseEdtf } from '../time/edtf'

const digits = (value: number, length: number): string => String(value).padStart(length, '0')

function dayText(day: DayNumber): string {
  const { year, month, day: dayOfMonth } = civilDateOf(day)
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(dayOfMonth, 2)}`
}

/** Whether a day is the first of January. */
function beginsYear(day: DayNumber): boolean {
  const { month, day: dayOfMonth } = civilDateOf(day)
  return Number.isInteger(day) && month === 1 && dayOfMonth === 1
}

/**
 * The window as a reader would say it: its years where it is made of whole ones, else its first and
 * last day. A day that is seen in part is named.
 */
export function windowInWords({ startDay, endDay }: TimeWindow, locale: Locale): string {
  const lastDay = Math.max(Math.ceil(endDay) - 1, Math.floor(startDay))
  const wholeYears = beginsYear(startDay) && beginsYear(endDay)
  const textOf = (day: DayNumber): string => (wholeYears ? digits(civilDateOf(day).year, 4) : dayText(day))
  const [first, last] = [textOf(startDay), textOf(lastDay)]
  const date = parseEdtf(first === last ? first : `${first}/${last}`)
  // Years outside of 0 to 9999 need another form of text, which no figure is worth.
  return date.ok ? dateInWords(date.value, locale) : `${dayInWords(startDay, locale)} – ${dayInWords(lastDay, locale)}`
}
