import { footprintOf } from '../../domain/layout/footprint'
import { meetsWindow } from '../../domain/layout/in-window'
import { placeLanes, type RowBudget } from '../../domain/layout/place-lanes'
import type { CountMark, Lane, PlacedItem, PlacedLane, TextMeasurer } from '../../domain/layout/timeline-item'
import { packingScale } from '../../domain/layout/zoom-step'
import type { Locale } from '../../domain/model/names'
import type { TimeWindow } from '../../domain/model/view'
import { laneHeight } from './lane-view'

/**
 * One thing to draw in a lane, over the days that its mark and label together take at this scale,
 * cut to what the stage covers: a browser cannot lay out a bar that is a million px wide.
 */
export interface StagedItem {
  readonly key: string
  readonly lane: string
  readonly row: number
  readonly startDay: number
  readonly endDay: number
  readonly drawn:
    { readonly kind: 'item'; readonly placed: PlacedItem } | { readonly kind: 'mark'; readonly mark: CountMark }
}

export interface Stage {
  readonly lanes: readonly PlacedLane[]
  readonly items: readonly StagedItem[]
  /** The days it holds items for: the window and some room around it, so that panning is free. */
  readonly covered: TimeWindow
  readonly pxPerDay: number
}

export interface StageInput {
  readonly lanes: readonly Lane[]
  readonly collapsed: ReadonlySet<string>
  readonly locale: Locale
  readonly measurer: TextMeasurer
  readonly rows: RowBudget
  readonly pinned: ReadonlySet<string>
}

/** Widths of the window kept ready on either side. */
const ROOM = 0.75
/** The width of a mark's count in px, at the most. */
export const MARK_PX = 44

/**
 * What the window shows of the placed lanes. Rows come from the scale alone, so a stage for another
 * window of the same scale holds the same rows; the last placing is kept for that.
 */
export class Staging {
  private placedFor: { readonly input: StageInput; readonly pxPerDay: number; readonly lanes: PlacedLane[] } | null =
    null

  stage(input: StageInput, window: TimeWindow, widthPx: number): Stage {
    const pxPerDay = packingScale(widthPx / (window.endDay - window.startDay))
    const lanes = this.place(input, pxPerDay)
    const room = (window.endDay - window.startDay) * ROOM
    const covered = { startDay: window.startDay - room, endDay: window.endDay + room }
    return { lanes, items: lanes.flatMap((lane) => staged(lane, pxPerDay, covered)), covered, pxPerDay }
  }

  /** Whether a stage still serves a window: same scale step, and the window within what it covers. */
  serves(stage: Stage, window: TimeWindow, widthPx: number): boolean {
    return (
      stage.covered.startDay <= window.startDay &&
      stage.covered.endDay >= window.endDay &&
      stage.pxPerDay === packingScale(widthPx / (window.endDay - window.startDay))
    )
  }

  /** All lanes placed at one scale; the last answer is kept. */
  place(input: StageInput, pxPerDay: number): PlacedLane[] {
    const last = this.placedFor
    if (last?.pxPerDay === pxPerDay && last.input === input) return last.lanes
    const lanes = placeLanes({ ...input, pxPerDay })
    this.placedFor = { input, pxPerDay, lanes }
    return lanes
  }
}

function staged(placedLane: PlacedLane, pxPerDay: number, covered: TimeWindow): StagedItem[] {
  const { lane, windowed } = placedLane
  const { items, marks } = windowed?.layout(covered) ?? placedLane
  const found: StagedItem[] = []
  for (const placed of items) {
    const { extent } = placed.item
    if (!meetsWindow(extent, covered)) continue
    const { leftPx, rightPx } = footprintOf(extent, pxPerDay, placed.labelWidthPx)
    const startDay = extent.leadFrom ?? extent.earliest
    const endDay = Math.max(extent.latest, startDay + (rightPx - leftPx) / pxPerDay)
    found.push({
      key: placed.key,
      lane: lane.id,
      row: placed.row,
      startDay: Math.max(startDay, covered.startDay),
      endDay: Math.min(endDay, covered.endDay),
      drawn: { kind: 'item', placed },
    })
  }
  for (const mark of marks) {
    if (mark.startDay >= covered.endDay || mark.endDay <= covered.startDay) continue
    found.push({
      key: mark.key,
      lane: lane.id,
      row: mark.row,
      startDay: Math.max(mark.startDay, covered.startDay),
      endDay: Math.min(Math.max(mark.endDay, mark.startDay + MARK_PX / pxPerDay), covered.endDay),
      drawn: { kind: 'mark', mark },
    })
  }
  return found
}

/** Of a stage, what can be seen without scrolling or panning; the rest can be drawn once that is on the screen. */
export function firstScreen(stage: Stage, window: TimeWindow, heightPx: number): Stage {
  let top = 0
  const seen = new Set<string>()
  for (const placed of stage.lanes) {
    if (top > heightPx) break
    seen.add(placed.lane.id)
    top += laneHeight(placed)
  }
  const inSight = ({ lane, startDay, endDay }: StagedItem) =>
    seen.has(lane) && startDay < window.endDay && endDay > window.startDay
  return { ...stage, items: stage.items.filter(inSight) }
}
