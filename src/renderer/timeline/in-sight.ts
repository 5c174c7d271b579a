import type { LaneBand } from '../../domain/layout/lane-place'
import type { TimeWindow } from '../../domain/model/view'
import { LANE_PADDING_PX, ROW_PX } from './measures'
import type { StagedItem } from './stage'

/** A part of the lanes, in px from the top of the first. */
export interface Heights {
  readonly topPx: number
  readonly bottomPx: number
}

/** All of the lanes. */
export const ALL_HEIGHTS: Heights = { topPx: -Infinity, bottomPx: Infinity }

/** Above and below what can be seen, so much is drawn as well, for who scrolls. */
const ROOM_PX = 240

export const withRoom = ({ topPx, bottomPx }: Heights): Heights => ({
  topPx: topPx - ROOM_PX,
  bottomPx: bottomPx + ROOM_PX,
})

/** What is seen once the lanes are so high in all: a browser scrolls up where they end before that. */
export function seenOf({ topPx, bottomPx }: Heights, lanesPx: number): Heights {
  const up = Math.max(Math.min(topPx, bottomPx - lanesPx), 0)
  return { topPx: topPx - up, bottomPx: bottomPx - up }
}

export const holds = (outer: Heights, inner: Heights): boolean =>
  outer.topPx <= inner.topPx && outer.bottomPx >= inner.bottomPx

/** Where the row of something staged begins, in px from the top of the first lane. */
export const topOf = ({ lane, row }: StagedItem, bands: ReadonlyMap<string, LaneBand>): number =>
  (bands.get(lane)?.top ?? 0) + LANE_PADDING_PX + row * ROW_PX

/** Whether any of a row is between two heights; `top`: where the row begins. */
export const isRowBetween = (top: number, { topPx, bottomPx }: Heights): boolean =>
  top + ROW_PX > topPx && top < bottomPx

/** Of what is staged, what a window shows without panning. */
export const inWindow = (items: readonly StagedItem[], { startDay, endDay }: TimeWindow): StagedItem[] =>
  items.filter((staged) => staged.startDay < endDay && staged.endDay > startDay)
