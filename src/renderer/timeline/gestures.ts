import type { Camera } from './camera'
import { pointerDrag, type Drag } from '../ui/pointer-drag'
import { wheelIntent } from '../ui/wheel'
import { panned, zoomed } from './window-math'

export interface GestureElements {
  readonly frame: HTMLElement
  readonly axis: HTMLElement
  readonly scroller: HTMLElement
  readonly canvas: HTMLElement
}

export interface GestureHost {
  dayAt(clientX: number): number
  widthPx(): number
  hideTip(): void
  /** What a press on the canvas takes hold of; null where a drag pans. */
  grab(press: PointerEvent): Drag | null
  /** The same on the axis. */
  grabAxis(press: PointerEvent): Drag | null
}

const PAN_PER_KEY = 0.12
const SCROLL_PER_KEY_PX = 78

/** Turns wheel, pinch, drag and keys into camera moves, where no item is taken hold of. vis-timeline's own gestures are off. */
export class Gestures {
  private readonly letGo: (() => void)[]

  constructor(
    private readonly elements: GestureElements,
    private readonly camera: Camera,
    private readonly host: GestureHost,
  ) {
    const { frame, axis, canvas } = elements
    frame.addEventListener('wheel', this.wheel, { passive: false })
    frame.addEventListener('keydown', this.key)
    const pan: Drag = {
      begin: () => {
        this.host.hideTip()
        frame.classList.add('timeline-dragging')
      },
      move: (_pointer, dxPx, dyPx) => {
        this.scroll(-dxPx, -dyPx)
      },
      end: () => {
        frame.classList.remove('timeline-dragging')
      },
    }
    const onLane = ({ target }: PointerEvent) => target instanceof Element && target.closest('.lane') !== null
    this.letGo = [
      pointerDrag(canvas, (press) => (onLane(press) ? null : (this.host.grab(press) ?? pan))),
      pointerDrag(axis, (press) => this.host.grabAxis(press) ?? pan),
    ]
  }

  dispose(): void {
    this.elements.frame.removeEventListener('wheel', this.wheel)
    this.elements.frame.removeEventListener('keydown', this.key)
    for (const letGo of this.letGo) letGo()
  }

  private scroll(dxPx: number, dyPx: number): void {
    if (dyPx !== 0) this.elements.scroller.scrollTop += dyPx
    if (dxPx !== 0) this.camera.jumpTo(panned(this.camera.window, dxPx / this.host.widthPx()))
  }

  private readonly wheel = (event: WheelEvent): void => {
    event.preventDefault()
    this.host.hideTip()
    const overLanes = event.target instanceof Element && event.target.closest('.lane') !== null
    const intent = wheelIntent(event)
    // Over the lane names there is no day to zoom about: the wheel scrolls the lanes there.
    if (overLanes && !event.ctrlKey) {
      this.elements.scroller.scrollTop += event.deltaY
      return
    }
    if (intent.kind === 'scroll') {
      this.scroll(intent.dxPx, intent.dyPx)
      return
    }
    const next = zoomed(this.camera.destination, intent.factor, this.host.dayAt(event.clientX))
    if (Math.abs(intent.factor - 1) < 0.08) this.camera.jumpTo(next)
    else this.camera.moveTo(next)
  }

  private readonly key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== this.elements.frame) return
    const { scroller } = this.elements
    const pan = event.shiftKey ? PAN_PER_KEY * 5 : PAN_PER_KEY
    switch (event.key) {
      case 'ArrowLeft':
        this.camera.moveTo(panned(this.camera.destination, -pan))
        break
      case 'ArrowRight':
        this.camera.moveTo(panned(this.camera.destination, pan))
        break
      case 'ArrowUp':
        scroller.scrollTop -= SCROLL_PER_KEY_PX
        break
      case 'ArrowDown':
        scroller.scrollTop += SCROLL_PER_KEY_PX
        break
      case 'PageUp':
        this.camera.moveTo(panned(this.camera.destination, -0.9))
        break
      case 'PageDown':
        this.camera.moveTo(panned(this.camera.destination, 0.9))
        break
      default:
        return
    }
    event.preventDefault()
    event.stopPropagation()
  }
}
