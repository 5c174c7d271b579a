/** Moves under this are a click. */
const THRESHOLD_PX = 4

/** What a drag does from its first move on. */
export interface Drag {
  begin?(): void
  move(pointer: PointerEvent, dxPx: number, dyPx: number): void
  /** Let go: inside the surface, outside the window, or where it could not be heard. */
  end(): void
  /** Given up by Escape, or by the system. A drag without it ends in place and does not hear Escape. */
  cancel?(): void
}

/**
 * Drags with mouse, pen or finger. `grab` says at each press what a drag from there would do, or null.
 * The press itself is left alone, so clicks on items still come through; the click that ends a drag is
 * swallowed. Returns the way to let go.
 */
export function pointerDrag(surface: HTMLElement, grab: (press: PointerEvent) => Drag | null): () => void {
  let pointer: number | null = null
  let drag: Drag | null = null
  let dragging = false
  let [lastX, lastY] = [0, 0]

  const down = (event: PointerEvent): void => {
    if (pointer !== null || event.button !== 0) return
    dragging = false
    drag = grab(event)
    if (drag === null) return
    pointer = event.pointerId
    ;[lastX, lastY] = [event.clientX, event.clientY]
  }
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== pointer || drag === null) return
    // The button was let go where we could not hear of it, outside the window.
    if ((event.buttons & 1) === 0) {
      finish('end')
      return
    }
    const [dx, dy] = [event.clientX - lastX, event.clientY - lastY]
    if (!dragging) {
      if (Math.hypot(dx, dy) < THRESHOLD_PX) return
      dragging = true
      surface.setPointerCapture(event.pointerId)
      window.addEventListener('keydown', key, { capture: true })
      drag.begin?.()
    }
    ;[lastX, lastY] = [event.clientX, event.clientY]
    drag.move(event, dx, dy)
  }
  const finish = (how: 'end' | 'cancel'): void => {
    const held = drag
    pointer = null
    drag = null
    window.removeEventListener('keydown', key, { capture: true })
    if (!dragging || held === null) return
    if (how === 'cancel' && held.cancel !== undefined) held.cancel()
    else held.end()
  }
  const up = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return
    // Where it is let go counts, though the last move may not have been told.
    const [dx, dy] = [event.clientX - lastX, event.clientY - lastY]
    if (dragging && (dx !== 0 || dy !== 0)) drag?.move(event, dx, dy)
    finish('end')
  }
  const cancelled = (event: PointerEvent): void => {
    if (event.pointerId === pointer) finish('cancel')
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || drag?.cancel === undefined) return
    event.preventDefault()
    event.stopPropagation()
    finish('cancel')
  }
  const click = (event: MouseEvent): void => {
    if (!dragging) return
    dragging = false
    event.stopPropagation()
  }
  const listeners = [
    ['pointerdown', down],
    ['pointermove', move],
    ['pointerup', up],
    ['pointercancel', cancelled],
  ] as const
  for (const [name, listener] of listeners) surface.addEventListener(name, listener)
  surface.addEventListener('click', click, { capture: true })
  return () => {
    if (drag !== null) finish('cancel')
    for (const [name, listener] of listeners) surface.removeEventListener(name, listener)
    surface.removeEventListener('click', click, { capture: true })
  }
}
