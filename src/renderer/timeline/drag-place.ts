import type { Offset } from './note-geometry'

export interface DragPlaceHost {
  begin(): Offset
  move(to: Offset): void
  end(): void
  cancel(): void
}

/** Moves under this are a click. */
const THRESHOLD_PX = 4

/** Drags a part of a note over the lanes; Escape puts it back. The click that ends a drag is swallowed. Returns the way to let go. */
export function dragPlace(box: HTMLElement, host: DragPlaceHost): () => void {
  let drag: { pointer: number; x: number; y: number; from: Offset; moved: boolean } | null = null
  let swallow = false

  const down = (event: PointerEvent): void => {
    // Else the lanes behind the box would be dragged with it.
    event.stopPropagation()
    if (event.button !== 0) return
    swallow = false
    drag = { pointer: event.pointerId, x: event.clientX, y: event.clientY, from: host.begin(), moved: false }
    box.setPointerCapture(event.pointerId)
  }
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== drag?.pointer) return
    const [x, y] = [event.clientX - drag.x, event.clientY - drag.y]
    if (!drag.moved && Math.hypot(x, y) < THRESHOLD_PX) return
    drag.moved = true
    box.classList.add('note-dragging')
    host.move({ dx: drag.from.dx + x, dy: drag.from.dy + y })
  }
  const finish = (keep: boolean): void => {
    const moved = drag?.moved ?? false
    drag = null
    box.classList.remove('note-dragging')
    if (!moved) return
    swallow = true
    if (keep) host.end()
    else host.cancel()
  }
  const up = (event: PointerEvent): void => {
    if (event.pointerId !== drag?.pointer) return
    // Where it is let go counts, though the last move may not have been told.
    move(event)
    finish(true)
  }
  const cancelled = (event: PointerEvent): void => {
    if (event.pointerId === drag?.pointer) finish(false)
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || drag === null) return
    event.preventDefault()
    event.stopPropagation()
    finish(false)
  }
  const click = (event: MouseEvent): void => {
    if (!swallow) return
    swallow = false
    event.stopImmediatePropagation()
  }
  box.addEventListener('pointerdown', down)
  box.addEventListener('pointermove', move)
  box.addEventListener('pointerup', up)
  box.addEventListener('pointercancel', cancelled)
  box.addEventListener('click', click, { capture: true })
  window.addEventListener('keydown', key, { capture: true })
  return () => {
    window.removeEventListener('keydown', key, { capture: true })
  }
}
