import type { RecordOf, TapelineRecord } from '../model/record'
import { parseEdtf, type EdtfDate } from '../time/edtf'
import type { Turn } from '../time/turn'
import { extentBetween, extentOfDate } from './extent'
import { lifeOfRule } from './rule-life'
import type { Extent, RuleLife } from './timeline-item'

/** The records that can stand on the axis. */
export type DrawnRecord = RecordOf<'architecture' | 'chip' | 'event' | 'rule'>

export const isDrawn = (record: TapelineRecord): record is DrawnRecord =>
  record.type === 'event' || record.type === 'chip' || record.type === 'architecture' || record.type === 'rule'

/** The first and last day of a document, which open ends run to. */
export interface DayRange {
  readonly origin: number
  readonly horizon: number
}

/** Days that open ends run past the last date of the document. */
const BEYOND_LAST_DATE = 180

/** From the first and last known day of all dates; Infinity and -Infinity where there are none. */
export const rangeBetween = (first: number, last: number): DayRange =>
  first > last ? { origin: 0, horizon: 1 } : { origin: first, horizon: last + BEYOND_LAST_DATE }

/** The dates of a drawn record, read once. What is no date is left out. */
export interface DrawnDates {
  readonly announced?: EdtfDate | undefined
  readonly published?: EdtfDate | undefined
  /** An event's date, a rule's effect, a chip's or an architecture's availability. */
  readonly begun?: EdtfDate | undefined
  readonly ended?: EdtfDate | undefined
  readonly enforced?: EdtfDate | undefined
}

function dateOf(text: string | undefined): EdtfDate | undefined {
  if (text === undefined) return undefined
  const date = parseEdtf(text)
  return date.ok ? date.value : undefined
}

export function readDates(record: DrawnRecord): DrawnDates {
  switch (record.type) {
    case 'event':
      return { begun: dateOf(record.date) }
    case 'rule':
      return {
        announced: dateOf(record.announced),
        published: dateOf(record.published),
        begun: dateOf(record.effective),
        ended: dateOf(record.ended),
        enforced: dateOf(record.enforced),
      }
    default:
      return { announced: dateOf(record.announced), begun: dateOf(record.available), ended: dateOf(record.withdrawn) }
  }
}

/** The first known day of all dates; Infinity where there is none. */
export function firstDayOf(dates: DrawnDates): number {
  return Math.min(
    edge(dates.begun),
    edge(dates.announced),
    edge(dates.published),
    edge(dates.ended),
    edge(dates.enforced),
  )
}

const edge = (date: EdtfDate | undefined): number =>
  date === undefined ? Infinity : Number.isFinite(date.earliest) ? date.earliest : finite(date.latest, Infinity)

/** The last known day of all dates; -Infinity where there is none. */
export function lastDayOf(dates: DrawnDates): number {
  return Math.max(
    last(dates.begun),
    last(dates.announced),
    last(dates.published),
    last(dates.ended),
    last(dates.enforced),
  )
}

const last = (date: EdtfDate | undefined): number =>
  date === undefined ? -Infinity : Number.isFinite(date.latest) ? date.latest : finite(date.earliest, -Infinity)

const finite = (day: number, otherwise: number): number => (Number.isFinite(day) ? day : otherwise)

/** The lead-in of a bar: from its announcement to its beginning, where the one is before the other. */
function withLead(extent: Extent, announced: EdtfDate | undefined): Extent {
  if (announced === undefined || !Number.isFinite(announced.earliest) || announced.earliest >= extent.earliest)
    return extent
  return { ...extent, leadFrom: announced.earliest }
}

/** An architecture lasts from its availability until that of the generation which follows it. */
function architectureExtent(dates: DrawnDates, successor: EdtfDate | undefined, range: DayRange): Extent | null {
  const begin = dates.begun ?? dates.announced
  if (begin === undefined) return null
  const end = dates.ended ?? successor
  const after = end !== undefined && end.latest > begin.earliest ? end.start : null
  return withLead(extentBetween(begin.start, after, range.origin, range.horizon), dates.announced)
}

/** What a record covers on the axis, and of a rule its phases. */
export interface Covered {
  readonly extent: Extent
  readonly life: RuleLife | null
}

/**
 * What a record covers on the axis; null without a date. A chip stands at its announcement, or at its availability
 * where no announcement is known. `successor`: when the next generation of an architecture came; `superseded`: from
 * when another rule takes the place of a rule.
 */
export function coveredBy(
  record: DrawnRecord,
  dates: DrawnDates,
  { successor, superseded }: { readonly successor?: EdtfDate | undefined; readonly superseded?: Turn | undefined },
  range: DayRange,
): Covered | null {
  if (record.type === 'rule') return lifeOfRule(record.form, dates, range, superseded)
  const extent =
    record.type === 'architecture' ? architectureExtent(dates, successor, range) : pointExtent(record, dates, range)
  return extent && { extent, life: null }
}

function pointExtent(
  { type }: DrawnRecord,
  { announced, begun }: DrawnDates,
  { origin, horizon }: DayRange,
): Extent | null {
  const date = type === 'chip' ? (announced ?? begun) : begun
  return date === undefined ? null : extentOfDate(date, origin, horizon)
}
