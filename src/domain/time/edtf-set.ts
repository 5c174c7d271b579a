import type { DatePoint, EdtfDate } from './edtf-date'
import { readPoint } from './edtf-point'

/**
 * Reads `[a,b..c]` (one of these) and `{a,b..c}` (all of these). A leading or trailing `..` leaves
 * that side unknown. `null` when it is neither.
 */
export function readSet(text: string): EdtfDate | null {
  const all = text.startsWith('{')
  if (!text.endsWith(all ? '}' : ']')) return null
  const members = membersOf(text.slice(1, -1))
  if (members === null) return null

  const points = members.filter((member) => typeof member !== 'string')
  if (points.length === 0) return null
  const first = points.reduce((a, b) => (b.earliest < a.earliest ? b : a))
  const last = points.reduce((a, b) => (b.latest > a.latest ? b : a))
  const [before, after] = [members[0] === 'open', members.length > 1 && members.at(-1) === 'open']
  const earliest = before ? -Infinity : first.earliest
  const latest = after ? Infinity : last.latest
  if (before || after)
    return { text, start: before ? 'unknown' : first, end: after ? 'unknown' : last, earliest, latest }
  if (points.length === 1) return { text, start: first, end: null, earliest, latest }
  if (all) return { text, start: first, end: last, earliest, latest }
  const start: DatePoint = {
    earliest,
    latest,
    precision: 'other',
    approximate: points.some((point) => point.approximate),
    uncertain: points.some((point) => point.uncertain),
  }
  return { text, start, end: null, earliest, latest }
}

/** The dates of a set in order; `open` where a `..` has nothing on its outer side. */
function membersOf(inside: string): (DatePoint | 'open')[] | null {
  const members: (DatePoint | 'open')[] = []
  const items = inside.split(',')
  for (const [index, item] of items.entries()) {
    const [from, to, more] = item.split('..')
    if (from === undefined || more !== undefined) return null
    if (from === '' && (to === undefined || to === '' || index > 0)) return null
    if (to === '' && index < items.length - 1) return null
    const ends = (to === undefined ? [from] : [from, to]).map((end) => (end === '' ? 'open' : readPoint(end)))
    if (ends.includes(null)) return null
    const [low, high] = ends
    if (low && high && low !== 'open' && high !== 'open' && high.latest <= low.earliest) return null
    members.push(...ends.filter((end) => end !== null))
  }
  return members
}
