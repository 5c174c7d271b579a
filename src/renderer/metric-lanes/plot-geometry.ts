import type { TimeWindow } from '../../domain/model/view'
import type { LaneContent, PlotLimit, PlotPoint } from '../../domain/lanes/lane-content'

/** Above the highest place of a lane, for its name, and below the lowest. */
const TOP_PX = 18
const FOOT_PX = 10
const NEAR_PX = 12
const NEAR_LIMIT_PX = 4

export interface PlotSize {
  readonly widthPx: number
  readonly heightPx: number
}

/** Days and values to px of a lane, for one frame. */
export class Plot {
  constructor(
    readonly content: LaneContent,
    readonly window: TimeWindow,
    readonly size: PlotSize,
  ) {}

  x(day: number): number {
    const { startDay, endDay } = this.window
    return ((day - startDay) / (endDay - startDay)) * this.size.widthPx
  }

  /** Where a day's own mark stands: in the middle of it, as on the timeline. */
  markX(day: number): number {
    return this.x(day + 0.5)
  }

  y(value: number): number {
    return TOP_PX + (1 - this.content.scale.at(value)) * (this.size.heightPx - TOP_PX - FOOT_PX)
  }

  dayAt(x: number): number {
    const { startDay, endDay } = this.window
    return startDay + (x / this.size.widthPx) * (endDay - startDay)
  }

  /** The point that is nearest to a place, if one is near; of equals the one that is drawn on top. */
  pointNear(x: number, y: number): PlotPoint | null {
    let [nearest, least]: [PlotPoint | null, number] = [null, NEAR_PX]
    for (const point of this.content.points) {
      const away = Math.hypot(this.markX(point.date.last) - x, this.y(point.value) - y)
      if (away <= least) [nearest, least] = [point, away]
    }
    return nearest
  }

  /** The limit whose line passes close by, on a day on which it was in force. */
  limitNear(x: number, y: number): PlotLimit | null {
    const day = this.dayAt(x)
    const passing = this.content.limits.filter(
      ({ from, to, limit }) =>
        day >= from.first && (to === null || day < to.last) && Math.abs(this.y(limit) - y) <= NEAR_LIMIT_PX,
    )
    return passing.reduce<PlotLimit | null>((best, run) => {
      const away = Math.abs(this.y(run.limit) - y)
      return best === null || away < Math.abs(this.y(best.limit) - y) ? run : best
    }, null)
  }
}

/** A day that a lane is read on, by a name of its own. */
export interface LaneDay {
  readonly id: string
  readonly day: number
}

/** Where the values of a day stand, in px. */
export interface CursorRoom {
  readonly id: string
  readonly fromPx: number
  readonly toPx: number
}

/** So much room the values of a day take beside its line. */
const VALUES_PX = 190

/**
 * Where the values of each day stand: right of its line, or left where there is no room at the right. Of two days the
 * values look away from each other, as far as there is room; where they would meet, those of the later given have none.
 */
export function cursorRooms(plot: Plot, days: readonly LaneDay[]): CursorRoom[] {
  const earliest = Math.min(...days.map(({ day }) => day))
  const rooms: CursorRoom[] = []
  for (const { id, day } of days) {
    const x = plot.markX(day)
    const left = { id, fromPx: x - VALUES_PX, toPx: x }
    const right = { id, fromPx: x, toPx: x + VALUES_PX }
    const isEarlier = days.length > 1 && day === earliest
    const wants = isEarlier ? [left, right] : [right, left]
    const fits = wants.find(({ fromPx, toPx }) => fromPx >= 0 && toPx <= plot.size.widthPx) ?? right
    if (rooms.every((room) => room.fromPx >= fits.toPx || fits.fromPx >= room.toPx)) rooms.push(fits)
  }
  return rooms
}
