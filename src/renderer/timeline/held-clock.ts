/** A clock that stands still for some frames: what moves by it moves a moment later, and no faster for that. */
export class HeldClock {
  private frames = 0
  private heldMs = 0
  private before = 0

  /** From now on, and for so many frames. */
  hold(frames: number): void {
    this.frames = frames
  }

  /** At the beginning of each frame. */
  frame(now: number): void {
    if (this.frames > 0) {
      this.frames -= 1
      this.heldMs += now - this.before
    }
    this.before = now
  }

  at(now: number): number {
    return now - this.heldMs
  }
}
