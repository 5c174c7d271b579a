import type { TimeWindow } from '../../domain/model/view'
import type { Drag } from '../ui/pointer-drag'
import { wheelIntent } from '../ui/wheel'
import type { Plot } from './plot-geometry'

export interface PlotGesturesHost {
  plot(): Plot | null
  /** Px from the left of the lane. */
  xIn(clientX: number): number
  /** What is pointed at is let go: it moves away from under the pointer. */
  leave(): void
  show(window: TimeWindow): void
  zoom(factor: number, aboutDay: number): void
}

const moved = ({ startDay, endDay }: TimeWindow, days: number): TimeWindow => ({
  startDay: startDay + days,
  endDay: endDay + days,
})
const daysPerPx = ({ window, size }: Plot): number => (window.endDay - window.startDay) / size.widthPx

/** As on the timeline: a drag and two fingers move through time, a wheel and a pinch zoom. */
export function plotGestures({ plot: shown, xIn, leave, show, zoom }: PlotGesturesHost) {
  return {
    grab(): Drag | null {
      const plot = shown()
      if (plot === null) return null
      let px = 0
      return {
        begin: leave,
        move(_pointer, dxPx) {
          px += dxPx
          show(moved(plot.window, -px * daysPerPx(plot)))
        },
        end: () => undefined,
      }
    },
    /** Two fingers up and down are left to the panel, which scrolls. */
    turn(event: WheelEvent): void {
      const plot = shown()
      const intent = wheelIntent(event)
      if (plot === null || (intent.kind === 'scroll' && Math.abs(intent.dxPx) <= Math.abs(intent.dyPx))) return
      event.preventDefault()
      leave()
      if (intent.kind === 'zoom') zoom(intent.factor, plot.dayAt(xIn(event.clientX)))
      else show(moved(plot.window, intent.dxPx * daysPerPx(plot)))
    },
    /** Moves to a day that is not shown. */
    reach(day: number): void {
      const plot = shown()
      if (plot === null) return
      const { startDay, endDay } = plot.window
      if (day < startDay || day > endDay) show(moved(plot.window, day - (startDay + endDay) / 2))
    },
  }
}
