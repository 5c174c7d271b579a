import { civilDateOf } from './day-number'
import type { DatePoint } from './edtf-date'
import { readPoint } from './edtf-point'

/** What the text of one date says, no more: a day is there only if it was typed. */
export type DateParts =
  | { readonly kind: 'day'; readonly year: number; readonly month: number; readonly day: number }
  | { readonly kind: 'month'; readonly year: number; readonly month: number; readonly dayUnknown: boolean }
  /** `part`: 21 to 41, a season, quarter, third or half (ISO 8601-2, 4.8). */
  | { readonly kind: 'part'; readonly year: number; readonly part: number }
  | { readonly kind: 'year'; readonly year: number; readonly monthUnknown: boolean }
  | { readonly kind: 'months'; readonly year: number; readonly first: number; readonly last: number }
  | { readonly kind: 'decade' | 'century'; readonly first: number; readonly last: number }
  /** `1950S2`: about 1950, surely between 1900 and 1999. */
  | { readonly kind: 'estimate'; readonly year: number; readonly first: number; readonly last: number }
  /** Digits missing where there is no word for it: `156X-12-25`. */
  | { readonly kind: 'pattern'; readonly pattern: string }

/** One date with what its text says. */
export interface ReadPoint {
  readonly point: DatePoint
  readonly parts: DateParts
}

/** Reads one date that stands in a date already read. Throws if it is none. */
export function partsOf(text: string): ReadPoint {
  const point = readPoint(text)
  if (point === null) throw new Error(`not a date: ${text}`)
  return { point, parts: partsOfPoint(point, text.replace(/[?~%]/g, '')) }
}

function partsOfPoint(point: DatePoint, bare: string): DateParts {
  const first = civilDateOf(point.earliest)
  const last = civilDateOf(point.latest - 1)
  const { year, month, day } = first
  if (/S\d$/.test(bare)) return { kind: 'estimate', year: estimatedYear(bare), first: year, last: last.year }
  const places = /^-?[\dX]{4}(?:-([\dX]{2}))?(?:-([\dX]{2}))?$/.exec(bare)
  const [, monthText, dayText] = places ?? []
  switch (point.precision) {
    case 'day':
      return { kind: 'day', year, month, day }
    case 'month':
      return { kind: 'month', year, month, dayUnknown: dayText === 'XX' }
    case 'year':
      return { kind: 'year', year, monthUnknown: monthText === 'XX' }
    case 'decade':
    case 'century':
      return monthText === undefined
        ? { kind: point.precision, first: year, last: last.year }
        : { kind: 'pattern', pattern: bare }
    case 'quarter':
    case 'half':
    case 'season':
    case 'other':
      if (!/^-?\d{4}$/.test(bare.slice(0, -3))) return { kind: 'pattern', pattern: bare }
      if (/^\d\d$/.test(monthText ?? '') && dayText === undefined)
        return { kind: 'part', year: Number(bare.slice(0, -3)), part: Number(monthText) }
      if (/^[01]X$/.test(monthText ?? '') && dayText === undefined)
        return { kind: 'months', year, first: month, last: last.month }
      return { kind: 'pattern', pattern: bare }
  }
}

function estimatedYear(bare: string): number {
  const [digits = '', exponent = '0'] = bare.replace(/S\d$/, '').replace('Y', '').split('E')
  return Number(digits) * 10 ** Number(exponent)
}
