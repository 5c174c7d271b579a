/** What a frame may spend on the next stage, at the least and at the most. */
const LEAST_MS = 1.5
const MOST_MS = 5
const LEAST_CHANGES = 6
const MOST_CHANGES = 40
/** A frame that took this much longer than the display's own was late. */
const LATE = 1.4
/** Longer ones are no frames of a move, but pauses between moves. */
const PAUSE_MS = 400

/**
 * How much of the next stage a frame can take on beside drawing. Nobody knows before how long a browser will style,
 * lay out and paint; so a frame that comes late halves what the next ones do, and each on time adds a little.
 */
export class FrameBudget {
  private share = 0.5
  private before: number | null = null
  /** Between two frames that nothing delayed: what the display can do. */
  private periodMs = 1000 / 60

  /** At the beginning of each frame of a moving picture. */
  frame(now: number): void {
    const ms = this.before === null ? PAUSE_MS : now - this.before
    this.before = now
    if (ms >= PAUSE_MS || ms <= 0) return
    // A faster display is found out at once; one that was taken for faster than it is, by and by.
    this.periodMs = ms < this.periodMs ? Math.max(ms, 4) : this.periodMs + (ms - this.periodMs) * 0.002
    this.share = ms > this.periodMs * LATE ? Math.max(this.share / 2, 0) : Math.min(this.share + 0.06, 1)
  }

  get partMs(): number {
    return LEAST_MS + (MOST_MS - LEAST_MS) * this.share
  }

  get changes(): number {
    return Math.round(LEAST_CHANGES + (MOST_CHANGES - LEAST_CHANGES) * this.share)
  }
}
