import type { DayNumber } from './day-number'
import type { DatePoint, EdtfDate } from './edtf-date'

/** A date as the day on which something begins or ends: certainly not before `first`, certainly from `certain` on. */
export interface Turn {
  readonly first: DayNumber
  readonly certain: DayNumber
}

/** Known to the day and not qualified: only then may an edge be drawn hard. */
export const isExact = (point: DatePoint): boolean =>
  point.precision === 'day' && !point.approximate && !point.uncertain

/**
 * A known day turns at its beginning: `first` and `certain` are the same. A date that is less exact, or in doubt, turns
 * somewhere between the first and the last day that it can mean; so does an interval with two dated ends, while
 * `2026-07/..` turns in July. Without a dated start `first` is -Infinity.
 */
export function turnOf({ start, end }: EdtfDate): Turn {
  const last = typeof end === 'object' ? end : null
  if (typeof start === 'string') return { first: -Infinity, certain: last?.latest ?? Infinity }
  if (last !== null) return { first: start.earliest, certain: last.latest }
  return { first: start.earliest, certain: isExact(start) ? start.earliest : start.latest }
}
