import type { RecordOf, TapelineRecord } from '../model/record'
import { parseEdtf } from '../time/edtf'
import type { EdtfSide } from '../time/shift-edtf'
import { turnOf, type Turn } from '../time/turn'

/** The date that one edge of what the timeline draws stands for: a field, and the end of it. */
export interface DrawnDate {
  readonly field: string
  readonly side: EdtfSide
  readonly text: string
}

const RULE_FIELDS = ['announced', 'published', 'effective', 'ended'] as const

type Fields = Readonly<Record<string, unknown>>

function textOf(record: TapelineRecord, field: string): string | undefined {
  const text = (record as unknown as Fields)[field]
  return typeof text === 'string' && parseEdtf(text).ok ? text : undefined
}

const firstOf = (record: TapelineRecord, fields: readonly string[]): string | undefined =>
  fields.find((field) => textOf(record, field) !== undefined)

/** Where a bar or a point begins, by type, first choice first; as `layout/drawn-dates.ts` draws it. */
function beginField(record: TapelineRecord, neverBinds: boolean): string | undefined {
  switch (record.type) {
    case 'event':
      return 'date'
    case 'chip':
      return firstOf(record, ['announced', 'available'])
    case 'architecture':
      return firstOf(record, ['available', 'announced'])
    case 'rule':
      return beginOfRule(record, neverBinds)
    default:
      return undefined
  }
}

const turnIn = (record: TapelineRecord, field: string): Turn | null => {
  const date = parseEdtf(textOf(record, field) ?? '')
  return date.ok ? turnOf(date.value) : null
}

/** From when it binds; where it never does, or ends before, from when it was made known. */
function beginOfRule(rule: RecordOf<'rule'>, neverBinds: boolean): string | undefined {
  const [announced, published, effective, ended] = RULE_FIELDS.map((field) => turnIn(rule, field))
  const isFirst = announced && published && published.first < announced.first
  const known = isFirst ? 'published' : firstOf(rule, ['announced', 'published'])
  if (effective && rule.form !== 'decision') {
    const since = Math.min(announced?.first ?? Infinity, published?.first ?? Infinity)
    const waits = Number.isFinite(since) && since < effective.first
    const endsBefore = neverBinds || (ended && ended.certain <= effective.first)
    return waits && endsBefore ? known : 'effective'
  }
  const bindsWhenKnown = rule.form === 'letter' || rule.form === 'guidance'
  return bindsWhenKnown ? firstOf(rule, ['announced', 'published']) : (known ?? firstOf(rule, ['effective']))
}

/**
 * The date behind the left or right edge of a drawn record; `null` where there is none to take hold
 * of: no end is stated, the end is that of the next generation, or the record is one single date.
 *
 * `neverBinds`: whether another rule took the place of this one before it took effect, which is not
 * in the record; it is then drawn from when it was made known.
 */
export function edgeDate(record: TapelineRecord, edge: EdtfSide, neverBinds = false): DrawnDate | null {
  const begin = beginField(record, neverBinds)
  const text = begin === undefined ? undefined : textOf(record, begin)
  if (begin === undefined || text === undefined) return null
  const date = parseEdtf(text)
  if (!date.ok) return null
  const { start, end } = date.value
  if (edge === 'start') {
    const single = end === null && record.type !== 'architecture' && record.type !== 'rule'
    return typeof start === 'object' && !single ? { field: begin, side: 'start', text } : null
  }
  if (record.type === 'architecture') return lastDate(record, 'withdrawn')
  // Of a rule, both ends of an interval leave open when it began.
  if (record.type === 'rule') return lastDate(record, 'ended')
  return end !== null && typeof end === 'object' ? { field: begin, side: 'end', text } : null
}

/** A field that ends a bar with its own beginning. */
function lastDate(record: TapelineRecord, field: string): DrawnDate | null {
  const text = textOf(record, field)
  if (text === undefined) return null
  const date = parseEdtf(text)
  return date.ok && typeof date.value.start === 'object' ? { field, side: 'start', text } : null
}

/**
 * The fields that move when a record is moved: the one date of a point, and all of a span's, so that
 * its announcement keeps its distance from its beginning. Dates that are not drawn stay.
 */
export function movedFields(record: TapelineRecord): readonly string[] {
  const begin = beginField(record, false)
  if (begin === undefined) return []
  if (record.type === 'architecture') return dated(record, ['announced', 'available', 'withdrawn'])
  if (record.type === 'rule') return dated(record, ['announced', 'published', 'effective', 'enforced', 'ended'])
  return dated(record, [begin])
}

const dated = (record: TapelineRecord, fields: readonly string[]): string[] =>
  fields.filter((field) => textOf(record, field) !== undefined)

/** The date a record is moved by: its precision is the step that keys take. `neverBinds` as in {@link edgeDate}. */
export function anchorDate(record: TapelineRecord, neverBinds = false): string | null {
  const begin = beginField(record, neverBinds)
  return (begin === undefined ? undefined : textOf(record, begin)) ?? null
}
