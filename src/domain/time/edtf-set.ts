import type { DatePoint, EdtfDate } from './edtf-date'
import { readPoint } from './edtf-point'

/** The text of a set taken apart. `to` is null for a single date; an empty side is left unknown. */
interface SetText {
  /** `{}`: all of these; otherwise `[]`: one of these. */
  readonly all: boolean
  readonly items: readonly { readonly from: string; readonly to: string | null }[]
}

/** Takes `[a,b..c]` or `{a,b..c}` apart; `null` when the text has not that form. */
export function splitSet(text: string): SetText | null {
  const inside = /^\[(.+)\]$|^\{(.+)\}$/.exec(text)
  if (inside === null) return null
  const all = inside[2] !== undefined
  const parts = (inside[1] ?? inside[2] ?? '').split(',')
  const items = parts.map((part) => {
    const [from = '', to = null, more] = part.split('..')
    return more === undefined ? { from, to } : null
  })
  const sound = items.filter((item, index) => {
    if (item === null || (item.from === '' && (item.to ?? '') === '')) return false
    return (item.from !== '' || index === 0) && (item.to !== '' || index === items.length - 1)
  })
  return sound.length === items.length ? { all, items: items.filter((item) => item !== null) } : null
}

/**
 * Reads `[a,b..c]` (one of these) and `{a,b..c}` (all of these). A leading or trailing `..` leaves
 * that side unknown. `null` when it is neither.
 */
export function readSet(text: string): EdtfDate | null {
  const set = splitSet(text)
  if (set === null) return null
  const points: DatePoint[] = []
  for (const { from, to } of set.items) {
    const ends = [from, to ?? ''].filter((end) => end !== '').map(readPoint)
    const [low, high] = ends
    if (ends.includes(null) || (low && high && high.latest <= low.earliest)) return null
    points.push(...ends.filter((end) => end !== null))
  }
  const first = points.reduce((a, b) => (b.earliest < a.earliest ? b : a))
  const last = points.reduce((a, b) => (b.latest > a.latest ? b : a))
  const [before, after] = [set.items[0]?.from === '', set.items.at(-1)?.to === '']
  const earliest = before ? -Infinity : first.earliest
  const latest = after ? Infinity : last.latest
  if (before && after) return null
  if (before || after)
    return { text, start: before ? 'unknown' : first, end: after ? 'unknown' : last, earliest, latest }
  if (points.length === 1) return { text, start: first, end: null, earliest, latest }
  if (set.all) return { text, start: first, end: last, earliest, latest }
  const start: DatePoint = {
    earliest,
    latest,
    precision: 'other',
    approximate: points.some((point) => point.approximate),
    uncertain: points.some((point) => point.uncertain),
  }
  return { text, start, end: null, earliest, latest }
}
