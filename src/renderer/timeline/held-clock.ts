/** A clock that stands still for some frames: what moves by it moves a moment later, and no faster for that. */
export class HeldClock {
  private frames = 0
  private heldMs = 0

  /** From now on, and for so many frames. */
  hold(frames: number): void {
    this.frames = frames
  }

  /** At the beginning of each frame; `ms`: since the one before. */
  frame(ms: number): void {
    if (this.frames === 0) return
    this.frames -= 1
    this.heldMs += ms
  }

  at(now: number): number {
    return now - this.heldMs
  }
}
