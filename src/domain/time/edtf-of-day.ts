import { civilDateOf, type DayNumber } from './day-number'
import type { DatePrecision } from './edtf-date'

export type CalendarPrecision = Extract<DatePrecision, 'day' | 'month' | 'quarter' | 'year'>

/** The EDTF text of the day, month, quarter or year that a day lies in. Years of four places only. */
export function edtfOfDay(day: DayNumber, precision: CalendarPrecision): string {
  const { year, month, day: dayOfMonth } = civilDateOf(day)
  const two = (value: number): string => String(value).padStart(2, '0')
  const yearText = `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
  switch (precision) {
    case 'year':
      return yearText
    case 'quarter':
      return `${yearText}-${String(33 + Math.floor((month - 1) / 3))}`
    case 'month':
      return `${yearText}-${two(month)}`
    case 'day':
      return `${yearText}-${two(month)}-${two(dayOfMonth)}`
  }
}

/** Units narrower than this cannot be pointed at. */
const LEAST_PX = 5

/** The finest unit of the calendar that one can point at where a day is so many px wide. */
export function precisionAtScale(pxPerDay: number): CalendarPrecision {
  if (pxPerDay >= LEAST_PX) return 'day'
  if (pxPerDay * 30 >= LEAST_PX) return 'month'
  return pxPerDay * 91 >= LEAST_PX ? 'quarter' : 'year'
}
