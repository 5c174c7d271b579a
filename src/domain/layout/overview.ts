import type { ItemKind, TimeWindow } from '../model/view'
import type { TimelineItem } from './timeline-item'

/** How much begins in each part of the whole range, by colour; all parts are equally long. */
export interface OverviewBins<C extends string> {
  readonly range: TimeWindow
  readonly counts: Readonly<Record<C, Uint32Array>>
  /** Of the fullest bin, over all colours. */
  readonly most: number
}

const LEAST_DAYS = 30
/** Left free on either side, as a part of the whole. */
const MARGIN = 0.01

/** From the first to the last day of anything, with a little room; an open end counts up to its last date. Null where there is nothing. */
export function overviewRange(items: readonly TimelineItem[]): TimeWindow | null {
  let [first, last] = [Infinity, -Infinity]
  for (const { extent } of items) {
    first = Math.min(first, extent.leadFrom ?? extent.earliest)
    last = Math.max(last, extent.openEnd ? extent.solidFrom : extent.latest)
  }
  if (first > last) return null
  const days = Math.max(last - first, LEAST_DAYS)
  return { startDay: first - days * MARGIN, endDay: first + days * (1 + MARGIN) }
}

/**
 * Counts every item once, in the part in which it may first have begun: a long span where it begins and not
 * along its length, for the strip tells when things happened. One pass over the items. What lies outside of the
 * range is counted in its first or last bin.
 */
export function overviewBins<C extends string>(
  items: readonly TimelineItem[],
  range: TimeWindow,
  bins: number,
  colourOf: Readonly<Record<ItemKind, C>>,
): OverviewBins<C> {
  const counts = Object.fromEntries(Object.values(colourOf).map((colour) => [colour, new Uint32Array(bins)])) as Record<
    C,
    Uint32Array
  >
  const perDay = bins / (range.endDay - range.startDay)
  for (const { kind, extent } of items) {
    const bin = Math.floor((extent.earliest - range.startDay) * perDay)
    const column = counts[colourOf[kind]]
    const at = Math.min(Math.max(bin, 0), bins - 1)
    column[at] = (column[at] ?? 0) + 1
  }
  let most = 0
  for (let bin = 0; bin < bins; bin += 1) most = Math.max(most, countOf(counts, bin))
  return { range, counts, most }
}

/** All that begins in a bin. */
export const countOf = (counts: Readonly<Record<string, Uint32Array>>, bin: number): number =>
  Object.values(counts).reduce((sum, column) => sum + (column[bin] ?? 0), 0)

/** Of bars `heightPx` high at the most: by the square root, so that one beside thousands is seen; never under `LEAST_BAR_PX`. */
export function overviewBarPx(count: number, most: number, heightPx: number): number {
  if (count === 0) return 0
  return Math.max(LEAST_BAR_PX, Math.sqrt(count / Math.max(most, 1)) * heightPx)
}

export const LEAST_BAR_PX = 2
