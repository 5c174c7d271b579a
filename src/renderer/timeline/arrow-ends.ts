import type { Box } from '../../domain/layout/arrow-route'
import type { CountMark, PlacedLane, TimelineItem, WindowedLane } from '../../domain/layout/timeline-item'
import type { TimeWindow } from '../../domain/model/view'
import { laneHeight } from './lane-view'
import { LANE_PADDING_PX, ROW_PX } from './measures'
import { MARK_PX, type Stage } from './stage'

const GLYPH_PX = 18
const INSET_PX = 3

/** Where the end of an arrow stands, whatever the window shows: days across, px down from the first lane. */
export interface ArrowEnd {
  readonly startDay: number
  /** The end of a point; a bar counts by its beginning alone, for that is the day which a link speaks of. */
  readonly endDay: number
  readonly leastPx: number
  /** The mark that counts it; null where it is drawn itself. */
  readonly mark: string | null
  readonly top: number
  readonly bottom: number
}

/** Records, and the first day of each, where it is known. */
export type WantedEnds = ReadonlyMap<string, number | null>

/**
 * The ends of arrows among placed lanes: records as they are drawn, in whatever lane; else the mark that
 * counts them, where they had no room or their lane is folded. Where that stands for what is long, it does so along
 * all of its length, and the arrow ends where the record begins.
 */
export function arrowEnds({ lanes }: Pick<Stage, 'lanes'>, wanted: WantedEnds): Map<string, ArrowEnd> {
  const drawn = new Map<string, ArrowEnd>()
  const counted = new Map<string, ArrowEnd>()
  let laneTop = 0
  for (const placed of lanes) {
    const rowOf = (row: number): Pick<ArrowEnd, 'top' | 'bottom'> => {
      const top = laneTop + LANE_PADDING_PX + row * ROW_PX
      return { top: top + INSET_PX, bottom: top + ROW_PX - INSET_PX }
    }
    const { items, marks } = placed.windowed === null ? placed : found(placed.windowed, wanted)
    for (const { item, row } of items)
      if (wanted.has(item.record) && !drawn.has(item.record)) drawn.set(item.record, { ...daysOf(item), ...rowOf(row) })
    for (const mark of marks)
      for (const record of mark.records)
        if (wanted.has(record) && !counted.has(record))
          counted.set(record, { ...endInMark(mark, wanted.get(record) ?? null), ...rowOf(mark.row) })
    laneTop += laneHeight(placed)
  }
  return new Map([...counted, ...drawn])
}

function endInMark(
  { key, counts, startDay, endDay }: CountMark,
  begins: number | null,
): Omit<ArrowEnd, 'top' | 'bottom'> {
  const day = counts === 'passing' && begins !== null ? Math.min(Math.max(begins, startDay), endDay) : startDay
  return { startDay: day, endDay: day, leastPx: day === startDay ? MARK_PX : GLYPH_PX, mark: key }
}

function found(lane: WindowedLane, wanted: WantedEnds): Pick<PlacedLane, 'items' | 'marks'> {
  const all = [...wanted.keys()].map((record) => lane.find(record))
  return {
    items: all.flatMap((one) => (one !== null && 'item' in one ? [one.item] : [])),
    marks: all.flatMap((one) => (one !== null && 'mark' in one ? [one.mark] : [])),
  }
}

function daysOf({ shape, extent }: TimelineItem): Pick<ArrowEnd, 'startDay' | 'endDay' | 'leastPx' | 'mark'> {
  const { earliest, latest, openEnd } = extent
  return { startDay: earliest, endDay: shape === 'span' || openEnd ? earliest : latest, leastPx: GLYPH_PX, mark: null }
}

/** The end in px of the drawn area, for a window. */
export function boxOfEnd(end: ArrowEnd, { startDay, endDay }: TimeWindow, widthPx: number): Box {
  const pxPerDay = widthPx / (endDay - startDay)
  const left = (end.startDay - startDay) * pxPerDay
  return {
    left,
    right: Math.max((end.endDay - startDay) * pxPerDay, left + end.leastPx),
    top: end.top,
    bottom: end.bottom,
  }
}
