import { civilDateOf, dayNumberOf } from './day-number'
import { YEAR_PARTS } from './year-part'

/** A year of the calendar on average, over the 400 years after which it repeats. */
const YEAR_DAYS = 365.2425

/** One date that can be moved by whole units of its own precision: days, months, quarters, years. */
export interface MovablePoint {
  /** The length of a unit in days, on average. */
  readonly unitDays: number
  /** The same form so many units later; null where a year of four places cannot hold it. */
  moved(units: number): string | null
}

/**
 * A mark may stand before and after each part. Each is taken with the dash before it, and stays where it is: the
 * figures alone change.
 */
const FORM =
  /^([?~%]?)(-?\d{4}|\d{3}X?|\d\d(?:XX)?)([?~%]?)(?:(-[?~%]?)(\d\d|XX)([?~%]?)(?:(-[?~%]?)(\d\d|XX)([?~%]?))?)?$/

/** Reads a date that was found to be one. `null` for a form that has no next one: `156X-12-25`, `2026-1X`, `1950S2`. */
export function movablePoint(text: string): MovablePoint | null {
  const found = FORM.exec(text)
  if (found === null) return null
  const [, beforeYear = '', year = '', afterYear = '', beforeMonth = '', month, afterMonth = ''] = found
  const [beforeDay = '', day, afterDay = ''] = found.slice(7)
  const withYear = (figures: string): string => beforeYear + figures + afterYear
  const withMonth = (figures: string): string => beforeMonth + figures + afterMonth
  const withDay = (figures: string): string => beforeDay + figures + afterDay
  if (!/^-?\d{4}$/.test(year)) return month === undefined ? shortYear(year, withYear) : null

  const dayIsKnown = day !== undefined && day !== 'XX'
  const unknownDay = day === undefined ? '' : withDay(day)
  const written = (toYear: number, rest: string): string | null => {
    const figures = yearFigures(toYear)
    return figures === null ? null : withYear(figures) + rest
  }
  if (month === undefined || month === 'XX') {
    if (dayIsKnown) return null
    const rest = month === undefined ? '' : withMonth(month) + unknownDay
    return counted(Number(year), YEAR_DAYS, (to) => written(to, rest))
  }
  if (Number(month) > 12) {
    if (day !== undefined) return null
    return partOfYear(Number(year), Number(month), (toYear, part) => written(toYear, withMonth(two(part))))
  }
  if (!dayIsKnown)
    return counted(Number(year) * 12 + Number(month) - 1, YEAR_DAYS / 12, (to) => {
      const toYear = Math.floor(to / 12)
      return written(toYear, withMonth(two(to - toYear * 12 + 1)) + unknownDay)
    })
  return counted(dayNumberOf({ year: Number(year), month: Number(month), day: Number(day) }), 1, (to) => {
    const date = civilDateOf(to)
    return written(date.year, withMonth(two(date.month)) + withDay(two(date.day)))
  })
}

function counted(from: number, unitDays: number, write: (count: number) => string | null): MovablePoint {
  return { unitDays, moved: (units) => write(from + units) }
}

/** Decades and centuries, by the digits that are there: `202X` and `202`, `20XX` and `20`. */
function shortYear(text: string, withYear: (figures: string) => string): MovablePoint {
  const digits = text.replaceAll('X', '')
  const places = digits.length
  return counted(Number(digits), YEAR_DAYS * 10 ** (4 - places), (count) =>
    count < 0 || count >= 10 ** places ? null : withYear(String(count).padStart(places, '0') + text.slice(places)),
  )
}

/** Seasons of either hemisphere, quarters, thirds and halves: each moves among its own kind. */
const KINDS = [
  [21, 22, 23, 24],
  [25, 26, 27, 28],
  [29, 30, 31, 32],
  [33, 34, 35, 36],
  [37, 38, 39],
  [40, 41],
].map((kind) => kind.sort((a, b) => (YEAR_PARTS[a]?.firstMonth ?? 0) - (YEAR_PARTS[b]?.firstMonth ?? 0)))

function partOfYear(
  year: number,
  part: number,
  write: (year: number, part: number) => string | null,
): MovablePoint | null {
  const kind = KINDS.find((parts) => parts.includes(part))
  if (kind === undefined) return null
  return counted(year * kind.length + kind.indexOf(part), YEAR_DAYS / kind.length, (count) => {
    const to = Math.floor(count / kind.length)
    return write(to, kind[count - to * kind.length] ?? part)
  })
}

const two = (value: number): string => String(value).padStart(2, '0')

function yearFigures(year: number): string | null {
  if (Math.abs(year) > 9999) return null
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}
