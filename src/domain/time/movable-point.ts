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

/** A mark may stand before and after each part; it stays where it is. */
const FORM =
  /^([?~%]?)(-?\d{4}|\d{3}X?|\d\d(?:XX)?)([?~%]?)(?:(-[?~%]?)(\d\d|XX)([?~%]?)(?:(-[?~%]?)(\d\d|XX)([?~%]?))?)?$/

/** Reads a date that was found to be one. `null` for a form that has no next one: `156X-12-25`, `2026-1X`, `1950S2`. */
export function movablePoint(text: string): MovablePoint | null {
  const [whole, m1 = '', year = '', m2 = '', dash = '', month, m3 = '', dash2 = '', day, m4 = ''] =
    FORM.exec(text) ?? []
  if (whole === undefined) return null
  const before = (at: string): string => m1 + at + m2
  const [monthPart, dayPart] = [month === undefined ? '' : dash + month + m3, day === undefined ? '' : dash2 + day + m4]
  if (!/^-?\d{4}$/.test(year)) return monthPart === '' ? shortYear(year, before) : null

  const inYears = Number(year)
  if (month === undefined || month === 'XX') {
    if (day !== undefined && day !== 'XX') return null
    return counted(inYears, YEAR_DAYS, (count) => join(yearText(count), (at) => before(at) + monthPart + dayPart))
  }
  const inMonth = Number(month)
  if (inMonth > 12) {
    if (day !== undefined) return null
    return partOfYear(inYears, inMonth, (at, part) => join(yearText(at), (y) => before(y) + dash + part + m3))
  }
  if (day === undefined || day === 'XX')
    return counted(inYears * 12 + inMonth - 1, YEAR_DAYS / 12, (count) =>
      join(
        yearText(Math.floor(count / 12)),
        (at) => before(at) + dash + two(count - Math.floor(count / 12) * 12 + 1) + m3 + dayPart,
      ),
    )
  return counted(dayNumberOf({ year: inYears, month: inMonth, day: Number(day) }), 1, (count) => {
    const to = civilDateOf(count)
    return join(yearText(to.year), (at) => before(at) + dash + two(to.month) + m3 + dash2 + two(to.day) + m4)
  })
}

function counted(from: number, unitDays: number, write: (count: number) => string | null): MovablePoint {
  return { unitDays, moved: (units) => write(from + units) }
}

/** Decades and centuries, by the digits that are there: `202X` and `202`, `20XX` and `20`. */
function shortYear(text: string, before: (at: string) => string): MovablePoint {
  const digits = text.replaceAll('X', '')
  const places = digits.length
  return counted(Number(digits), YEAR_DAYS * 10 ** (4 - places), (count) =>
    count < 0 || count >= 10 ** places ? null : before(String(count).padStart(places, '0') + text.slice(places)),
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
  write: (year: number, part: string) => string | null,
): MovablePoint | null {
  const kind = KINDS.find((parts) => parts.includes(part))
  if (kind === undefined) return null
  return counted(year * kind.length + kind.indexOf(part), YEAR_DAYS / kind.length, (count) => {
    const to = Math.floor(count / kind.length)
    return write(to, two(kind[count - to * kind.length] ?? part))
  })
}

const two = (value: number): string => String(value).padStart(2, '0')

function yearText(year: number): string | null {
  if (Math.abs(year) > 9999) return null
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}`
}

const join = (year: string | null, write: (year: string) => string): string | null =>
  year === null ? null : write(year)
