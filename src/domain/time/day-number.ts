/** Whole days since 1970-01-01 in UTC; negative before. Fractions, where allowed, are parts of a day. */
export type DayNumber = number

/** A day of the proleptic Gregorian calendar. `month` is 1 to 12. Year 0 is 1 BCE (ISO 8601). */
export interface CivilDate {
  readonly year: number
  readonly month: number
  readonly day: number
}

/**
 * The day number of a civil date, by Howard Hinnant's `days_from_civil`
 * (https://howardhinnant.github.io/date_algorithms.html); no `Date`, so no time zone can enter.
 * The date must exist; a day past the end of its month runs on into the next.
 */
export function dayNumberOf({ year, month, day }: CivilDate): DayNumber {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The civil date of a day number; a fraction is cut off downwards. Inverse of {@link dayNumberOf}. */
export function civilDateOf(dayNumber: DayNumber): CivilDate {
  const z = Math.floor(dayNumber) + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day }
}
