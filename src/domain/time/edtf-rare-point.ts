import { firstOfMonth, MAX_YEAR } from './calendar'
import type { DatePoint, DatePrecision } from './edtf-date'
import { readByLibrary, type LibraryDate } from './edtf-library'
import { boundsOfMask, type Bounds } from './edtf-mask'

/** `~2004-06?-11`: a qualifier may stand before or after each part. */
const PARTS = /^[?~%]?(?:Y-?\d+(?:E\d+)?|-?[\dX]{2,4})(?:S\d)?[?~%]?(?:-[?~%]?[\dX]{2}[?~%]?){0,2}$/

/** Of a million dates few are rare, and most of those are written alike. */
const MOST_KNOWN = 2000
const known = new Map<string, DatePoint | null>()

/** Reads what the fast path of `readPoint` does not: X for digits, decades, long years, marks on parts. */
export function readRarePoint(text: string): DatePoint | null {
  const before = known.get(text)
  if (before !== undefined) return before
  const point = read(text)
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(text, point)
  return point
}

function read(text: string): DatePoint | null {
  if (!PARTS.test(text)) return null
  const bare = text.replace(/[?~%]/g, '')
  const date = readByLibrary(bare)
  if (date === null) return null
  const found = boundsOf(bare, date)
  if (found === null) return null
  return {
    ...found,
    approximate: /[~%]/.test(text) || date.significant !== null,
    uncertain: /[?%]/.test(text),
  }
}

function boundsOf(bare: string, { type, values, significant }: LibraryDate): Bounds | null {
  const value = values[0] ?? NaN
  switch (type) {
    case 'Decade':
      return yearsBounds(withTail(value, 10, bare), 'decade')
    case 'Century':
      return yearsBounds(withTail(value, 100, bare), 'century')
    case 'Year':
      return yearBounds(value, significant)
    case 'Date':
    case 'Season':
      return boundsOfMask(bare)
  }
}

/** The years a shortened year stands for: 202 is 2020 to 2029, -12 is -1299 to -1200. */
function withTail(value: number, size: number, bare: string): readonly [number, number] {
  const start = Math.abs(value) * size
  return bare.startsWith('-') ? [-(start + size - 1), -start] : [start, start + size - 1]
}

/** `1950S2`: estimated as 1950, of which two digits are sure, so some year of 1900 to 1999. */
function yearBounds(year: number, significant: number | null): Bounds | null {
  const digits = String(Math.abs(year)).length
  const vague = significant === null ? 0 : digits - significant
  if (vague < 0 || Math.abs(year) > MAX_YEAR) return null
  const size = 10 ** vague
  const low = Math.floor(Math.abs(year) / size) * size
  const precision: DatePrecision = (['year', 'decade', 'century'] as const)[vague] ?? 'other'
  return yearsBounds(year < 0 ? [-(low + size - 1), -low] : [low, low + size - 1], precision)
}

function yearsBounds([first, last]: readonly [number, number], precision: DatePrecision): Bounds {
  return { earliest: firstOfMonth(first, 1), latest: firstOfMonth(last + 1, 1), precision }
}
