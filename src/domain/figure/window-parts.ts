import type { TimeWindow } from '../model/view'
import { civilDateOf, dayNumberOf, type DayNumber } from '../time/day-number'

/** How far a boundary may move to the beginning of a year, quarter or month, as a share of a part. */
const CALENDAR: readonly (readonly [months: number, share: number])[] = [
  [12, 0.25],
  [3, 0.15],
  [1, 0.1],
]

/** The day nearest to `day` on which so many months begin, counted from January. */
function nearestStart(day: DayNumber, months: number): DayNumber {
  const { year, month } = civilDateOf(Math.floor(day))
  const index = Math.floor((year * 12 + month - 1) / months)
  const startOf = (at: number): DayNumber => {
    const whole = at * months
    return dayNumberOf({ year: Math.floor(whole / 12), month: (((whole % 12) + 12) % 12) + 1, day: 1 })
  }
  const [before, after] = [startOf(index), startOf(index + 1)]
  return day - before <= after - day ? before : after
}

/**
 * Splits a window into so many parts of about equal length, one after another without gap. A
 * boundary lies where a year begins where that is near, else a quarter, else a month.
 */
export function windowParts({ startDay, endDay }: TimeWindow, count: number): TimeWindow[] {
  const length = (endDay - startDay) / count
  const boundaries = Array.from({ length: count - 1 }, (_, index) => {
    const ideal = startDay + length * (index + 1)
    for (const [months, share] of CALENDAR) {
      const start = nearestStart(ideal, months)
      if (Math.abs(start - ideal) <= length * share) return start
    }
    return ideal
  })
  const days = [startDay, ...boundaries, endDay]
  return days.slice(1).map((end, index) => ({ startDay: days[index] ?? startDay, endDay: end }))
}
