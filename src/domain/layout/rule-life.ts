import type { RecordOf } from '../model/record'
import type { DayNumber } from '../time/day-number'
import type { EdtfDate } from '../time/edtf'
import { turnOf, type Turn } from '../time/turn'
import type { DayRange, DrawnDates } from './drawn-dates'
import { inOrder, isQualified } from './extent'
import {
  LIFE_FIELDS,
  type Extent,
  type LifeDate,
  type LifePhase,
  type LifePhaseKind,
  type RuleLife,
} from './timeline-item'

export const NEVER: Turn = { first: Infinity, certain: Infinity }

type Form = RecordOf<'rule'>['form']

const turnOrNever = (date: EdtfDate | undefined): Turn => (date === undefined ? NEVER : turnOf(date))

const finiteOr = (day: number, otherwise: number): number => (Number.isFinite(day) ? day : otherwise)

/** It has come when either has. */
export const earlierOf = (a: Turn, b: Turn): Turn => ({
  first: Math.min(a.first, b.first),
  certain: Math.min(a.certain, b.certain),
})

/** It has come when both have. */
const laterOf = (a: Turn, b: Turn): Turn => ({
  first: Math.max(a.first, b.first),
  certain: Math.max(a.certain, b.certain),
})

const turnAt = (day: DayNumber): Turn => ({ first: day, certain: day })

/** From when it binds: as `controls/lifecycle.ts` has it. */
function bindingDate(form: Form, { announced, published, begun }: DrawnDates): EdtfDate | undefined {
  if (form === 'decision') return undefined
  return begun ?? (form === 'letter' || form === 'guidance' ? (announced ?? published) : undefined)
}

/** From when a rule binds; never where it does not by itself, or no date says so. */
export const turnOfBinding = (form: Form, dates: DrawnDates): Turn => turnOrNever(bindingDate(form, dates))

/** From one turn to the next, or to the end of all, if that comes first. */
function phaseBetween(kind: LifePhaseKind, begins: Turn, next: Turn, ended: Turn): LifePhase | null {
  const [from, to] = [begins.first, Math.min(next.certain, ended.certain)]
  if (to <= from) return null
  const { solidFrom, solidTo } = inOrder({
    earliest: from,
    solidFrom: Math.min(begins.certain, to),
    solidTo: Math.max(Math.min(next.first, ended.first), from),
    latest: to,
  })
  return { kind, from, solidFrom, solidTo, to }
}

function lifeDates(dates: DrawnDates): LifeDate[] {
  const found: LifeDate[] = []
  for (const field of LIFE_FIELDS) {
    const date = dates[field === 'effective' ? 'begun' : field]
    if (date === undefined) continue
    const { first, certain } = turnOf(date)
    if (Number.isFinite(first) && Number.isFinite(certain)) found.push({ field, first, certain })
  }
  return found
}

/**
 * The life of a rule in phases, from when it was made known to its end, in UTC day numbers; without a stated end it
 * runs to the horizon. Null where neither being made known nor taking effect is dated.
 *
 * It waits until it binds: from its effective date, a letter or guidance without one from when it was made known. A
 * decision never binds, and a rule waits for good where no day of effect is recorded. Once it binds, compliance may be
 * asked from a later day only. What ends before it binds never was in force. Each day belongs to one phase, or, where a
 * date is not exact, to the soft parts of those that it may belong to. A rule that ended on or before its first day,
 * which a mistyped date can say, is drawn for one day.
 *
 * `superseded`: when the first rule binds that takes its place, never where there is none; it then ends as by a date of
 * its own.
 *
 * The extent is what the rest of the picture goes by: from when it binds, with the time that it waits as its lead; or
 * all of its life where it never binds.
 */
export function lifeOfRule(
  form: Form,
  dates: DrawnDates,
  { origin, horizon }: DayRange,
  superseded: Turn = NEVER,
): { readonly life: RuleLife; readonly extent: Extent } | null {
  const { announced, published, begun } = dates
  const bindsBy = bindingDate(form, dates)
  const knownBy = announced ?? published ?? (form === 'decision' ? begun : undefined)
  const known = earlierOf(turnOrNever(knownBy), turnOrNever(published))
  const binds = turnOrNever(bindsBy)
  const waits = bindsBy === undefined || (Number.isFinite(known.first) && known.first < binds.first)
  const enforced = turnOrNever(dates.enforced)
  const born = waits ? known : binds
  if (born.first === Infinity) return null

  const openStart = born.first === -Infinity
  const firstDay = openStart ? Math.min(origin, born.certain - 1) : born.first
  const begin = ({ first, certain }: Turn): Turn => ({ first: Math.max(first, firstDay), certain })
  const leastDay = firstDay + 1
  // No date may have its own days cut off by where the picture ends.
  const last = Math.max(
    horizon,
    leastDay,
    finiteOr(known.certain, leastDay),
    finiteOr(binds.certain, leastDay),
    finiteOr(enforced.certain, leastDay),
  )
  const stop = earlierOf(turnOrNever(dates.ended), superseded)
  const isOpen = stop.first === Infinity
  const ended = laterOf(isOpen ? turnAt(last) : stop, turnAt(leastDay))
  const asked = dates.enforced === undefined ? binds : laterOf(binds, enforced)
  const phases = [
    waits ? phaseBetween(form === 'decision' ? 'decided' : 'waiting', begin(known), binds, ended) : null,
    dates.enforced === undefined ? null : phaseBetween('grace', begin(binds), enforced, ended),
    phaseBetween('force', begin(asked), NEVER, ended),
  ].filter((phase) => phase !== null)

  const [first, second] = phases
  if (first === undefined) throw new Error('a life has no phase')
  const isLed = waits && second !== undefined
  const head = isLed ? begin(binds) : begin(born)
  const extent = inOrder({
    earliest: head.first,
    solidFrom: Math.min(head.certain, ended.certain),
    solidTo: Math.max(ended.first, head.first),
    latest: ended.certain,
    openStart,
    openEnd: isOpen,
    approximate: isQualified((bindsBy ?? knownBy)?.start ?? null, dates.ended?.start ?? null),
    leadFrom: isLed && first.from < head.first ? first.from : null,
  })
  return { life: { phases, dates: lifeDates(dates) }, extent }
}

/** Whether two lives are drawn the same. */
export function sameLife(a: RuleLife | null, b: RuleLife | null): boolean {
  if (a === null || b === null) return a === b
  return (
    a.phases.length === b.phases.length &&
    a.dates.length === b.dates.length &&
    a.phases.every((phase, at) => samePhase(phase, b.phases[at])) &&
    a.dates.every((date, at) => sameDate(date, b.dates[at]))
  )
}

const samePhase = (a: LifePhase, b: LifePhase | undefined): boolean =>
  a.kind === b?.kind && a.from === b.from && a.solidFrom === b.solidFrom && a.solidTo === b.solidTo && a.to === b.to

const sameDate = (a: LifeDate, b: LifeDate | undefined): boolean =>
  a.field === b?.field && a.first === b.first && a.certain === b.certain
