import type { Certainty } from '../time/date-order'
import type { DayNumber } from '../time/day-number'
import { parseEdtf, type DatePoint } from '../time/edtf'

/**
 * A date as the day on which something begins: certainly not before `first`, certainly from `last` on. Both are the
 * same for a known day. An interval with two dated ends is a day somewhere between them; `2026-07/..` begins in July.
 */
export interface Dated {
  readonly text: string
  readonly first: DayNumber
  readonly last: DayNumber
  readonly precision: DatePoint['precision']
}

/** Null for what is absent or no date. */
export function datedOf(text: string | undefined): Dated | null {
  if (text === undefined) return null
  const parsed = parseEdtf(text)
  if (!parsed.ok) return null
  const { start, end, earliest, latest } = parsed.value
  const ends = typeof end === 'string' ? (typeof start === 'string' ? Infinity : start.latest) : latest
  const precision = end === null && typeof start !== 'string' ? start.precision : 'other'
  return { text, first: earliest, last: ends - 1, precision }
}

/** Whether a day is on or after a date. */
export function reached(date: Dated, day: DayNumber): Certainty {
  if (day >= date.last) return 'yes'
  return day < date.first ? 'no' : 'maybe'
}

/** The days on which the answer of {@link reached} changes. */
export const turnsOf = (date: Dated | null): DayNumber[] => (date === null ? [] : [date.first, date.last])
