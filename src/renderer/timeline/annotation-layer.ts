import { annotationMarks, type AnnotationMark } from '../../domain/layout/annotation-marks'
import type { Document } from '../../domain/model/document'
import type { TimeWindow } from '../../domain/model/view'
import { dragPlace } from './drag-place'
import { windowAt } from './window-math'

interface Place {
  readonly dx: number
  readonly dy: number
}

export interface AnnotationHost {
  select(annotation: string): void
  place(annotation: string, place: Place, nudge: boolean): void
  redraw(): void
}

interface Drawn {
  mark: AnnotationMark
  readonly band: HTMLElement
  readonly box: HTMLElement
  readonly leader: HTMLElement
  /** While the box is dragged, and until the document has the new place. */
  moved: Place | null
}

const FIRST_PX = 10
const STEP_PX = 30
const STEPS = 6
const EDGE_PX = 4
const NUDGE_PX = 8
/** A box that is not placed stands beside its line. */
const BESIDE_PX = 14

/** Notes on dates and spans, over and under the lanes: a line or a band, and a box with the first line. */
export class AnnotationLayer {
  private readonly drawn = new Map<string, Drawn>()
  private letGo: (() => void)[] = []
  private shownOf: Document | null = null
  private selected: string | null = null

  constructor(
    private readonly under: HTMLElement,
    private readonly over: HTMLElement,
    private readonly host: AnnotationHost,
  ) {}

  /** Makes, changes and drops elements so that they are those of the document. */
  show(document: Document): void {
    if (this.shownOf === document) return
    this.shownOf = document
    const marks = annotationMarks(document)
    const wanted = new Set(marks.map(({ id }) => id))
    for (const [id, { band, box, leader }] of this.drawn) {
      if (wanted.has(id)) continue
      for (const element of [band, box, leader]) element.remove()
      this.drawn.delete(id)
    }
    for (const [at, mark] of marks.entries()) this.take(mark, at)
    this.highlight(this.selected)
  }

  /** A window that shows a note; null where it can be seen already, and for what is no note on a date. */
  windowFor(annotation: string, shown: TimeWindow): TimeWindow | null {
    const mark = this.drawn.get(annotation)?.mark
    if (mark === undefined) return null
    const begin = Number.isFinite(mark.earliest) ? mark.earliest : mark.latest
    const margin = (shown.endDay - shown.startDay) * 0.05
    if (begin >= shown.startDay + margin && begin <= shown.endDay - margin * 4) return null
    return windowAt(shown, begin, Number.isFinite(mark.latest) ? mark.latest : undefined)
  }

  highlight(selected: string | null): void {
    this.selected = selected
    for (const [id, { box, band }] of this.drawn)
      for (const element of [box, band]) element.classList.toggle('note-selected', id === selected)
  }

  draw(window: TimeWindow, widthPx: number): void {
    const pxPerDay = widthPx / (window.endDay - window.startDay)
    for (const drawn of this.drawn.values()) place(drawn, window, pxPerDay, widthPx)
  }

  dispose(): void {
    for (const letGo of this.letGo) letGo()
    this.letGo = []
    this.under.replaceChildren()
    this.over.replaceChildren()
    this.drawn.clear()
  }

  private take(mark: AnnotationMark, at: number): void {
    let drawn = this.drawn.get(mark.id)
    if (drawn === undefined) {
      drawn = this.make(mark)
      this.drawn.set(mark.id, drawn)
    }
    drawn.mark = mark
    drawn.moved = null
    const { band, box, leader } = drawn
    for (const element of [band, box, leader]) {
      element.dataset['colour'] = mark.colour
      element.dataset['kind'] = mark.kind
      element.classList.toggle('note-soft', !mark.exact)
    }
    if (box.textContent !== mark.title) box.textContent = mark.title
    box.dataset['row'] = String(at % STEPS)
  }

  private make(mark: AnnotationMark): Drawn {
    const element = (tag: 'div' | 'button', name: string): HTMLElement => {
      const made = document.createElement(tag)
      made.className = `${name} note-colour`
      made.dataset['annotation'] = mark.id
      return made
    }
    const [band, leader, box] = [
      element('div', 'note-band'),
      element('div', 'note-leader'),
      element('button', 'note-box'),
    ]
    box.setAttribute('type', 'button')
    this.under.append(band)
    this.over.append(leader, box)
    const drawn: Drawn = { mark, band, box, leader, moved: null }
    box.addEventListener('click', () => {
      this.host.select(mark.id)
    })
    box.addEventListener('keydown', (event) => {
      this.nudge(drawn, event)
    })
    this.letGo.push(
      dragPlace(box, {
        begin: () => placeOf(drawn),
        move: (to) => {
          drawn.moved = to
          this.host.redraw()
        },
        end: (to) => {
          this.host.place(mark.id, to, false)
        },
        cancel: () => {
          drawn.moved = null
          this.host.redraw()
        },
      }),
    )
    return drawn
  }

  private nudge(drawn: Drawn, event: KeyboardEvent): void {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, -1],
      ArrowDown: [0, 1],
    }
    const step = steps[event.key]
    if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    const { dx, dy } = placeOf(drawn)
    const to = { dx: dx + step[0] * NUDGE_PX, dy: Math.max(0, dy + step[1] * NUDGE_PX) }
    drawn.moved = to
    this.host.redraw()
    this.host.place(drawn.mark.id, to, true)
  }
}

function placeOf({ mark, moved, box }: Drawn): Place {
  const dy = FIRST_PX + Number(box.dataset['row'] ?? 0) * STEP_PX
  return moved ?? mark.place ?? { dx: mark.kind === 'date' ? BESIDE_PX : 0, dy }
}

function place(drawn: Drawn, window: TimeWindow, pxPerDay: number, widthPx: number): void {
  const { mark, band, box, leader } = drawn
  const left = (Math.max(mark.earliest, window.startDay - 1) - window.startDay) * pxPerDay
  const right = (Math.min(mark.latest, window.endDay + 1) - window.startDay) * pxPerDay
  const { dx, dy } = placeOf(drawn)
  const anchor = mark.kind === 'date' ? (left + right) / 2 : left
  const out = right < 0 || left > widthPx
  const far = anchor + dx > widthPx || anchor + dx < -box.offsetWidth
  for (const element of [band, box, leader]) element.hidden = out && (element === band || far)
  if (band.hidden && box.hidden) return
  band.style.transform = `translateX(${String(left)}px)`
  band.style.width = `${String(Math.max(right - left, 0))}px`
  // The title of a band that begins left of the window stays in view for as long as the band does.
  const width = box.offsetWidth
  const sticky = mark.kind === 'span' ? Math.max(anchor + dx, Math.min(EDGE_PX, right - width)) : anchor + dx
  box.style.transform = `translate(${String(Math.round(sticky))}px, ${String(dy)}px)`
  const from = sticky > anchor ? anchor : sticky + width
  const length = sticky > anchor ? sticky - anchor : anchor - sticky - width
  leader.hidden ||= mark.kind === 'span' ? sticky >= anchor && sticky <= right : length <= 0
  leader.style.transform = `translate(${String(from)}px, ${String(dy + Math.round(box.offsetHeight / 2))}px)`
  leader.style.width = `${String(Math.max(length, 0))}px`
  leader.classList.toggle('note-leader-left', sticky <= anchor)
}
