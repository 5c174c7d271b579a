/** Moves under this are a click. */
const THRESHOLD_PX = 4

export interface DragPanHost {
  /** Whether a press here may begin a drag (not on a button). */
  mayBegin(target: EventTarget | null): boolean
  begin(): void
  move(dxPx: number, dyPx: number): void
  end(): void
}

/**
 * Drag to pan with mouse, pen or finger, along both axes. The press itself is left alone, so clicks
 * on items still come through; the click that ends a drag is swallowed. Returns the way to let go.
 */
export function dragPan(surface: HTMLElement, host: DragPanHost): () => void {
  let pointer: number | null = null
  let dragging = false
  let [lastX, lastY] = [0, 0]

  const down = (event: PointerEvent): void => {
    if (pointer !== null || event.button !== 0 || !host.mayBegin(event.target)) return
    pointer = event.pointerId
    dragging = false
    ;[lastX, lastY] = [event.clientX, event.clientY]
  }
  const move = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return
    // The button was let go where we could not hear of it, outside the window.
    if ((event.buttons & 1) === 0) {
      up(event)
      return
    }
    const [dx, dy] = [event.clientX - lastX, event.clientY - lastY]
    if (!dragging) {
      if (Math.hypot(dx, dy) < THRESHOLD_PX) return
      dragging = true
      surface.setPointerCapture(event.pointerId)
      host.begin()
    }
    ;[lastX, lastY] = [event.clientX, event.clientY]
    host.move(dx, dy)
  }
  const up = (event: PointerEvent): void => {
    if (event.pointerId !== pointer) return
    pointer = null
    if (dragging) host.end()
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
    ['pointercancel', up],
  ] as const
  for (const [name, listener] of listeners) surface.addEventListener(name, listener)
  surface.addEventListener('click', click, { capture: true })
  return () => {
    for (const [name, listener] of listeners) surface.removeEventListener(name, listener)
    surface.removeEventListener('click', click, { capture: true })
  }
}
