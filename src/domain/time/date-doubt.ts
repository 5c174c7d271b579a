import { daysInMonth } from './calendar'
import { parseEdtf, type EdtfDate } from './edtf'
import { dated } from './typed-date-forms'
import { YEAR_PARTS } from './year-part'

/** Why a typed date was not taken, as data, so that each language can say it. */
export type DateDoubt =
  | { readonly kind: 'missing' }
  /** Day and month cannot be told apart, or the year does not stand first: what it may mean, if anything. */
  | { readonly kind: 'order'; readonly readings: readonly EdtfDate[] }
  | { readonly kind: 'short-year' }
  | { readonly kind: 'short-span' }
  | { readonly kind: 'no-such-day'; readonly month: string; readonly day: number; readonly days: number }
  | { readonly kind: 'no-such-month'; readonly month: number }
  | { readonly kind: 'backwards' }
  | { readonly kind: 'unreadable' }

/** What must be asked before anything is read into the text; null if nothing. */
export function doubtBeforeReading(typed: string): DateDoubt | null {
  if (typed === '') return { kind: 'missing' }
  if (/^\d{2,3}$/.test(typed)) return { kind: 'short-year' }
  if (/^\d{4}\/(?:1[3-9]|[2-9]\d)$/.test(typed)) return { kind: 'short-span' }
  if (/^\d\d?[/.-]\d\d?[/.-]\d\d$/.test(typed)) return { kind: 'order', readings: [] }
  const parts = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4})$/.exec(typed)
  return parts === null ? null : { kind: 'order', readings: readingsOf(parts) }
}

/** What is wrong with a text that was read as EDTF and is none; `unreadable` where nothing in particular is. */
export function doubtAfterReading(edtf: string): DateDoubt {
  const ends = edtf.split('/')
  for (const end of ends) {
    const doubt = numbersDoubt(end)
    if (doubt !== null) return doubt
  }
  const turned = ends.length === 2 && parseEdtf(ends.toReversed().join('/')).ok
  return turned ? { kind: 'backwards' } : { kind: 'unreadable' }
}

function readingsOf([, a = '', b = '', year = '']: readonly string[]): EdtfDate[] {
  const readings = [...new Set([dated(year, a, b), dated(year, b, a)])]
  return readings.flatMap((reading) => {
    const date = parseEdtf(reading)
    return date.ok ? [date.value] : []
  })
}

/** A month or day that the calendar does not have, in a date written with digits. */
function numbersDoubt(text: string): DateDoubt | null {
  const parts = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(text.replace(/[?~%]/g, ''))
  if (parts === null) return null
  const [year, month, day] = parts.slice(1, 4).map((part: string | undefined) => Number(part ?? NaN))
  if (year === undefined || month === undefined || day === undefined) return null
  const days = daysInMonth(year, month)
  if (days === 0) return YEAR_PARTS[month] === undefined ? { kind: 'no-such-month', month } : null
  if (Number.isNaN(day) || (day >= 1 && day <= days)) return null
  return { kind: 'no-such-day', month: `${parts[1] ?? ''}-${parts[2] ?? ''}`, day, days }
}

/** The doubt in the program's own words, for problems and logs. */
export function doubtDetail(doubt: DateDoubt): string {
  switch (doubt.kind) {
    case 'missing':
      return 'a date is missing'
    case 'order':
      return doubt.readings.length === 0
        ? 'write the year first and whole, as 2025-12-08'
        : `write the year first, as ${doubt.readings.map(({ text }) => text).join(' or ')}`
    case 'short-year':
      return 'write a year with four digits, as 2026, or a decade as 2020s'
    case 'short-span':
      return 'write both years of a span whole, as 2025/2026'
    case 'no-such-day':
      return `there is no day ${doubt.day} in ${doubt.month}, which has ${doubt.days} days`
    case 'no-such-month':
      return `there is no month ${doubt.month}`
    case 'backwards':
      return 'ends before it starts'
    case 'unreadable':
      return 'is not a date that can be read; write 2025-12-08, 8 Dec 2025, Q1 2026 or 2025年12月8日'
  }
}
