import { dayNumberOf, type DayNumber } from './day-number'

/** The largest year, either side of zero, whose day numbers stay exact with room to spare. */
export const MAX_YEAR = 999_999_999

/** Whether a year of the proleptic Gregorian calendar has a 29 February. Year 0 (1 BCE) has. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const

/** How many days a month has; `month` is 1 to 12. 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29
  return MONTH_LENGTHS[month - 1] ?? 0
}

/**
 * The first day of a month counted from January of that year: 1 is January, 13 January of the next
 * year, 0 December of the year before.
 */
export function firstOfMonth(year: number, month: number): DayNumber {
  const years = Math.floor((month - 1) / 12)
  return dayNumberOf({ year: year + years, month: month - years * 12, day: 1 })
}
