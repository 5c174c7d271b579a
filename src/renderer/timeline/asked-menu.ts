import { edtfOfDay, precisionAtScale } from '../../domain/time/edtf-of-day'
import type { NewPlace } from './note-handling'

/** Where a menu was asked for, and what is there. */
export interface AskedAt {
  readonly clientX: number
  readonly clientY: number
  /** EDTF, as exact as one can point at this scale. */
  readonly date: string
  /** The lane and how far down it; null over the axis. */
  readonly place: NewPlace | null
  /** An item or a note under the pointer; for a menu asked by key, what is selected. */
  readonly record: string | null
}

export interface MenuHost {
  dayAt(clientX: number): number
  pxPerDay(): number
  /** The lane and the day at a point of the page; null where there is no lane. */
  placeAt(clientX: number, clientY: number): NewPlace | null
  selected(): string | null
  ask(at: AskedAt): void
}

/** Asks for the menu of a place: by the right button, or by key at what is selected. Returns the way to let go. */
export function askedMenu(frame: HTMLElement, scroller: HTMLElement, host: MenuHost): () => void {
  const recordAt = (target: EventTarget | null): string | null => {
    const element = target instanceof Element ? target.closest<HTMLElement>('.item, [data-annotation]') : null
    return element?.dataset['record'] ?? element?.dataset['annotation'] ?? null
  }
  /** By key there is no pointer: the menu comes up at what has the focus or is selected, else in the middle. */
  const byKey = (target: EventTarget | null): { x: number; y: number; record: string | null } => {
    const record = recordAt(target) ?? host.selected()
    const id = record === null ? '' : CSS.escape(record)
    const seen = scroller.getBoundingClientRect()
    const drawn = [
      ...frame.querySelectorAll<HTMLElement>(`.item[data-record="${id}"] .head, .note-box[data-annotation="${id}"]`),
    ]
      .map((element) => element.getBoundingClientRect())
      .find(({ left, top, width }) => width > 0 && left > seen.left && left < seen.right && top < seen.bottom)
    if (drawn !== undefined) return { x: drawn.left + 12, y: drawn.bottom - 4, record }
    return { x: (seen.left + seen.right) / 2, y: (seen.top + seen.bottom) / 2, record }
  }
  const ask = (event: MouseEvent): void => {
    event.preventDefault()
    const target = event.target instanceof Element ? event.target : null
    const isIn = (parts: string): boolean => (target?.closest(parts) ?? null) !== null
    if (isIn('.lane, .axis-corner')) return
    const pointed = { x: event.clientX, y: event.clientY, record: recordAt(target) }
    const { x, y, record } = event.button === 2 ? pointed : byKey(target)
    host.ask({
      clientX: x,
      clientY: y,
      date: edtfOfDay(Math.floor(host.dayAt(x)), precisionAtScale(host.pxPerDay())),
      place: isIn('.axis') ? null : host.placeAt(x, y),
      record,
    })
  }
  frame.addEventListener('contextmenu', ask)
  return () => {
    frame.removeEventListener('contextmenu', ask)
  }
}
