const AT_REST_AFTER_MS = 80

export interface ComingFramesHost {
  /** Whether somebody else draws the next frame. */
  isDrivenByCamera(): boolean
  isBusy(): boolean
  draw(): void
  /** Nothing has been drawn for a moment. */
  rest(): void
}

/** Asks for one frame after another until the picture has nothing more to do, and tells when it has come to rest. */
export class ComingFrames {
  private next: number | null = null
  private atRest: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly host: ComingFramesHost) {}

  get pending(): boolean {
    return this.next !== null || this.atRest !== undefined
  }

  drawn(): void {
    clearTimeout(this.atRest)
    this.atRest = setTimeout(() => {
      this.atRest = undefined
      this.host.rest()
    }, AT_REST_AFTER_MS)
    if (!this.host.isBusy() || this.host.isDrivenByCamera()) return
    this.next ??= requestAnimationFrame(() => {
      this.next = null
      if (!this.host.isDrivenByCamera()) this.host.draw()
    })
  }

  dispose(): void {
    if (this.next !== null) cancelAnimationFrame(this.next)
    clearTimeout(this.atRest)
  }
}
