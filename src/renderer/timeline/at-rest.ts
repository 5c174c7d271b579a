import { InSlices } from '../ui/in-slices'

const INPUTS = ['keydown', 'beforeinput', 'pointerdown', 'wheel'] as const
const LISTENING = { capture: true, passive: true }

/** Does what nobody waits for, once nobody has done anything for a while. `step` says whether there is more. */
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
    for (const input of INPUTS) window.addEventListener(input, this.postpone, LISTENING)
    this.postpone()
  }

  /** Something is done or moves: what is left waits anew. */
  readonly postpone = (): void => {
    if (!this.isOpen) return
    this.slices.stop()
    clearTimeout(this.later)
    this.later = setTimeout(() => {
      this.slices.start(false)
    }, this.afterMs)
  }

  stop(): void {
    this.isOpen = false
    for (const input of INPUTS) window.removeEventListener(input, this.postpone, LISTENING)
    this.slices.stop()
    clearTimeout(this.later)
  }
}
