import { daysInMonth, firstOfMonth } from './calendar'
import { dayNumberOf } from './day-number'
import type { DatePoint, DatePrecision } from './edtf-date'
import { YEAR_PARTS } from './year-part'

export type Bounds = Pick<DatePoint, 'earliest' | 'latest' | 'precision'>

const MONTHS = numbersUpTo(1, 12)
const DAYS = numbersUpTo(1, 31)

/**
 * The bounds of a date in which X stands for any digit: `2026-1X`, `156X-12-25`, `XXXX-02-29`.
 * They are the first and last existing day that fits; `null` when no day fits. The text has no
 * qualifiers, a year of four places and parts of two.
 */
export function boundsOfMask(text: string): Bounds | null {
  const negative = text.startsWith('-')
  const [yearMask = '', monthMask, dayMask] = (negative ? text.slice(1) : text).split('-')
  const years = fitting(yearMask).map((year) => (negative ? -year : year))
  if (negative) years.reverse()
  const precision = precisionOf(yearMask, monthMask, dayMask)

  const part = monthMask === undefined ? undefined : YEAR_PARTS[Number(monthMask)]
  const months = monthMask === undefined ? [1] : MONTHS.filter((month) => fits(month, monthMask))
  const days = dayMask === undefined ? [1] : DAYS.filter((day) => fits(day, dayMask))

  const first = firstFit(years, months, days)
  const last = firstFit(years.toReversed(), months.toReversed(), days.toReversed())
  const [firstYear, lastYear] = [years[0], years.at(-1)]
  if (firstYear === undefined || lastYear === undefined) return null
  if (part !== undefined && dayMask === undefined) {
    const { firstMonth, months: length } = part
    return {
      earliest: firstOfMonth(firstYear, firstMonth),
      latest: firstOfMonth(lastYear, firstMonth + length),
      precision,
    }
  }
  if (first === null || last === null) return null
  const latest =
    monthMask === undefined
      ? firstOfMonth(last.year + 1, 1)
      : dayMask === undefined
        ? firstOfMonth(last.year, last.month + 1)
        : dayNumberOf(last) + 1
  return { earliest: dayNumberOf(first), latest, precision }
}

function firstFit(years: readonly number[], months: readonly number[], days: readonly number[]) {
  for (const year of years)
    for (const month of months) {
      const day = days.find((each) => each <= daysInMonth(year, month))
      if (day !== undefined) return { year, month, day }
    }
  return null
}

/** What is known once unknown parts at the end are left off: `2026-XX` is as exact as `2026`. */
function precisionOf(year: string, month: string | undefined, day: string | undefined): DatePrecision {
  if (day !== undefined && day !== 'XX') return /X/.test(year + (month ?? '') + day) ? 'other' : 'day'
  if (month !== undefined && month !== 'XX') return month.includes('X') || year.includes('X') ? 'other' : 'month'
  if (!year.includes('X')) return 'year'
  if (/^\d\d\dX$/.test(year)) return 'decade'
  return /^\d\dXX$/.test(year) ? 'century' : 'other'
}

function fits(value: number, mask: string): boolean {
  const digits = String(value).padStart(mask.length, '0')
  return Array.from(mask).every((place, index) => place === 'X' || place === digits[index])
}

/** Every number of as many places as the mask that fits it, ascending. */
function fitting(mask: string): number[] {
  let found = [0]
  for (const place of mask) {
    const digits = place === 'X' ? numbersUpTo(0, 9) : [Number(place)]
    found = found.flatMap((value) => digits.map((digit) => value * 10 + digit))
  }
  return found
}

function numbersUpTo(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
