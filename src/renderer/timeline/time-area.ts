import type { TimeWindow } from '../../domain/model/view'
import { LANE_LABEL_PX } from './measures'

/** The part of the timeline in which time is drawn: right of the lanes, under the axis. */
export class TimeArea {
  widthPx: number

  constructor(
    private readonly frame: HTMLElement,
    private readonly axis: HTMLElement,
    scroller: HTMLElement,
  ) {
    this.widthPx = Math.max(scroller.clientWidth - LANE_LABEL_PX, 1)
  }

  /** Takes the place that the canvas says; false when it is the same as before. */
  measure({ leftPx, widthPx }: { readonly leftPx: number; readonly widthPx: number }): boolean {
    if (widthPx === this.widthPx || widthPx < 1) return false
    this.widthPx = widthPx
    this.frame.style.setProperty('--area-left', `${String(leftPx - this.frame.getBoundingClientRect().left)}px`)
    this.frame.style.setProperty('--area-width', `${String(widthPx)}px`)
    return true
  }

  pxPerDay(window: TimeWindow): number {
    return this.widthPx / (window.endDay - window.startDay)
  }

  /** The day, with its fraction, under a place of the page. */
  dayAt(clientX: number, window: TimeWindow): number {
    return window.startDay + (clientX - this.axis.getBoundingClientRect().left) / this.pxPerDay(window)
  }

  /** Where a day is, in px of the page. */
  clientXOf(day: number, window: TimeWindow): number {
    return this.axis.getBoundingClientRect().left + (day - window.startDay) * this.pxPerDay(window)
  }
}
