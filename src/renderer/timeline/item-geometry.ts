import { GLYPH_PX, LABEL_GAP_PX } from '../../domain/layout/footprint'
import type { StagedItem } from './stage'

/** Stretches of days that one thing on the stage is drawn over, cut to what the stage covers. */
export interface ItemDays {
  readonly startDay: number
  readonly barFrom: number
  readonly barTo: number
  /** Where its bar ends if it is not cut: the label of a long bar may slide up to there. */
  readonly latest: number
  /** The px that glyph and label take. */
  readonly headPx: number
  readonly isItem: boolean
}

/** Where its parts stand, in px from its own left edge; `x` is that edge, from the left of the window. */
export interface ItemGeometry {
  readonly x: number
  readonly barLeft: number
  readonly barWidth: number
  readonly headLeft: number
}

const INSET_PX = 8
const HALF_GLYPH_PX = GLYPH_PX / 2

export function daysOf({ startDay, endDay, drawn }: StagedItem, markPx: number): ItemDays {
  const within = (day: number): number => Math.min(Math.max(day, startDay), endDay)
  if (drawn.kind === 'mark')
    return { startDay, barFrom: startDay, barTo: endDay, latest: drawn.mark.endDay, headPx: markPx, isItem: false }
  const { item, labelWidthPx } = drawn.placed
  const { earliest, latest } = item.extent
  const headPx = GLYPH_PX + LABEL_GAP_PX + labelWidthPx + INSET_PX
  return { startDay, barFrom: within(earliest), barTo: within(latest), latest, headPx, isItem: true }
}

/**
 * Glyph and label of a bar, or the count of a mark, that begins left of the window slide along it so that they
 * stay in view, but never past its own end, where the next one of the row may stand.
 */
export function geometryOf(days: ItemDays, windowStart: number, pxPerDay: number): ItemGeometry {
  const x = (days.startDay - windowStart) * pxPerDay
  const barLeft = (days.barFrom - days.startDay) * pxPerDay
  const barWidth = Math.max((days.barTo - days.barFrom) * pxPerDay, 0)
  const left = x + barLeft
  const slide =
    left < INSET_PX ? Math.min(INSET_PX - left, (days.latest - windowStart) * pxPerDay - left - days.headPx) : 0
  const rest = days.isItem ? barLeft + Math.min(barWidth / 2, INSET_PX) - HALF_GLYPH_PX : 0
  return { x, barLeft, barWidth, headLeft: rest + Math.max(slide, 0) }
}
