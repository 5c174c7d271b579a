import type { TimeWindow } from '../../domain/model/view'

/** Days and px of the strip, which shows the same range in all of its width until there are other items. */
export class StripScale {
  private readonly days: number

  constructor(
    private readonly range: TimeWindow,
    readonly widthPx: number,
  ) {
    this.days = range.endDay - range.startDay
  }

  xOf(day: number): number {
    return ((day - this.range.startDay) / this.days) * this.widthPx
  }

  dayAt(x: number): number {
    return this.range.startDay + this.daysOf(x)
  }

  daysOf(px: number): number {
    return (px / this.widthPx) * this.days
  }

  /** How far along the range the middle of a window is, as a percentage; at an end where it is past it. */
  percentOf({ startDay, endDay }: TimeWindow): number {
    const part = ((startDay + endDay) / 2 - this.range.startDay) / this.days
    return Math.round(Math.min(Math.max(part, 0), 1) * 100)
  }
}
