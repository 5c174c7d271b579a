/** So long may a slice take: half a frame, so that the frame it falls into still comes in time. */
const SLICE_MS = 6
/** When the window has much to do, a slice is done all the same after so long. */
const AT_THE_LATEST_MS = 400

/**
 * Does long work between frames. `step` does a little and says whether there is more; `done` is called after the
 * last, and `part` after each slice before that.
 */
export class InSlices {
  private cancel: (() => void) | null = null
  private hurried = false

  constructor(
    private readonly step: () => boolean,
    private readonly done: () => void,
    /** While it says so, also what is to be done now waits for the window to be idle. */
    private readonly isInUse: () => boolean = () => false,
  ) {}

  /** Goes on while the window is idle; `now`: as soon as each frame is drawn. */
  start(now: boolean): void {
    if (this.cancel !== null && (this.hurried || !now)) return
    this.stop()
    this.hurried = now
    this.next()
  }

  stop(): void {
    this.cancel?.()
    this.cancel = null
  }

  private next(): void {
    if (this.hurried && !this.isInUse()) {
      const timer = window.setTimeout(() => {
        this.slice(SLICE_MS)
      })
      this.cancel = () => {
        window.clearTimeout(timer)
      }
      return
    }
    const idle = requestIdleCallback(
      (deadline) => {
        this.slice(Math.min(deadline.timeRemaining(), SLICE_MS))
      },
      { timeout: AT_THE_LATEST_MS },
    )
    this.cancel = () => {
      cancelIdleCallback(idle)
    }
  }

  private slice(ms: number): void {
    this.cancel = null
    const end = performance.now() + ms
    do {
      if (this.step()) continue
      this.done()
      return
    } while (performance.now() < end)
    this.next()
  }
}
