import type { AnnotationMark } from '../../domain/layout/annotation-marks'
import type { NoteElements } from './annotation-elements'
import { dragPlace } from './drag-place'
import type { Offset } from './note-geometry'
import { noteKeys } from './note-keys'

/** Where the pointer or a key has put the place that a note hangs on. */
export interface NewPlace {
  readonly lane: string
  readonly day: number
  readonly down: number
}

export interface NoteHost {
  select(annotation: string): void
  /** The box was put elsewhere beside its target; `nudge`: by a key. */
  place(annotation: string, place: Offset, nudge: boolean): void
  /** The place itself was moved. */
  move(annotation: string, at: NewPlace, nudge: boolean): void
  /** The lane and the day at a point of the drawn area, in px; null where there is no lane. */
  placeAt(x: number, y: number): NewPlace | null
  redraw(): void
}

export interface HandledNote extends NoteElements {
  mark: AnnotationMark
  /** While the box or the place is dragged, and until the document has the new one. */
  moved: Offset | null
  movedAt: NewPlace | null
}

/** Where a note stands now: its box from its target, and its place in the drawn area. */
export interface NoteWhereabouts {
  offset(): Offset
  point(): Offset
}

/** Lets a note be chosen, dragged and moved by keys: its box, and for a place the dot it hangs on. Returns the way to let go. */
export function handleNote(note: HandledNote, where: NoteWhereabouts, host: NoteHost): () => void {
  // Over the lanes only; what hangs on a place may also stand above it.
  const leastY = (): number => (note.mark.kind === 'place' ? -where.point().dy : 0)
  const cancel = (): void => {
    note.moved = note.movedAt = null
    host.redraw()
  }
  const moveBox = (to: Offset): void => {
    note.moved = { dx: to.dx, dy: Math.max(leastY(), to.dy) }
    host.redraw()
  }
  const movePlace = ({ dx, dy }: Offset): void => {
    note.movedAt = host.placeAt(dx, dy) ?? note.movedAt
    host.redraw()
  }
  note.box.addEventListener('click', () => {
    host.select(note.mark.id)
  })
  note.box.addEventListener('keydown', (event) => {
    noteKeys(event, (x, y, ofPlace) => {
      const from = ofPlace ? where.point() : where.offset()
      const to = { dx: from.dx + x, dy: from.dy + y }
      if (!ofPlace) {
        moveBox(to)
        host.place(note.mark.id, note.moved ?? to, true)
      } else if (note.mark.kind === 'place') {
        movePlace(to)
        if (note.movedAt !== null) host.move(note.mark.id, note.movedAt, true)
      }
    })
  })
  const letGo = [
    dragPlace(note.box, {
      begin: where.offset,
      move: moveBox,
      end() {
        if (note.moved !== null) host.place(note.mark.id, note.moved, false)
      },
      cancel,
    }),
    dragPlace(note.leader, {
      begin: where.point,
      move: movePlace,
      end() {
        if (note.movedAt !== null) host.move(note.mark.id, note.movedAt, false)
      },
      cancel,
    }),
  ]
  return () => {
    for (const one of letGo) one()
  }
}
