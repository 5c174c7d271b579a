import type { Locale } from '../../domain/model/names'
import type { TimeWindow } from '../../domain/model/view'
import { dayInWords } from '../../domain/time/date-words'
import type { DayNumber } from '../../domain/time/day-number'
import { pointerDrag, type Drag } from '../ui/pointer-drag'
import './cursors.css'

/** A day that is marked by a line that one can drag. */
export interface DateCursor {
  readonly id: string
  readonly day: DayNumber
  /** What it is, to who cannot see it. */
  readonly name: string
  /** Stands on its flag beside the date; null for none. */
  readonly mark: string | null
}

export interface CursorHost {
  dayAt(clientX: number): number
  locale(): Locale
  /** Moves the picture on under a drag at its edge. */
  withEdges(drag: Drag): Drag
  /** Told for each move of a drag, and for a key. */
  moved(id: string, day: DayNumber): void
  redraw(): void
}

interface Drawn {
  cursor: DateCursor
  /** Ahead of what is given while it is dragged. */
  heldAt: DayNumber | null
  widthPx: number
  readonly line: HTMLElement
  readonly flag: HTMLElement
  readonly letGo: readonly (() => void)[]
}

const DAYS_OF_KEY: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, PageUp: -30, PageDown: 30 }
const WITH_SHIFT = 7
/** Years of four places, which is what dates are written in. */
const [FIRST, LAST] = [-719_528, 2_932_896]

/** Date cursors: lines over the lanes with a flag on the axis, dragged by either and moved by keys. */
export class CursorLayer {
  private drawn: Drawn[] = []

  constructor(
    private readonly lines: HTMLElement,
    private readonly axis: HTMLElement,
    private readonly host: CursorHost,
  ) {}

  set(cursors: readonly DateCursor[]): void {
    for (const gone of this.drawn.filter(({ cursor }) => !cursors.some(({ id }) => id === cursor.id))) this.remove(gone)
    this.drawn = cursors.map((cursor) => {
      const there = this.drawn.find((each) => each.cursor.id === cursor.id)
      if (there === undefined) return this.made(cursor)
      there.cursor = cursor
      return there
    })
    for (const each of this.drawn) this.write(each)
  }

  draw(window: TimeWindow, areaPx: number): void {
    for (const each of this.drawn) {
      const x = ((dayOf(each) - window.startDay) * areaPx) / (window.endDay - window.startDay)
      const outside = x < 0 || x > areaPx
      for (const element of [each.line, each.flag]) if (element.hidden !== outside) element.hidden = outside
      if (outside) continue
      if (each.widthPx === 0) each.widthPx = each.flag.offsetWidth
      each.line.style.transform = `translateX(${String(x)}px)`
      const left = Math.max(0, Math.min(x - each.widthPx / 2, areaPx - each.widthPx))
      each.flag.style.transform = `translateX(${String(left)}px)`
    }
  }

  dispose(): void {
    for (const each of this.drawn) this.remove(each)
    this.drawn = []
  }

  private made(cursor: DateCursor): Drawn {
    const [line, flag] = [document.createElement('div'), document.createElement('div')]
    line.className = 'cursor'
    flag.className = 'cursor-flag'
    flag.tabIndex = 0
    flag.setAttribute('role', 'slider')
    for (const element of [line, flag]) element.dataset['cursor'] = cursor.id
    this.lines.append(line)
    this.axis.append(flag)
    const grab = (press: PointerEvent): Drag | null => {
      const found = this.drawn.find(({ line: own }) => own === line)
      return found === undefined ? null : this.host.withEdges(this.dragOf(found, press))
    }
    const letGo = [line, flag].map((element) => pointerDrag(element, grab))
    // Else the axis would pan under it.
    flag.addEventListener('pointerdown', (event) => {
      event.stopPropagation()
    })
    flag.addEventListener('keydown', (event) => {
      this.key(event, cursor.id)
    })
    return { cursor, heldAt: null, widthPx: 0, line, flag, letGo }
  }

  private write(each: Drawn): void {
    const { line, flag, cursor } = each
    const words = dayInWords(dayOf(each), this.host.locale())
    const text = cursor.mark === null ? words : `${words} · ${cursor.mark}`
    if (flag.textContent !== text) {
      flag.textContent = text
      each.widthPx = 0
    }
    flag.setAttribute('aria-label', cursor.name)
    flag.setAttribute('aria-valuenow', String(dayOf(each)))
    flag.setAttribute('aria-valuetext', text)
    for (const element of [line, flag]) element.classList.toggle('cursor-marked', cursor.mark !== null)
  }

  private dragOf(each: Drawn, press: PointerEvent): Drag {
    const before = each.cursor.day
    const offBy = this.host.dayAt(press.clientX) - before
    const to = (day: number): void => {
      const next = Math.max(FIRST, Math.min(Math.round(day), LAST))
      if (next === dayOf(each)) return
      each.heldAt = next
      this.write(each)
      this.host.redraw()
      this.host.moved(each.cursor.id, next)
    }
    const end = (): void => {
      for (const element of [each.line, each.flag]) element.classList.remove('cursor-held')
      each.heldAt = null
    }
    return {
      begin: () => {
        for (const element of [each.line, each.flag]) element.classList.add('cursor-held')
        each.heldAt = before
      },
      move: (pointer) => {
        to(this.host.dayAt(pointer.clientX) - offBy)
      },
      end: () => {
        // Told anew, for what is given may still be a frame behind.
        const day = dayOf(each)
        end()
        each.cursor = { ...each.cursor, day }
      },
      cancel: () => {
        to(before)
        end()
      },
    }
  }

  private key(event: KeyboardEvent, id: string): void {
    const days = DAYS_OF_KEY[event.key]
    const each = this.drawn.find(({ cursor }) => cursor.id === id)
    if (each === undefined || days === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    const next = Math.max(FIRST, Math.min(each.cursor.day + days * (event.shiftKey ? WITH_SHIFT : 1), LAST))
    each.cursor = { ...each.cursor, day: next }
    this.write(each)
    this.host.redraw()
    this.host.moved(id, next)
  }

  private remove({ line, flag, letGo }: Drawn): void {
    for (const one of letGo) one()
    line.remove()
    flag.remove()
  }
}

const dayOf = ({ heldAt, cursor }: Drawn): DayNumber => heldAt ?? cursor.day
