/** A tooltip with a heading and a line below, near the pointer and inside the timeline. */
export const DELAY_MS = 260

export interface TipText {
  readonly heading: string
  readonly lines: readonly string[]
}

export class Tip {
  private timer: number | null = null
  private key: string | null = null

  constructor(
    private readonly element: HTMLElement,
    private readonly frame: HTMLElement,
  ) {
    element.hidden = true
  }

  /** Shows the tip after a moment; a pointer that stays on the same thing changes nothing. */
  over(key: string, clientX: number, clientY: number, text: () => TipText): void {
    if (this.key === key) return
    this.hide()
    this.key = key
    this.timer = window.setTimeout(() => {
      this.show(text(), clientX, clientY)
    }, DELAY_MS)
  }

  /** Shows what is true of a drag, without a delay and at every move. */
  now(text: TipText, clientX: number, clientY: number): void {
    this.hide()
    this.show(text, clientX, clientY)
  }

  hide(): void {
    if (this.timer !== null) window.clearTimeout(this.timer)
    this.timer = null
    this.key = null
    this.element.hidden = true
  }

  private show({ heading, lines }: TipText, clientX: number, clientY: number): void {
    const strong = document.createElement('strong')
    strong.textContent = heading
    const small = lines.map((line) => {
      const element = document.createElement('small')
      element.textContent = line
      return element
    })
    this.element.replaceChildren(strong, ...small)
    this.element.hidden = false
    const frame = this.frame.getBoundingClientRect()
    const { offsetWidth, offsetHeight } = this.element
    const left = Math.min(Math.max(clientX - frame.left + 12, 8), frame.width - offsetWidth - 8)
    const below = clientY - frame.top + 18
    const top = below + offsetHeight > frame.height ? clientY - frame.top - offsetHeight - 10 : below
    this.element.style.left = `${String(left)}px`
    this.element.style.top = `${String(top)}px`
  }
}
