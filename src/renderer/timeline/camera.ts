import type { TimeWindow } from '../../domain/model/view'
import { withinLimits } from './window-math'

const EASE_MS = 180

export interface CameraHost {
  now(): number
  requestFrame(callback: () => void): number
  cancelFrame(handle: number): void
  /** Whether the user asked for less motion: then every move is a jump. */
  reducedMotion(): boolean
  show(window: TimeWindow): void
}

const easeOut = (part: number): number => 1 - (1 - part) ** 3

/**
 * Which part of the time axis is shown, and the way there. A new target from the user takes over
 * from where the picture is now, so that turning the wheel fast is one smooth move.
 */
export class Camera {
  private shown: TimeWindow
  private from: TimeWindow
  private target: TimeWindow
  private startedAt = 0
  private frame: number | null = null

  constructor(
    window: TimeWindow,
    private readonly host: CameraHost,
  ) {
    this.shown = this.from = this.target = withinLimits(window)
  }

  /** What is on the screen now. */
  get window(): TimeWindow {
    return this.shown
  }

  /** Where the picture is going: further wheel turns count from here. */
  get destination(): TimeWindow {
    return this.target
  }

  /** Whether the picture is still on its way. */
  get moving(): boolean {
    return this.frame !== null
  }

  jumpTo(window: TimeWindow): void {
    this.stop()
    this.shown = this.from = this.target = withinLimits(window)
    this.host.show(this.shown)
  }

  moveTo(window: TimeWindow): void {
    if (this.host.reducedMotion()) {
      this.jumpTo(window)
      return
    }
    this.from = this.shown
    this.target = withinLimits(window)
    this.startedAt = this.host.now()
    this.frame ??= this.host.requestFrame(this.step)
  }

  /** Shows the same time otherwise, such as in a narrower view. A flight goes on to where it was going. */
  refit(fit: (window: TimeWindow) => TimeWindow): void {
    const { moving, target } = this
    this.jumpTo(fit(this.shown))
    if (moving) this.moveTo(fit(target))
  }

  stop(): void {
    if (this.frame !== null) this.host.cancelFrame(this.frame)
    this.frame = null
    this.target = this.shown
  }

  private readonly step = (): void => {
    const part = Math.min((this.host.now() - this.startedAt) / EASE_MS, 1)
    this.shown = part === 1 ? this.target : between(this.from, this.target, easeOut(Math.max(part, 0)))
    this.frame = part === 1 ? null : this.host.requestFrame(this.step)
    this.host.show(this.shown)
  }
}

/** Between two windows: widths go by ratio, so that a long zoom looks even from start to end. */
function between(from: TimeWindow, to: TimeWindow, part: number): TimeWindow {
  const [fromWidth, toWidth] = [from.endDay - from.startDay, to.endDay - to.startDay]
  const width = fromWidth * (toWidth / fromWidth) ** part
  // The day that stands still in a zoom from one to the other keeps its place on the screen.
  const widthPart = Math.abs(fromWidth - toWidth) < 1e-9 ? part : (width - fromWidth) / (toWidth - fromWidth)
  const startDay = from.startDay + (to.startDay - from.startDay) * widthPart
  return { startDay, endDay: startDay + width }
}
