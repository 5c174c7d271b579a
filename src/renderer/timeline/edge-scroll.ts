import type { Drag } from '../ui/pointer-drag'

export interface EdgeScrollHost {
  /** The part of the page in which the picture may be dragged on. */
  view(): { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }
  /** Moves the picture on, in px; what is right of or below the view comes in for positive ones. */
  scroll(dxPx: number, dyPx: number): void
  now(): number
  requestFrame(callback: () => void): number
  cancelFrame(handle: number): void
}

/** Of the page: the time that is shown across, the lanes that are shown down. `pan`: through time, in px. */
export function edgeScrollHost(
  { axis, scroller }: { readonly axis: HTMLElement; readonly scroller: HTMLElement },
  pan: (dxPx: number) => void,
): EdgeScrollHost {
  return {
    view() {
      const { left, right } = axis.getBoundingClientRect()
      const { top, bottom } = scroller.getBoundingClientRect()
      return { left, right, top, bottom }
    },
    scroll(dxPx, dyPx) {
      if (dyPx !== 0) scroller.scrollTop += dyPx
      if (dxPx !== 0) pan(dxPx)
    },
    now: () => performance.now(),
    requestFrame: (callback) => requestAnimationFrame(callback),
    cancelFrame: (handle) => {
      cancelAnimationFrame(handle)
    },
  }
}

/** How near to an edge the pointer must be, and how fast the picture then goes, at the edge itself and beyond. */
const EDGE_PX = 32
const FASTEST_PX_PER_S = 900
const LONGEST_FRAME_MS = 50

/** How fast to scroll for a pointer at `at`, in px a second: none well inside, faster towards and past an edge. */
export function speedAt(at: number, start: number, end: number): number {
  const into = at < start + EDGE_PX ? at - start - EDGE_PX : at > end - EDGE_PX ? at - end + EDGE_PX : 0
  return Math.max(-1, Math.min(into / EDGE_PX, 1)) * FASTEST_PX_PER_S
}

/**
 * The same drag, under which the picture goes on while the pointer is held at an edge of the view. Only from
 * the moment that the pointer has been well inside: an item at the edge can be taken hold of in peace.
 */
export function withEdgeScroll(drag: Drag, host: EdgeScrollHost): Drag {
  let pointer: PointerEvent | null = null
  let frame: number | null = null
  let last = 0
  let beenInside = false

  const speeds = (at: PointerEvent): { x: number; y: number } => {
    const { left, right, top, bottom } = host.view()
    return { x: speedAt(at.clientX, left, right), y: speedAt(at.clientY, top, bottom) }
  }
  const step = (): void => {
    frame = null
    if (pointer === null) return
    const { x, y } = speeds(pointer)
    if (x === 0 && y === 0) return
    const seconds = Math.min(host.now() - last, LONGEST_FRAME_MS) / 1000
    last = host.now()
    host.scroll(x * seconds, y * seconds)
    drag.move(pointer, 0, 0)
    frame = host.requestFrame(step)
  }
  const stop = (): void => {
    pointer = null
    if (frame !== null) host.cancelFrame(frame)
    frame = null
  }
  const wrapped: Drag = {
    begin: () => drag.begin?.(),
    move(to, dx, dy) {
      drag.move(to, dx, dy)
      pointer = to
      const { x, y } = speeds(to)
      const inside = x === 0 && y === 0
      beenInside ||= inside
      if (inside || !beenInside || frame !== null) return
      last = host.now()
      frame = host.requestFrame(step)
    },
    end() {
      stop()
      drag.end()
    },
  }
  if (drag.cancel === undefined) return wrapped
  return {
    ...wrapped,
    cancel() {
      stop()
      drag.cancel?.()
    },
  }
}
