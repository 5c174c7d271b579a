import type { CountMark, TimelineItem } from '../../domain/layout/timeline-item'
import type { TimeWindow } from '../../domain/model/view'
import type { Camera } from './camera'
import { emptyWindow, panned, widthOf, windowAt, windowOver, zoomed } from './window-math'

/** Who zooms into something wants to see a part of the window at the most. */
const CLOSER = 0.5
const FINE_ZOOM = 0.08

/** The ways about the axis that buttons and commands ask for. */
export class Navigation {
  constructor(
    private readonly camera: Camera,
    private readonly content: () => { readonly items: readonly TimelineItem[]; readonly todayDay: number },
  ) {}

  fitAll(): void {
    const { items, todayDay } = this.content()
    this.camera.moveTo(windowOver(items) ?? emptyWindow(todayDay))
  }

  fitItems(records: readonly string[]): void {
    const wanted = new Set(records)
    const window = windowOver(this.content().items.filter(({ record }) => wanted.has(record)))
    if (window !== undefined) this.camera.moveTo(window)
  }

  /** Shows what a mark counts; never less closely than now, for what passes through may reach far. */
  zoomInto({ records, startDay, endDay }: CountMark): void {
    const wanted = new Set(records)
    const shown = this.camera.destination
    const all = windowOver(this.content().items.filter(({ record }) => wanted.has(record)))
    if (all !== undefined && widthOf(all) < widthOf(shown) * CLOSER) this.camera.moveTo(all)
    else {
      const middle = (Math.max(startDay, shown.startDay) + Math.min(endDay, shown.endDay)) / 2
      const half = (widthOf(shown) * CLOSER) / 2
      this.camera.moveTo({ startDay: middle - half, endDay: middle + half })
    }
  }

  /** Shows a window; `smooth`: by moving there. */
  show(window: TimeWindow, smooth: boolean): void {
    if (smooth) this.camera.moveTo(window)
    else this.camera.jumpTo(window)
  }

  /** About the middle, unless told which day stays where it is. So little as a pinch gives needs no way there. */
  zoomBy(factor: number, aboutDay?: number): void {
    const { startDay, endDay } = this.camera.destination
    const next = zoomed(this.camera.destination, factor, aboutDay ?? (startDay + endDay) / 2)
    if (Math.abs(factor - 1) < FINE_ZOOM) this.camera.jumpTo(next)
    else this.camera.moveTo(next)
  }

  panBy(part: number): void {
    this.camera.moveTo(panned(this.camera.destination, part))
  }

  /** Shows a span, or a day in the middle at the present scale. */
  goTo(startDay: number, endDay?: number): void {
    this.camera.moveTo(windowAt(this.camera.destination, startDay, endDay))
  }

  currentWindow(): TimeWindow {
    return this.camera.window
  }
}
