import type { Drag } from './pointer-drag'

/** A rectangle drawn over the canvas; what is drawn inside or under its edges is selected when it is let go. */
export class BoxSelect implements Drag {
  private readonly box = document.createElement('div')
  private to: { readonly x: number; readonly y: number }
  private readonly from: { readonly x: number; readonly y: number }

  constructor(
    private readonly canvas: HTMLElement,
    press: PointerEvent,
    private readonly select: (records: readonly string[]) => void,
  ) {
    // Held by the canvas and not by the screen, so that it may be scrolled while the box is open.
    this.from = this.to = this.placeOf(press)
    this.box.className = 'select-box'
  }

  begin(): void {
    this.canvas.after(this.box)
  }

  move(pointer: PointerEvent): void {
    this.to = this.placeOf(pointer)
    const { left, top, right, bottom } = this.rect()
    this.box.style.left = `${String(left)}px`
    this.box.style.top = `${String(top)}px`
    this.box.style.width = `${String(right - left)}px`
    this.box.style.height = `${String(bottom - top)}px`
  }

  end(): void {
    this.box.remove()
    const rect = this.rect()
    const { left, top } = this.canvas.getBoundingClientRect()
    const records = new Set<string>()
    for (const item of this.canvas.querySelectorAll<HTMLElement>('.item')) {
      const record = item.dataset['record']
      const parts = [...item.querySelectorAll('.head, .bar')].map((part) => part.getBoundingClientRect())
      const hit = parts.some(
        (part) =>
          part.left - left < rect.right &&
          part.right - left > rect.left &&
          part.top - top < rect.bottom &&
          part.bottom - top > rect.top,
      )
      if (hit && record !== undefined) records.add(record)
    }
    this.select([...records])
  }

  cancel(): void {
    this.box.remove()
  }

  private placeOf({ clientX, clientY }: PointerEvent): { x: number; y: number } {
    const { left, top } = this.canvas.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }

  private rect() {
    const { from, to } = this
    return {
      left: Math.min(from.x, to.x),
      right: Math.max(from.x, to.x),
      top: Math.min(from.y, to.y),
      bottom: Math.max(from.y, to.y),
    }
  }
}
