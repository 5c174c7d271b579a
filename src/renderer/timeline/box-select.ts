import type { TimeBox } from './in-box'
import type { Drag } from '../ui/pointer-drag'

export interface BoxHost {
  dayAt(clientX: number): number
  clientXOf(day: number): number
  /** The records that a box takes. */
  inBox(box: TimeBox): readonly string[]
  selectMany(records: readonly string[]): void
}

interface Corner {
  readonly day: number
  /** In px from the top of the lanes. */
  readonly y: number
}

/** A rectangle drawn over the lanes; what it takes is selected when it is let go. */
export class BoxSelect implements Drag {
  private readonly box = document.createElement('div')
  private to: Corner
  private readonly from: Corner

  constructor(
    private readonly canvas: HTMLElement,
    press: PointerEvent,
    private readonly host: BoxHost,
  ) {
    // Held by its days and its lanes and not by the screen, so that both may move on while the box is open.
    this.from = this.to = this.cornerOf(press)
    this.box.className = 'select-box'
  }

  begin(): void {
    this.canvas.after(this.box)
  }

  move(pointer: PointerEvent): void {
    this.to = this.cornerOf(pointer)
    const { startDay, endDay, top, bottom } = this.area()
    const origin = this.canvas.getBoundingClientRect().left
    const left = this.host.clientXOf(startDay)
    this.box.style.left = `${String(left - origin)}px`
    this.box.style.top = `${String(top)}px`
    this.box.style.width = `${String(this.host.clientXOf(endDay) - left)}px`
    this.box.style.height = `${String(bottom - top)}px`
  }

  end(): void {
    this.box.remove()
    this.host.selectMany(this.host.inBox(this.area()))
  }

  cancel(): void {
    this.box.remove()
  }

  private cornerOf({ clientX, clientY }: PointerEvent): Corner {
    return { day: this.host.dayAt(clientX), y: clientY - this.canvas.getBoundingClientRect().top }
  }

  private area(): TimeBox {
    const { from, to } = this
    return {
      startDay: Math.min(from.day, to.day),
      endDay: Math.max(from.day, to.day),
      top: Math.min(from.y, to.y),
      bottom: Math.max(from.y, to.y),
    }
  }
}
