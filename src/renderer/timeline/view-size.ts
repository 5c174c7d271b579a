interface Size {
  readonly clientWidth: number
  readonly clientHeight: number
  readonly windowWidth: number
}

/** Watches how much room the lanes have, and whether it was the window that changed or a panel beside them. */
export class ViewSize {
  private size: Size
  private readonly observer: ResizeObserver

  constructor(
    private readonly scroller: HTMLElement,
    onChange: (byWindow: boolean) => void,
  ) {
    this.size = this.read()
    this.observer = new ResizeObserver(() => {
      const [before, now] = [this.size, this.read()]
      if (before.clientWidth === now.clientWidth && before.clientHeight === now.clientHeight) return
      this.size = now
      onChange(before.windowWidth !== now.windowWidth)
    })
  }

  get heightPx(): number {
    return this.size.clientHeight
  }

  watch(): void {
    this.observer.observe(this.scroller)
  }

  dispose(): void {
    this.observer.disconnect()
  }

  private read(): Size {
    const { clientWidth, clientHeight } = this.scroller
    return { clientWidth, clientHeight, windowWidth: window.innerWidth }
  }
}
