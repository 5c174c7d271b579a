import type { CountMark, TimelineItem } from '../../domain/layout/timeline-item'
import type { EdtfSide } from '../../domain/time/shift-edtf'
import { askedMenu } from './asked-menu'
import { AxisSpan } from './axis-span'
import type { Camera } from './camera'
import { withEdgeScroll, type EdgeScrollHost } from './edge-scroll'
import { Editing } from './editing'
import { Gestures } from './gestures'
import type { Highlight } from './highlights'
import { recordsInBox, type TimeBox } from './in-box'
import { Pointing } from './pointing'
import { Shield } from './shield'
import type { Shown } from './shown'
import type { TimeArea } from './time-area'
import type { TimelineElements, TimelineListener } from './timeline-content'
import { Tip } from './tip'

export interface HandlingHost {
  readonly camera: Camera
  readonly area: TimeArea
  readonly edges: EdgeScrollHost
  marked(): Highlight
  hover(record: string | null): void
  zoomInto(mark: CountMark): void
}

/** What pointer and wheel do to the timeline: hovering, panning and zooming, dragging, choosing, asking for a menu. */
export class Handling {
  private readonly tip: Tip
  private readonly editing: Editing
  private readonly gestures: Gestures
  private readonly pointing: Pointing
  private readonly shield: Shield
  private readonly leaveMenu: () => void

  constructor(
    elements: TimelineElements,
    private readonly shown: Shown,
    listener: TimelineListener,
    host: HandlingHost,
  ) {
    const { edges, area, camera } = host
    const axis = {
      dayAt: (clientX: number) => shown.dayAt(clientX),
      clientXOf: (day: number) => shown.clientXOf(day),
      pxPerDay: () => shown.pxPerDay,
      locale: () => shown.content.locale,
    }
    const spans = {
      ...axis,
      spanMarked: (date: string) => {
        listener.spanMarked(date)
      },
    }
    this.tip = new Tip(elements.tip, elements.frame)
    this.editing = new Editing(elements.frame, elements.canvas, this.tip, {
      ...axis,
      document: () => shown.content.document,
      editable: () => shown.content.editable,
      selection: () => host.marked().selection,
      stage: () => shown.stage,
      drawn: () => this.drawnItems(),
      edges,
      inBox: (box) => this.inBox(box),
      edit: (edit) => listener.edit(edit),
      create: (lane, date) => {
        listener.create(lane, date)
      },
      selectMany: (records) => {
        listener.selectMany(records)
      },
    })
    this.gestures = new Gestures(elements, camera, {
      dayAt: (clientX) => area.dayAt(clientX, camera.destination),
      widthPx: () => area.widthPx,
      hideTip: () => {
        this.tip.hide()
      },
      grab: (press) => this.editing.grab(press),
      grabAxis: (press) =>
        press.shiftKey && shown.content.editable
          ? withEdgeScroll(new AxisSpan(elements.notesUnder, press, this.tip, spans), edges)
          : null,
    })
    this.leaveMenu = askedMenu(elements.frame, elements.scroller, {
      ...spans,
      selected: () => host.marked().selected,
      placeAt: (clientX, clientY) => {
        const { left, top } = elements.notesUnder.getBoundingClientRect()
        return shown.placeAt(clientX - left, clientY - top)
      },
      ask: (at) => {
        this.tip.hide()
        listener.ask(at)
      },
    })
    this.shield = new Shield(elements.canvas)
    this.pointing = new Pointing(elements.canvas, this.tip, {
      stage: () => shown.stage,
      document: () => shown.content.document,
      locale: () => shown.content.locale,
      listener,
      hover: (record) => {
        host.hover(record)
      },
      createAt: (event) => {
        this.editing.createAt(event)
      },
      zoomTo: (mark) => {
        host.zoomInto(mark)
      },
    })
  }

  /** Which edges of the selected item can be dragged. */
  edges(): ReadonlySet<EdtfSide> {
    return this.editing.edges()
  }

  /** What is being dragged, at its place in the window that is now shown. */
  redraw(): void {
    this.editing.redraw()
  }

  /** A picture that moves is not looked through for what is under the pointer. */
  shieldFrom(isMoving: boolean): void {
    this.shield.raise(isMoving)
  }

  hideTip(): void {
    this.tip.hide()
  }

  dispose(): void {
    this.gestures.dispose()
    this.pointing.dispose()
    this.editing.dispose()
    this.leaveMenu()
    this.tip.hide()
  }

  private inBox(box: TimeBox): string[] {
    const { content, stage, pxPerDay } = this.shown
    const extents = new Map(content.items.map(({ record, extent }) => [record, extent]))
    return recordsInBox(stage?.lanes ?? [], box, pxPerDay, (record) => extents.get(record))
  }

  private drawnItems(): Map<string, TimelineItem> {
    const staged = this.shown.stage?.items ?? []
    return new Map(
      staged.flatMap(({ drawn }) => (drawn.kind === 'item' ? [[drawn.placed.item.record, drawn.placed.item]] : [])),
    )
  }
}
