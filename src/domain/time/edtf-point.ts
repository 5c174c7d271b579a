import { daysInMonth, firstOfMonth } from './calendar'
import { dayNumberOf } from './day-number'
import type { DatePoint, DatePrecision } from './edtf-date'
import { readRarePoint } from './edtf-rare-point'
import { YEAR_PARTS } from './year-part'

const [ZERO, NINE, DASH] = [48, 57, 45]
const [QUESTION, TILDE, PERCENT] = [63, 126, 37]

/**
 * Reads one date, which is no interval and no set. `null` when it is not a date. The common forms
 * (year, month, day, part of a year, each with a qualifier at the end) are read by hand, because a
 * workspace holds 100,000 of them and the library's parser takes 0.1 ms for each.
 */
export function readPoint(text: string): DatePoint | null {
  let length = text.length
  const mark = text.charCodeAt(length - 1)
  const approximate = mark === TILDE || mark === PERCENT
  const uncertain = mark === QUESTION || mark === PERCENT
  if (approximate || uncertain) length -= 1

  const negative = text.charCodeAt(0) === DASH
  const from = negative ? 1 : 0
  const [monthAt, dayAt] = [from + 5, from + 8]
  const form = length - from
  if (form !== 4 && form !== 7 && form !== 10) return readRarePoint(text)

  const high = twoDigits(text, from)
  const low = twoDigits(text, from + 2)
  if (high < 0 || low < 0) return readRarePoint(text)
  const year = negative ? -(high * 100 + low) : high * 100 + low
  if (negative && year === 0) return null

  const point = (earliest: number, latest: number, precision: DatePrecision): DatePoint => ({
    earliest,
    latest,
    precision,
    approximate,
    uncertain,
  })
  if (form === 4) return point(firstOfMonth(year, 1), firstOfMonth(year + 1, 1), 'year')

  if (text.charCodeAt(from + 4) !== DASH) return readRarePoint(text)
  const month = twoDigits(text, monthAt)
  if (month < 0) return readRarePoint(text)
  if (form === 7) {
    if (month >= 1 && month <= 12) return point(firstOfMonth(year, month), firstOfMonth(year, month + 1), 'month')
    const part = YEAR_PARTS[month]
    if (part === undefined) return null
    const { firstMonth, months, precision } = part
    return point(firstOfMonth(year, firstMonth), firstOfMonth(year, firstMonth + months), precision)
  }

  if (text.charCodeAt(from + 7) !== DASH) return readRarePoint(text)
  const day = twoDigits(text, dayAt)
  if (day < 0) return readRarePoint(text)
  if (day < 1 || day > daysInMonth(year, month)) return null
  const earliest = dayNumberOf({ year, month, day })
  return point(earliest, earliest + 1, 'day')
}

/** The number two digits spell, or -1. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at)
  const ones = text.charCodeAt(at + 1)
  if (!(tens >= ZERO && tens <= NINE && ones >= ZERO && ones <= NINE)) return -1
  return (tens - ZERO) * 10 + (ones - ZERO)
}
