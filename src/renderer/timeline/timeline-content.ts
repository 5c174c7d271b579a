import type { Lane, TimelineItem } from '../../domain/layout/timeline-item'
import type { Document } from '../../domain/model/document'
import type { Locale } from '../../domain/model/names'
import type { TimeWindow } from '../../domain/model/view'
import type { AskedAt } from './asked-menu'
import type { AxisElements } from './axis-view'
import type { Compared } from './compare-layer'
import type { DateCursor } from './cursor-layer'
import type { NewPlace } from './note-handling'
import type { TimelineEdit } from './timeline-edit'

export interface TimelineElements extends AxisElements {
  readonly frame: HTMLElement
  readonly scroller: HTMLElement
  readonly canvas: HTMLElement
  readonly tip: HTMLElement
  /** Where notes on dates and spans are drawn, under and over the lanes. */
  readonly notesUnder: HTMLElement
  readonly notesOver: HTMLElement
  readonly arrows: HTMLElement
  /** Where what differs is marked, under and over the items. */
  readonly compareUnder: HTMLElement
  readonly compareOver: HTMLElement
  /** Where the lines of date cursors are drawn. */
  readonly cursors: HTMLElement
}

export interface TimelineContent {
  readonly document: Document
  readonly items: readonly TimelineItem[]
  readonly lanes: readonly Lane[]
  readonly collapsed: ReadonlySet<string>
  readonly locale: Locale
  readonly todayDay: number
  readonly editable: boolean
  /** What is marked while two states are compared; null otherwise. */
  readonly compared: Compared | null
  readonly cursors: readonly DateCursor[]
}

export interface TimelineListener {
  select(record: string | null): void
  toggle(record: string): void
  selectMany(records: readonly string[]): void
  open(record: string): void
  /** Saves what was dragged; settles when it has been saved or refused. */
  edit(edit: TimelineEdit): Promise<unknown>
  /** Something new is asked for in a lane, at a date (EDTF). */
  create(lane: string, date: string): void
  toggleLane(lane: string): void
  /** A note was put elsewhere beside its date; `nudge`: by a key. */
  place(annotation: string, place: { dx: number; dy: number }, nudge: boolean): void
  /** The place that a note hangs on was moved. */
  movePlace(annotation: string, at: NewPlace, nudge: boolean): void
  /** A menu is asked for. */
  ask(at: AskedAt): void
  /** A span of the axis was marked, in EDTF: a note is to stand on it. */
  spanMarked(date: string): void
  /** A date cursor was dragged or moved by a key. */
  moveCursor(id: string, day: number): void
  windowChanged(window: TimeWindow): void
  usable(): void
}
