import type { DayNumber } from './day-number'

/** How exactly one date is known. */
export type DatePrecision = 'day' | 'month' | 'quarter' | 'season' | 'half' | 'year' | 'decade' | 'century' | 'other'

/**
 * One date: the first and last day it can mean. `latest` is the day AFTER the last possible one, so
 * that `latest - earliest` is its width in days (1 for a known day).
 */
export interface DatePoint {
  readonly earliest: DayNumber
  readonly latest: DayNumber
  readonly precision: DatePrecision
  /** `~`: circa. */
  readonly approximate: boolean
  /** `?`: the source may be wrong. */
  readonly uncertain: boolean
}

/**
 * A date as typed and what it can mean. For a single date `end` is null. For an interval, `start`
 * or `end` may be `open` (`..`, goes on) or `unknown` (empty).
 * `earliest`/`latest` bound the whole; an open or unknown side is -Infinity or +Infinity.
 */
export interface EdtfDate {
  readonly text: string
  readonly start: DatePoint | 'open' | 'unknown'
  readonly end: DatePoint | 'open' | 'unknown' | null
  readonly earliest: DayNumber
  readonly latest: DayNumber
}
