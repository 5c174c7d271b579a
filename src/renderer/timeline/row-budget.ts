import type { RowBudget } from '../../domain/layout/place-lanes'
import { ROW_PX } from './measures'

/** The lanes may grow to this many times the height of the window before things are counted. */
const SCREENS_OF_ROWS = 1.25
const MOST_ROWS = 16
const EXTRA_ROWS_FOR_SPANS = 4
/** Lanes that should have their least rows on one screen. */
const LANES_ON_A_SCREEN = 8

/** How many rows there are to share out among the lanes at a height of the window. */
export function rowBudgetFor(heightPx: number): RowBudget {
  const onScreen = Math.floor(heightPx / ROW_PX)
  return {
    available: Math.floor(onScreen * SCREENS_OF_ROWS),
    leastPerLane: Math.min(Math.max(Math.floor(onScreen / LANES_ON_A_SCREEN), 3), 6),
    extraForSpans: EXTRA_ROWS_FOR_SPANS,
    mostPerLane: MOST_ROWS,
  }
}
