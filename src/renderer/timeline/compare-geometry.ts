import type { Extent } from '../../domain/layout/timeline-item'
import { ROW_PX } from './measures'

export const GLYPH_PX = 14
/** From where an item stood to where it stands: under this there is no room for an arrow. */
const LEAST_ARROW_PX = 20
const EDGE_PX = 3
/** So far beside the window a ghost is drawn. */
const BESIDE_PX = 20

/** The window that is drawn. */
export interface DrawnWindow {
  readonly x: (day: number) => number
  readonly widthPx: number
}

/** Where the sign of an item stands: on its head, or where a bar that begins left of the window comes in. Null beside the window. */
export function signStyle({ earliest, latest }: Extent, topPx: number, { x, widthPx }: DrawnWindow): string | null {
  const [left, right] = [x(earliest), x(latest)]
  if (right < 0 || left > widthPx) return null
  const half = Math.min((right - left) / 2, GLYPH_PX / 2 + 1)
  const at = Math.max(Math.round(left + half) - 20, EDGE_PX)
  return `transform: translate(${String(at)}px, ${String(topPx - 4)}px)`
}

/** The part of the old place that the new one does not cover; the old edge alone where it covers all. */
export function ghostStyle(was: Extent, now: Extent, topPx: number, { x, widthPx }: DrawnWindow): string | null {
  const [begin, end] = uncovered(was, now)
  const [from, to] = [Math.max(x(begin), -BESIDE_PX), Math.min(x(end), widthPx + BESIDE_PX)]
  if (to < 0 || from > widthPx) return null
  const width = Math.round(Math.max(to - from, GLYPH_PX + 4))
  return `transform: translate(${String(Math.round(from))}px, ${String(topPx)}px); width: ${String(width)}px`
}

function uncovered(was: Extent, now: Extent): readonly [number, number] {
  if (was.earliest < now.earliest) return [was.earliest, Math.min(was.latest, now.earliest)]
  if (was.latest > now.latest) return [Math.max(was.earliest, now.latest), was.latest]
  return was.earliest > now.earliest ? [was.earliest, was.earliest] : [was.latest, was.latest]
}

/** From the side that moved: the beginning, or the end where only that is another. Along the foot of the row, clear of labels. */
export function arrowPath(was: Extent, now: Extent, topPx: number, { x, widthPx }: DrawnWindow): string | null {
  const side = was.earliest === now.earliest ? 'latest' : 'earliest'
  const inset = side === 'earliest' ? GLYPH_PX / 2 : 0
  const [from, to] = [x(was[side]) + inset, x(now[side]) + inset]
  if (Math.max(from, to) < 0 || Math.min(from, to) > widthPx || Math.abs(to - from) < LEAST_ARROW_PX) return null
  const clamped = (px: number): string => String(Math.round(Math.max(-EDGE_PX, Math.min(px, widthPx + EDGE_PX))))
  const [foot, rise] = [String(topPx + ROW_PX - 0.5), String(topPx + ROW_PX - 5)]
  return `M${clamped(from)} ${rise} V${foot} H${clamped(to)}`
}
