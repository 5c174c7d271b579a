import { footprintOf } from '../../domain/layout/footprint'
import { meetsWindow } from '../../domain/layout/in-window'
import { placingLanes, type RowBudget } from '../../domain/layout/place-lanes'
import { toTheEnd, type InParts } from '../../domain/model/in-parts'
import type { CountMark, Lane, PlacedItem, PlacedLane, TextMeasurer } from '../../domain/layout/timeline-item'
import { isSameWanted, type Wanted } from '../../domain/layout/wanted'
import { packingScale } from '../../domain/layout/zoom-step'
import type { Locale } from '../../domain/model/names'
import type { TimeWindow } from '../../domain/model/view'

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
    /** `pxPerDay`: the scale of the stage. */
    | { readonly kind: 'item'; readonly placed: PlacedItem; readonly pxPerDay: number }
    /** `widthPx`: how wide it is at the scale of the stage. */
    | { readonly kind: 'mark'; readonly mark: CountMark; readonly widthPx: number }
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
  readonly wanted: Wanted
}

/** Whether the same is staged of both, at every scale. */
export const isSameInput = (a: StageInput, b: StageInput): boolean =>
  a.lanes === b.lanes &&
  a.collapsed === b.collapsed &&
  a.locale === b.locale &&
  a.measurer === b.measurer &&
  a.rows.available === b.rows.available &&
  a.rows.leastPerLane === b.rows.leastPerLane &&
  a.rows.extraForSpans === b.rows.extraForSpans &&
  a.rows.mostPerLane === b.rows.mostPerLane &&
  isSameWanted(a.wanted, b.wanted)

/** Widths of the window kept ready on either side. */
const ROOM = 0.35
/** With less than this left on a side, more is made ready. */
const LEAST_ROOM = 0.15
/** Scales whose rows are kept, for who zooms in and back out again. */
const KEPT_SCALES = 6
/** The width of a mark's count in px, at the most. */
export const MARK_PX = 44
/** A day packed narrower than this is told by its glyph alone. */
export const LEAST_DAY_PX = 6

/**
 * What the window shows of the placed lanes. Rows come from the scale alone, so a stage for another
 * window of the same scale holds the same rows; the last placings are kept for that.
 */
export class Staging {
  private placings: { readonly input: StageInput; readonly pxPerDay: number; readonly lanes: PlacedLane[] }[] = []

  stage(input: StageInput, window: TimeWindow, widthPx: number): Stage {
    return toTheEnd(this.staging(input, window, widthPx))
  }

  /** The same, lane by lane, for who has other things to do in between. */
  *staging(input: StageInput, window: TimeWindow, widthPx: number): InParts<Stage> {
    const pxPerDay = packingScale(widthPx / (window.endDay - window.startDay))
    const lanes = yield* this.placing(input, pxPerDay)
    const room = (window.endDay - window.startDay) * ROOM
    const covered = { startDay: window.startDay - room, endDay: window.endDay + room }
    const items: StagedItem[] = []
    for (const lane of lanes) {
      items.push(...staged(lane, pxPerDay, covered))
      yield
    }
    return { lanes, items, covered, pxPerDay }
  }

  /** Whether a stage still serves a window: same scale step, and enough room on either side. */
  serves(stage: Stage, window: TimeWindow, widthPx: number): boolean {
    const room = (window.endDay - window.startDay) * LEAST_ROOM
    const { startDay, endDay } = window
    return (
      covers(stage, { startDay: startDay - room, endDay: endDay + room }) &&
      stage.pxPerDay === packingScale(widthPx / (endDay - startDay))
    )
  }

  /** All lanes placed at one scale. */
  place(input: StageInput, pxPerDay: number): PlacedLane[] {
    return toTheEnd(this.placing(input, pxPerDay))
  }

  private *placing(input: StageInput, pxPerDay: number): InParts<PlacedLane[]> {
    const known = this.placings.find((one) => one.input === input && one.pxPerDay === pxPerDay)
    if (known !== undefined) return known.lanes
    const lanes = yield* placingLanes({ ...input, pxPerDay })
    const others = this.placings.filter((one) => one.input === input).slice(0, KEPT_SCALES - 1)
    this.placings = [{ input, pxPerDay, lanes }, ...others]
    return lanes
  }
}

/** Whether a stage has any of a window. */
export const touches = ({ covered }: Stage, { startDay, endDay }: TimeWindow): boolean =>
  covered.startDay < endDay && covered.endDay > startDay

/** Whether a stage has all of a window. */
export const covers = ({ covered }: Stage, { startDay, endDay }: TimeWindow): boolean =>
  covered.startDay <= startDay && covered.endDay >= endDay

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
      drawn: { kind: 'item', placed, pxPerDay },
    })
  }
  for (const mark of marks) {
    if (mark.startDay >= covered.endDay || mark.endDay <= covered.startDay) continue
    const startDay = Math.max(mark.startDay, covered.startDay)
    const endDay = Math.min(Math.max(mark.endDay, mark.startDay + MARK_PX / pxPerDay), covered.endDay)
    const drawn = { kind: 'mark', mark, widthPx: (endDay - startDay) * pxPerDay } as const
    found.push({ key: mark.key, lane: lane.id, row: mark.row, startDay, endDay, drawn })
  }
  return found
}
