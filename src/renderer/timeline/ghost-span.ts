import { anchorDate, edgeDate } from '../../domain/change/drawn-dates'
import type { Extent } from '../../domain/layout/timeline-item'
import type { TapelineRecord } from '../../domain/model/record'
import { parseEdtf } from '../../domain/time/edtf'
import { turnOf } from '../../domain/time/turn'

interface Span {
  readonly startDay: number
  readonly endDay: number
}

/**
 * What a record will cover once it has the dates it is dragged to; an end without a date stays. `neverBinds`: it is
 * drawn as a rule that never was in force.
 */
export function ghostSpan(extent: Extent, to: TapelineRecord, neverBinds = false): Span {
  const text = anchorDate(to, neverBinds)
  const date = text === null ? null : parseEdtf(text)
  if (date?.ok !== true) return { startDay: extent.earliest, endDay: extent.latest }
  const { start, end } = date.value
  const startDay = typeof start === 'object' ? start.earliest : extent.earliest
  const isPoint = to.type === 'event' || to.type === 'chip'
  if (isPoint && end === null && typeof start === 'object') return { startDay, endDay: start.latest }
  return { startDay, endDay: Math.max(lastDayOf(to) ?? extent.latest, startDay + 1) }
}

function lastDayOf(record: TapelineRecord): number | null {
  // The day a rule is ended is the first on which it is no more.
  if (record.type === 'rule') return record.ended === undefined ? null : lastTurn(record.ended)
  const edge = edgeDate(record, 'end')
  const date = edge === null ? null : parseEdtf(edge.text)
  if (edge === null || date?.ok !== true) return null
  const point = date.value[edge.side]
  return point !== null && typeof point === 'object' ? point.latest : null
}

function lastTurn(text: string): number | null {
  const date = parseEdtf(text)
  return date.ok ? turnOf(date.value).certain : null
}
