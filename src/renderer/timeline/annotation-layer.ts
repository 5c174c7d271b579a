import { annotationMarks, type AnnotationMark } from '../../domain/layout/annotation-marks'
import { topInLanes, type LaneBand } from '../../domain/layout/lane-place'
import type { Document } from '../../domain/model/document'
import type { TimeWindow } from '../../domain/model/view'
import { dressNote, makeNote, placeNote } from './annotation-elements'
import { firstOffset, noteGeometry, type Offset } from './note-geometry'
import { handleNote, type HandledNote, type NoteHost } from './note-handling'
import { windowAt } from './window-math'

/** The picture that the notes are drawn into. */
export interface NoteScene {
  readonly window: TimeWindow
  readonly widthPx: number
  readonly bands: ReadonlyMap<string, LaneBand>
}

interface Drawn extends HandledNote {
  /** Its place among the others, so that boxes that were never moved do not cover each other. */
  row: number
  /** Of the box in px; 0 until it is measured. */
  width: number
}

const FIRST_PX = 10
const STEP_PX = 30
const STEPS = 6
const BOX_PX = 22

/** Notes on dates, spans and places, over and under the lanes. */
export class AnnotationLayer {
  private readonly drawn = new Map<string, Drawn>()
  private readonly letGo = new Map<string, () => void>()
  private shown: Document | null = null
  private selected: string | null = null
  private scene: NoteScene | null = null

  constructor(
    private readonly under: HTMLElement,
    private readonly over: HTMLElement,
    private readonly host: NoteHost,
  ) {}

  /** Makes, changes and drops elements so that they are those of the document. */
  show(document: Document): void {
    if (this.shown === document) return
    this.shown = document
    const marks = annotationMarks(document)
    const wanted = new Set(marks.map(({ id }) => id))
    for (const [id, { ground, box, leader }] of this.drawn) {
      if (wanted.has(id)) continue
      for (const element of [ground, box, leader]) element.remove()
      this.letGo.get(id)?.()
      this.letGo.delete(id)
      this.drawn.delete(id)
    }
    for (const [at, mark] of marks.entries()) this.take(mark, at)
    this.highlight(this.selected)
  }

  has(annotation: string): boolean {
    return this.drawn.has(annotation)
  }

  /** Measures the boxes again, for the fonts have come. */
  forgetWidths(): void {
    for (const drawn of this.drawn.values()) drawn.width = 0
  }

  /** A window that shows a note; null where it can be seen already, and for what is no note of its own place. */
  windowFor(annotation: string, shown: TimeWindow): TimeWindow | null {
    const mark = this.drawn.get(annotation)?.mark
    if (mark === undefined) return null
    const begin = Number.isFinite(mark.earliest) ? mark.earliest : mark.latest
    const margin = (shown.endDay - shown.startDay) * 0.05
    if (begin >= shown.startDay + margin && begin <= shown.endDay - margin * 4) return null
    return windowAt(shown, begin, Number.isFinite(mark.latest) ? mark.latest : undefined)
  }

  /** How far down the box of a note stands, in px; null where it is not drawn. */
  topOf(annotation: string): number | null {
    const drawn = this.drawn.get(annotation)
    if (drawn === undefined || this.scene === null) return null
    const top = this.placeTop(drawn, this.scene)?.top
    if (drawn.mark.kind === 'place' && top === undefined) return null
    return Math.max(0, (top ?? 0) + offsetOf(drawn).dy)
  }

  highlight(selected: string | null): void {
    this.selected = selected
    for (const [id, { box, ground }] of this.drawn)
      for (const element of [box, ground]) element.classList.toggle('note-selected', id === selected)
  }

  draw(scene: NoteScene): void {
    this.scene = scene
    // All are measured before any is moved: to measure after a move would lay the page out each time.
    for (const drawn of this.drawn.values())
      if (drawn.width === 0) {
        drawn.box.hidden = false
        drawn.width = drawn.box.offsetWidth
      }
    const { window, widthPx } = scene
    for (const drawn of this.drawn.values()) {
      const top = this.placeTop(drawn, scene)
      const mark = drawn.movedAt === null ? drawn.mark : { ...drawn.mark, earliest: drawn.movedAt.day }
      const box = { width: drawn.width, height: BOX_PX }
      const offset = offsetOf(drawn)
      placeNote(
        drawn,
        noteGeometry({ mark, window, widthPx, box, offset, placeTop: top?.top ?? null }),
        top?.own === false,
      )
    }
  }

  dispose(): void {
    for (const letGo of this.letGo.values()) letGo()
    this.letGo.clear()
    this.under.replaceChildren()
    this.over.replaceChildren()
    this.drawn.clear()
  }

  private placeTop({ mark, movedAt }: Drawn, { bands }: NoteScene): ReturnType<typeof topInLanes> {
    const at = movedAt ?? mark.at
    return at === null || this.shown === null ? null : topInLanes(this.shown, bands, at)
  }

  private take(mark: AnnotationMark, at: number): void {
    let drawn = this.drawn.get(mark.id)
    if (drawn === undefined) {
      drawn = this.make(mark)
      this.drawn.set(mark.id, drawn)
    }
    if (drawn.mark.title !== mark.title) drawn.width = 0
    drawn.mark = mark
    drawn.row = at % STEPS
    drawn.moved = drawn.movedAt = null
    dressNote(drawn, mark)
  }

  private make(mark: AnnotationMark): Drawn {
    const elements = makeNote(mark.id, this.under, this.over)
    const drawn: Drawn = { ...elements, mark, row: 0, width: 0, moved: null, movedAt: null }
    const where = { offset: () => offsetOf(drawn), point: () => this.pointOf(drawn) }
    this.letGo.set(mark.id, handleNote(drawn, where, this.host))
    return drawn
  }

  /** Where the place of a note is, in px of the drawn area. */
  private pointOf(drawn: Drawn): Offset {
    if (this.scene === null) return { dx: 0, dy: 0 }
    const { window, widthPx } = this.scene
    const day = drawn.movedAt?.day ?? drawn.mark.earliest
    const dx = ((day - window.startDay) * widthPx) / (window.endDay - window.startDay)
    return { dx, dy: this.placeTop(drawn, this.scene)?.top ?? 0 }
  }
}

function offsetOf({ mark, moved, row, width }: Drawn): Offset {
  return moved ?? mark.place ?? firstOffset(mark, width, FIRST_PX + row * STEP_PX)
}
