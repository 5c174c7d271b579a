import type { TimeWindow } from '../../domain/model/view'

/** What of the strip is taken hold of: the frame, one of its edges, or the empty strip. */
export type Hold = 'frame' | 'start' | 'end' | 'empty'

export const EDGE_PX = 6
const LEAST_DAYS = 1

/** What lies under a place of the strip; `left` and `right` are the edges of the frame, in px. */
export function holdAt(x: number, left: number, right: number): Hold {
  // Between the edges of a narrow frame there must be something left to move it by.
  const inside = Math.min(EDGE_PX, (right - left) / 4)
  if (x >= left - EDGE_PX && x < left + inside) return 'start'
  if (x > right - inside && x <= right + EDGE_PX) return 'end'
  return x >= left && x <= right ? 'frame' : 'empty'
}

/** A frame over nearly all of the strip leaves no other place to choose a part from. */
const NEARLY_ALL = 0.95

/** What a press takes hold of: with Shift, or where nearly everything is shown, it begins to choose a part. */
export function pressedHold(x: number, left: number, right: number, widthPx: number, shift: boolean): Hold {
  if (shift) return 'empty'
  const hold = holdAt(x, left, right)
  return hold === 'frame' && right - left > widthPx * NEARLY_ALL ? 'empty' : hold
}

/** The window that a drag of so many days makes of the one it began with. `fromDay`: where it began. */
export function draggedWindow(hold: Hold, window: TimeWindow, fromDay: number, days: number): TimeWindow {
  const { startDay, endDay } = window
  switch (hold) {
    case 'frame':
      return { startDay: startDay + days, endDay: endDay + days }
    case 'start':
      return { startDay: Math.min(startDay + days, endDay - LEAST_DAYS), endDay }
    case 'end':
      return { startDay, endDay: Math.max(endDay + days, startDay + LEAST_DAYS) }
    case 'empty':
      return days < 0
        ? { startDay: fromDay + Math.min(days, -LEAST_DAYS), endDay: fromDay }
        : { startDay: fromDay, endDay: fromDay + Math.max(days, LEAST_DAYS) }
  }
}

/** The same width about another day. */
export function centredOn({ startDay, endDay }: TimeWindow, day: number): TimeWindow {
  const half = (endDay - startDay) / 2
  return { startDay: day - half, endDay: day + half }
}
