import type { AxisUnit, MajorUnit } from './axis-units'
import { civilDateOf, dayNumberOf, type DayNumber } from './day-number'

/** One way to label the cells of a row: the label of the cell that begins on a day. */
export interface LabelForm {
  readonly label: (startDay: DayNumber) => string
  /** Days whose labels are the widest there can be, once every digit is made the widest one. */
  readonly samples: readonly DayNumber[]
}

/** The label forms of each unit in each row, the fullest first. */
export interface AxisLabels {
  readonly minor: Readonly<Record<AxisUnit, readonly LabelForm[]>>
  readonly major: Readonly<Record<MajorUnit, readonly LabelForm[]>>
}

const year = 2024
const range = (count: number) => Array.from({ length: count }, (_, index) => index)

/** Days of two digits in every month and on every weekday. */
export const EVERY_MONTH: readonly DayNumber[] = range(12).map((index) =>
  dayNumberOf({ year, month: index + 1, day: 28 }),
)
export const EVERY_WEEKDAY: readonly DayNumber[] = range(7).map((index) =>
  dayNumberOf({ year, month: 1, day: 22 + index }),
)
export const ANY_DAY: readonly DayNumber[] = EVERY_MONTH.slice(0, 1)

/** `06:00`: the clock time a cell begins at. */
export function clockOf(day: DayNumber): string {
  const hour = Math.round((day - Math.floor(day)) * 24)
  return `${String(hour).padStart(2, '0')}:00`
}

export const yearOf = (day: DayNumber): number => civilDateOf(day).year
export const monthOf = (day: DayNumber): number => civilDateOf(day).month
export const dayOfMonth = (day: DayNumber): string => String(civilDateOf(day).day)
export const quarterOf = (day: DayNumber): string => String(Math.ceil(monthOf(day) / 3))
