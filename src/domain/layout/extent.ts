import type { DatePoint, EdtfDate } from '../time/edtf'
import { isExact } from '../time/turn'
import type { Extent } from './timeline-item'

type Side = DatePoint | 'open' | 'unknown'

const isPoint = (side: Side | null): side is DatePoint => side !== null && typeof side === 'object'

export const isQualified = (...points: (Side | null)[]): boolean =>
  points.some((point) => isPoint(point) && (point.approximate || point.uncertain))

/** Keeps the four days in order; where the certain part is empty, it shrinks to the middle. */
export function inOrder<T extends Pick<Extent, 'earliest' | 'solidFrom' | 'solidTo' | 'latest'>>(extent: T): T {
  if (extent.solidFrom <= extent.solidTo) return extent
  const middle = (Math.max(extent.earliest, extent.solidTo) + Math.min(extent.latest, extent.solidFrom)) / 2
  return { ...extent, solidFrom: middle, solidTo: middle }
}

/**
 * What a date covers: a known day is solid over that day, a month or quarter is soft over its whole
 * width, an interval is solid between its ends. An end that is open or unknown runs to `horizon`
 * (or from `origin`), and is marked so.
 */
export function extentOfDate(date: EdtfDate, origin: number, horizon: number): Extent {
  const approximate = isQualified(date.start, date.end)
  if (date.end === null) {
    if (!isPoint(date.start)) {
      return {
        earliest: origin,
        solidFrom: origin,
        solidTo: horizon,
        latest: horizon,
        openStart: true,
        openEnd: true,
        approximate,
        leadFrom: null,
      }
    }
    const { earliest, latest } = date.start
    const middle = (earliest + latest) / 2
    const [solidFrom, solidTo] = isExact(date.start) ? [earliest, latest] : [middle, middle]
    return { earliest, solidFrom, solidTo, latest, openStart: false, openEnd: false, approximate, leadFrom: null }
  }
  return extentBetween(date.start, date.end, origin, horizon)
}

/**
 * From one date to another: soft over what the first date leaves open, solid in between, soft over
 * what the last leaves open. `end` null means that no end is stated.
 */
export function extentBetween(start: Side, end: Side | null, origin: number, horizon: number): Extent {
  const openStart = !isPoint(start)
  const openEnd = !isPoint(end)
  const earliest = isPoint(start) ? start.earliest : Math.min(origin, isPoint(end) ? end.earliest : origin)
  const latest = isPoint(end)
    ? Math.max(end.latest, earliest + 1)
    : Math.max(horizon, isPoint(start) ? start.latest : horizon)
  const solidFrom = isPoint(start) ? (isExact(start) ? start.earliest : start.latest) : earliest
  const solidTo = isPoint(end) ? (isExact(end) ? end.latest : end.earliest) : latest
  return inOrder({
    earliest,
    solidFrom: Math.min(solidFrom, latest),
    solidTo: Math.max(Math.min(solidTo, latest), earliest),
    latest,
    openStart,
    openEnd,
    approximate: isQualified(start, end),
    leadFrom: null,
  })
}
