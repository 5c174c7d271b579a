import { MANY_IN_A_PART, toTheEnd, type InParts } from '../model/in-parts'
import type { ItemKind, TimeWindow } from '../model/view'
import type { DayNumber } from '../time/day-number'
import type { Extent, TimelineItem } from './timeline-item'

/** How much begins in each part of the whole range, by colour; all parts are equally long. */
export interface OverviewBins<C extends string> {
  readonly range: TimeWindow
  /** Fractions come from imprecise dates. */
  readonly counts: Readonly<Record<C, Float64Array>>
  /** Of the fullest bin, over all colours. */
  readonly most: number
}

const LEAST_DAYS = 30
/** Left free on either side, as a part of the whole: what "fit all" leaves, so that it shows neither more nor less. */
const MARGIN = 0.04

/**
 * From the first to the last day of anything, with a little room; an open end counts up to its last date. Never under
 * 30 days. Null where there is nothing.
 */
export const overviewRange = (items: readonly TimelineItem[]): TimeWindow | null => toTheEnd(findingRange(items))

function* findingRange(items: readonly TimelineItem[]): InParts<TimeWindow | null> {
  let [first, last, seen] = [Infinity, -Infinity, 0]
  for (const { extent } of items) {
    if (++seen % MANY_IN_A_PART === 0) yield
    first = Math.min(first, extent.leadFrom ?? extent.earliest)
    last = Math.max(last, extent.openEnd ? extent.solidFrom : extent.latest)
  }
  if (first > last) return null
  const [middle, half] = [(first + last) / 2, Math.max((last - first) * (1 + 2 * MARGIN), LEAST_DAYS) / 2]
  return { startDay: middle - half, endDay: middle + half }
}

/**
 * The days among which an item begins, the end exclusive: one day where that is known, else all the days that its
 * first date leaves open. Where nothing about it is certain (a single imprecise date) it may begin on any of its days.
 */
export function beginOf({ earliest, solidFrom, solidTo, latest }: Extent): readonly [DayNumber, DayNumber] {
  return [earliest, Math.max(solidTo > solidFrom ? solidFrom : latest, earliest + 1)]
}

/**
 * Counts every item once, where it begins: a long span not along its length, for the strip tells when things
 * happened. The count is spread evenly over the days on which it may have begun (one day, where that is known): a
 * date known to the year, counted on its first day, would raise a pile on every 1 January that nothing stands for.
 * One pass over the items, however wide their dates are. What lies outside of the range is counted in its first or
 * last bin.
 */
export const overviewBins = <C extends string>(
  items: readonly TimelineItem[],
  range: TimeWindow,
  bins: number,
  colourOf: Readonly<Record<ItemKind, C>>,
): OverviewBins<C> => toTheEnd(counting(items, range, bins, colourOf))

/** The bins of the whole range, some thousand items at a time. Null where there is nothing, or no bin. */
export function* makingOverview<C extends string>(
  items: readonly TimelineItem[],
  bins: number,
  colourOf: Readonly<Record<ItemKind, C>>,
): InParts<OverviewBins<C> | null> {
  const range = yield* findingRange(items)
  return range === null || bins < 1 ? null : yield* counting(items, range, bins, colourOf)
}

function* counting<C extends string>(
  items: readonly TimelineItem[],
  range: TimeWindow,
  bins: number,
  colourOf: Readonly<Record<ItemKind, C>>,
): InParts<OverviewBins<C>> {
  const counts = ofEachColour(colourOf, bins)
  // By how much a bin has more or less than the one before it; summed up at the end.
  const changes = ofEachColour(colourOf, bins + 1)
  const perDay = bins / (range.endDay - range.startDay)
  const placeOf = (day: DayNumber): number => Math.min(Math.max((day - range.startDay) * perDay, 0), bins)
  let seen = 0
  for (const { kind, extent } of items) {
    if (++seen % MANY_IN_A_PART === 0) yield
    const [column, change] = [counts[colourOf[kind]], changes[colourOf[kind]]]
    const [fromDay, toDay] = beginOf(extent)
    const [from, to] = [placeOf(fromDay), placeOf(toDay)]
    const first = Math.min(Math.floor(from), bins - 1)
    const last = Math.max(Math.ceil(to) - 1, first)
    if (first === last) {
      add(column, first, 1)
      continue
    }
    const perBin = 1 / (to - from)
    add(column, first, (first + 1 - from) * perBin)
    add(column, last, (to - last) * perBin)
    add(change, first + 1, perBin)
    add(change, last, -perBin)
  }
  for (const colour of new Set(Object.values(colourOf))) addSums(counts[colour], changes[colour])
  let most = 0
  for (let bin = 0; bin < bins; bin += 1) most = Math.max(most, countOf(counts, bin))
  return { range, counts, most }
}

const ofEachColour = <C extends string>(colourOf: Readonly<Record<ItemKind, C>>, length: number) =>
  Object.fromEntries(Object.values(colourOf).map((colour) => [colour, new Float64Array(length)])) as Record<
    C,
    Float64Array
  >

function add(column: Float64Array, bin: number, count: number): void {
  column[bin] = (column[bin] ?? 0) + count
}

/** Sums of fractions come back to nearly nothing where they should come back to nothing. */
const NOTHING = 1e-7

function addSums(column: Float64Array, change: Float64Array): void {
  let sum = 0
  for (let bin = 0; bin < column.length; bin += 1) {
    sum += change[bin] ?? 0
    if (sum > NOTHING) add(column, bin, sum)
  }
}

/** All that begins in a bin. */
export const countOf = (counts: Readonly<Record<string, Float64Array>>, bin: number): number =>
  Object.values(counts).reduce((sum, column) => sum + (column[bin] ?? 0), 0)

/** Of bars `heightPx` high at the most: by the square root, so that one beside thousands is seen; never under `LEAST_BAR_PX`. */
export function overviewBarPx(count: number, most: number, heightPx: number): number {
  if (count === 0) return 0
  return Math.max(LEAST_BAR_PX, Math.sqrt(count / Math.max(most, 1)) * heightPx)
}

export const LEAST_BAR_PX = 2
