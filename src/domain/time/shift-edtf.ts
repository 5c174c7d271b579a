import { fail, succeed, type Result } from '../model/problem'
import { parseEdtf } from './edtf'
import { movablePoint } from './movable-point'

export type EdtfSide = 'start' | 'end'

/**
 * Moves a date by about so many days, in whole units of its own precision: `2023-11` by months,
 * `2026-33` by quarters, `2022` by years, `2025-12-08` by days. Both ends of an interval move, each
 * at its precision; qualifiers and open ends are kept. The text comes back unaltered where the days
 * make less than half a unit, and moving by `-days` always gives back what moving by `days` was
 * given. Errors: `bad-date` for no date, or an interval that would end before it begins;
 * `not-editable` for a set, a pattern such as `156X-12-25`, or a year beyond four places.
 */
export function shiftEdtf(text: string, days: number): Result<string> {
  return moved(text, days, ['start', 'end'])
}

/**
 * Moves one end of an interval as {@link shiftEdtf} does and leaves the other; a single date is its
 * own both ends. Errors: as there, and `not-editable` for an end that is open or unknown.
 */
export function resizeEdtf(text: string, side: EdtfSide, days: number): Result<string> {
  return moved(text, days, [side])
}

/**
 * How many days one unit of a date's precision is on average: 1, or a twelfth, a quarter, a half or
 * the whole of a year. Of an interval, that of the named end. `null` for what cannot be moved.
 */
export function unitDaysOf(text: string, side: EdtfSide = 'start'): number | null {
  const ends = text.split('/')
  return movablePoint((side === 'end' ? ends.at(-1) : ends[0]) ?? '')?.unitDays ?? null
}

function moved(text: string, days: number, sides: readonly EdtfSide[]): Result<string> {
  const date = parseEdtf(text)
  if (!date.ok) return date
  const ends = text.split('/')
  const texts = ends.map((end, index) => {
    const wanted = ends.length === 1 || sides.includes(index === 0 ? 'start' : 'end')
    if (!wanted) return end
    // An open end has no place to move from; it stays open where the other end moves.
    if (end === '' || end === '..') return sides.length === 2 ? end : null
    return movedPoint(end, days)
  })
  if (texts.includes(null)) return fail({ code: 'not-editable', detail: `${text} cannot be moved` })
  const result = texts.join('/')
  const check = parseEdtf(result)
  return check.ok ? succeed(result) : check
}

function movedPoint(text: string, days: number): string | null {
  const point = movablePoint(text)
  if (point === null) return null
  // Rounded by size and not upwards, so that there and back are the same number of units.
  const units = Math.sign(days) * Math.round(Math.abs(days) / point.unitDays)
  return point.moved(units)
}
