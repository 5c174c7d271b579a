import type { EdtfDate } from './edtf-date'

/** An answer about dates of which not every day is known. */
export type Certainty = 'yes' | 'no' | 'maybe'

/** Sorts by the first day a date can mean, then by the last. Undated sides sort outermost. */
export function compareDates(a: EdtfDate, b: EdtfDate): number {
  return compareNumbers(a.earliest, b.earliest) || compareNumbers(a.latest, b.latest)
}

/** Infinity minus itself is no number, so sides are compared and not subtracted. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Whether `a` is over before `b` begins, on every (`yes`), no (`no`) or some (`maybe`) reading of
 * both. A single date is one day somewhere within its bounds; an open end goes on for ever, an
 * unknown one may lie anywhere. Qualifiers (`~`, `?`) do not widen the bounds: the standard gives
 * them no size, so the caller says "about" where it shows the answer.
 */
export function isBefore(a: EdtfDate, b: EdtfDate): Certainty {
  const end = sidesOf(a).end
  const start = sidesOf(b).start
  if (end.last < start.first) return 'yes'
  return end.first >= start.last ? 'no' : 'maybe'
}

/** Whether two dates share a day, on every, no or some reading of both; bounds as in {@link isBefore}. */
export function overlaps(a: EdtfDate, b: EdtfDate): Certainty {
  const [one, other] = [sidesOf(a), sidesOf(b)]
  if (one.end.last < other.start.first || other.end.last < one.start.first) return 'no'
  return one.start.last <= other.end.first && other.start.last <= one.end.first ? 'yes' : 'maybe'
}

/** The first and last day, both inclusive, that one side of a date can fall on. */
interface Side {
  readonly first: number
  readonly last: number
}

function sidesOf({ start, end, earliest, latest }: EdtfDate): { readonly start: Side; readonly end: Side } {
  const from: Side =
    start === 'open'
      ? { first: -Infinity, last: -Infinity }
      : start === 'unknown'
        ? { first: -Infinity, last: latest - 1 }
        : { first: start.earliest, last: Math.min(start.latest, latest) - 1 }
  if (end === null) return { start: from, end: from }
  const to: Side =
    end === 'open'
      ? { first: Infinity, last: Infinity }
      : end === 'unknown'
        ? { first: earliest, last: Infinity }
        : { first: Math.max(end.earliest, earliest), last: end.latest - 1 }
  return { start: from, end: to }
}
