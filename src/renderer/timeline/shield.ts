/**
 * Lies over the picture while it moves. A browser looks after every frame for what has come to lie under the
 * pointer; among hundreds of things that takes a good part of the frame, and all of them are gone in the next.
 */
export class Shield {
  private readonly element = document.createElement('div')

  constructor(canvas: HTMLElement) {
    this.element.className = SHIELD
    this.element.hidden = true
    canvas.append(this.element)
  }

  raise(isMoving: boolean): void {
    if (this.element.hidden === isMoving) this.element.hidden = !isMoving
  }
}

const SHIELD = 'timeline-shield'

/** What the pointer is on, though the picture still moves. */
export function elementUnder(event: MouseEvent): Element | null {
  const { target, clientX, clientY } = event
  if (!(target instanceof Element)) return null
  if (!target.classList.contains(SHIELD)) return target
  return document.elementsFromPoint(clientX, clientY).find((element) => element !== target) ?? null
}
