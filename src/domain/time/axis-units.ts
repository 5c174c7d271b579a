import { firstOfMonth } from './calendar'
import { civilDateOf, type DayNumber } from './day-number'

/** What the cells of an axis row are, finest first. */
export const AXIS_UNITS = [
  'hour',
  'three-hours',
  'six-hours',
  'day',
  'week',
  'month',
  'quarter',
  'half',
  'year',
  'five-years',
  'decade',
  'twenty-years',
  'century',
  'millennium',
] as const
export type AxisUnit = (typeof AXIS_UNITS)[number]

/** A ruler without end: cell `k` begins on `startOf(k)` and ends where the next one begins. */
export interface AxisRuler {
  readonly unit: AxisUnit
  /** The shortest a cell can be, in days. */
  readonly shortestDays: number
  readonly startOf: (cell: number) => DayNumber
  /** A cell at or just before the day; never after it. */
  readonly near: (day: DayNumber) => number
}

function hours(unit: AxisUnit, count: number): AxisRuler {
  const perDay = 24 / count
  return {
    unit,
    shortestDays: 1 / perDay,
    startOf: (cell) => cell / perDay,
    near: (day) => Math.floor(day * perDay) - 1,
  }
}

function days(unit: AxisUnit, count: number, first: DayNumber): AxisRuler {
  return {
    unit,
    shortestDays: count,
    startOf: (cell) => first + cell * count,
    near: (day) => Math.floor((day - first) / count),
  }
}

function months(unit: AxisUnit, count: number, shortestDays: number): AxisRuler {
  return {
    unit,
    shortestDays,
    startOf: (cell) => firstOfMonth(0, cell * count + 1),
    near: (day) => {
      const { year, month } = civilDateOf(day)
      return Math.floor((year * 12 + month - 1) / count)
    },
  }
}

/** A Monday: 5 January 1970. */
const MONDAY: DayNumber = 4

export const AXIS_RULERS: Readonly<Record<AxisUnit, AxisRuler>> = {
  hour: hours('hour', 1),
  'three-hours': hours('three-hours', 3),
  'six-hours': hours('six-hours', 6),
  day: days('day', 1, 0),
  week: days('week', 7, MONDAY),
  month: months('month', 1, 28),
  quarter: months('quarter', 3, 90),
  half: months('half', 6, 181),
  year: months('year', 12, 365),
  'five-years': months('five-years', 60, 1826),
  decade: months('decade', 120, 3652),
  'twenty-years': months('twenty-years', 240, 7304),
  century: months('century', 1200, 36_524),
  millennium: months('millennium', 12_000, 365_242),
}

export type MajorUnit = 'day' | 'month' | 'year' | 'decade' | 'century' | 'millennium'

/** The row above: a week may run over the end of its month, every other cell lies inside one of these. */
export const MAJOR_UNITS: Readonly<Record<AxisUnit, MajorUnit>> = {
  hour: 'day',
  'three-hours': 'day',
  'six-hours': 'day',
  day: 'month',
  week: 'month',
  month: 'year',
  quarter: 'year',
  half: 'year',
  year: 'decade',
  'five-years': 'century',
  decade: 'century',
  'twenty-years': 'century',
  century: 'millennium',
  millennium: 'millennium',
}

/**
 * The rulers from hours up, finest first, and past the millennium ever ten times as coarse, for
 * windows that geological years have drawn open.
 */
export function rulersFromFinest(): readonly AxisRuler[] {
  const coarse = [10, 100, 1000, 10_000, 100_000].map((times) => months('millennium', 12_000 * times, 365_242 * times))
  return [...AXIS_UNITS.map((unit) => AXIS_RULERS[unit]), ...coarse]
}
