import { InSlices } from './in-slices'

/** Does what nobody waits for, once nothing has moved for a while. `step` says whether there is more. */
export class AtRest {
  private isOpen = false
  private later: ReturnType<typeof setTimeout> | undefined
  private readonly slices: InSlices

  constructor(
    private readonly afterMs: number,
    step: () => boolean,
  ) {
    this.slices = new InSlices(step, () => {
      this.stop()
    })
  }

  begin(): void {
    this.isOpen = true
    this.postpone()
  }

  /** Something is done or moves: what is left waits anew. */
  postpone(): void {
    if (!this.isOpen) return
    this.slices.stop()
    clearTimeout(this.later)
    this.later = setTimeout(() => {
      this.slices.start(false)
    }, this.afterMs)
  }

  stop(): void {
    this.isOpen = false
    this.slices.stop()
    clearTimeout(this.later)
  }
}
