import type { DatePrecision } from './edtf-date'

/** A part of a year as ISO 8601-2 numbers it (4.8): seasons, quarters, quadrimesters, halves. */
export interface YearPart {
  /** 1 to 12, counted from January of the year named. */
  readonly firstMonth: number
  readonly months: number
  readonly precision: Extract<DatePrecision, 'season' | 'quarter' | 'half' | 'other'>
}

const season = (firstMonth: number): YearPart => ({ firstMonth, months: 3, precision: 'season' })
const quarter = (firstMonth: number): YearPart => ({ firstMonth, months: 3, precision: 'quarter' })
const third = (firstMonth: number): YearPart => ({ firstMonth, months: 4, precision: 'other' })
const half = (firstMonth: number): YearPart => ({ firstMonth, months: 6, precision: 'half' })

/**
 * The parts of a year by their number in the month's place. Seasons are whole calendar months:
 * 21-24 (place not said) and 25-28 are those of the northern hemisphere, spring from March;
 * 29-32 those of the southern. A season that runs over New Year belongs to the year it begins in.
 */
export const YEAR_PARTS: readonly (YearPart | undefined)[] = [
  ...Array<undefined>(21).fill(undefined),
  ...[season(3), season(6), season(9), season(12)],
  ...[season(3), season(6), season(9), season(12)],
  ...[season(9), season(12), season(3), season(6)],
  ...[quarter(1), quarter(4), quarter(7), quarter(10)],
  ...[third(1), third(5), third(9)],
  ...[half(1), half(7)],
]
