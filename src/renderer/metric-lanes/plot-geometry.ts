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

/** So much room the values of a day take beside its line. */
const VALUES_PX = 190

/** Where the values of a day stand, in px: right of its line, or left where there is no room at the right. */
export function cursorRoom(plot: Plot, day: number): { readonly fromPx: number; readonly toPx: number } {
  const x = plot.markX(day)
  return x > plot.size.widthPx - VALUES_PX ? { fromPx: x - VALUES_PX, toPx: x } : { fromPx: x, toPx: x + VALUES_PX }
}
