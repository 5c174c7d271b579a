const CLICK_PX = 4

export interface Holding {
  /** So many px from where it began; not before it has left that place. */
  move(px: number): void
  /** Let go; `moved`: after a drag, and not as a click. */
  drop(moved: boolean): void
  /** Given up by Escape or by the system. */
  giveUp(): void
}

/** Follows a pointer from its press on an element until it is let go. The answer gives up what is going on. */
export function holdPointer(element: HTMLElement, down: PointerEvent, holding: Holding): () => void {
  let moved = false
  element.setPointerCapture(down.pointerId)
  const move = (event: PointerEvent): void => {
    const px = event.clientX - down.clientX
    moved ||= Math.abs(px) >= CLICK_PX
    if (moved) holding.move(px)
  }
  const done = new AbortController()
  const drop = (): void => {
    done.abort()
    holding.drop(moved)
  }
  const giveUp = (): void => {
    if (done.signal.aborted) return
    done.abort()
    if (element.hasPointerCapture(down.pointerId)) element.releasePointerCapture(down.pointerId)
    holding.giveUp()
  }
  const key = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    giveUp()
  }
  const { signal } = done
  element.addEventListener('pointermove', move, { signal })
  element.addEventListener('pointerup', drop, { signal })
  element.addEventListener('pointercancel', giveUp, { signal })
  window.addEventListener('keydown', key, { signal, capture: true })
  return giveUp
}
