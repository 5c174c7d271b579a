import type { TimeWindow } from '../../domain/model/view'
import type { Drag } from '../ui/pointer-drag'
import { draggedWindow, type Hold } from './frame-drag'
import type { Edges } from './shown-frame'
import type { StripScale } from './strip-scale'

export interface StripDragHost {
  show(window: TimeWindow, smooth: boolean): void
  /** Marks what is being chosen, in px; null takes the mark away. */
  choosing(choice: Edges | null): void
}

/**
 * Moves the frame or one of its edges, and the timeline with it. Choosing a part marks it and shows it when it is
 * let go, which is calmer than another picture for each move. Given up, all is as it was.
 */
export class StripDrag implements Drag {
  private px = 0
  private next: TimeWindow

  constructor(
    private readonly hold: Hold,
    private readonly before: TimeWindow,
    private readonly fromDay: number,
    private readonly scale: StripScale,
    private readonly host: StripDragHost,
  ) {
    this.next = before
  }

  move(_pointer: PointerEvent, dxPx: number): void {
    this.px += dxPx
    this.next = draggedWindow(this.hold, this.before, this.fromDay, this.scale.daysOf(this.px))
    if (this.hold !== 'empty') this.host.show(this.next, false)
    else this.host.choosing({ left: this.scale.xOf(this.next.startDay), right: this.scale.xOf(this.next.endDay) })
  }

  end(): void {
    this.host.choosing(null)
    if (this.hold === 'empty') this.host.show(this.next, true)
  }

  cancel(): void {
    this.host.choosing(null)
    if (this.hold !== 'empty') this.host.show(this.before, true)
  }
}
