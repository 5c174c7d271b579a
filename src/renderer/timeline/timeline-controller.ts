import type { LaneBand } from '../../domain/layout/lane-place'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import type { TimeWindow } from '../../domain/model/view'
import { AnnotationLayer } from './annotation-layer'
import { ArrowLayer } from './arrow-layer'
import { askedMenu } from './asked-menu'
import { AxisSpan } from './axis-span'
import { AxisView } from './axis-view'
import { Camera } from './camera'
import { CanvasMeasurer } from './canvas-measurer'
import { CompareLayer } from './compare-layer'
import { withEdgeScroll, type EdgeScrollHost } from './edge-scroll'
import { Editing } from './editing'
import { Gestures } from './gestures'
import { Highlights, NO_HIGHLIGHT, type Highlight } from './highlights'
import { recordsInBox, type TimeBox } from './in-box'
import { keepHeadsInView } from './item-heads'
import { laneAtHeight, laneBandsOf } from './lane-bands'
import { Navigation } from './navigation'
import type { NewPlace } from './note-handling'
import { Pointing } from './pointing'
import { rowBudgetFor } from './row-budget'
import { firstScreen, Staging, type Stage, type StageInput } from './stage'
import { TimeArea } from './time-area'
import type { TimelineContent, TimelineElements, TimelineListener } from './timeline-content'
import { Tip } from './tip'
import { ViewSize } from './view-size'
import { VisCanvas } from './vis-canvas'
import { broughtIntoView, emptyWindow, openingWindow, panned } from './window-math'

/** Joins camera, stage, canvas, axis and gestures: content and window in, one picture out. */
export class TimelineController {
  readonly navigation: Navigation
  private readonly measurer: CanvasMeasurer
  private readonly area: TimeArea
  private readonly axis: AxisView
  private readonly notes: AnnotationLayer
  private readonly camera: Camera
  private readonly canvas: VisCanvas
  private readonly staging = new Staging()
  private readonly tip: Tip
  private readonly highlights: Highlights
  private readonly arrows: ArrowLayer
  private readonly compare: CompareLayer
  private readonly gestures: Gestures
  private readonly pointing: Pointing
  private readonly editing: Editing
  private readonly size: ViewSize
  private readonly leaveMenu: () => void
  private stage: Stage | null = null
  private input: StageInput
  private announced = false
  private isAreaStale = true

  constructor(
    private readonly elements: TimelineElements,
    private content: TimelineContent,
    private readonly listener: TimelineListener,
  ) {
    this.measurer = new CanvasMeasurer(getComputedStyle(elements.frame).fontFamily)
    this.axis = new AxisView(elements, this.measurer)
    this.notes = new AnnotationLayer(elements.notesUnder, elements.notesOver, {
      select: (annotation) => {
        this.listener.select(annotation)
      },
      place: (annotation, place, nudge) => {
        this.listener.place(annotation, place, nudge)
      },
      move: (annotation, at, nudge) => {
        this.listener.movePlace(annotation, at, nudge)
      },
      placeAt: (x, y) => this.placeAt(x, y),
      redraw: () => {
        this.drawNotes()
      },
    })
    this.tip = new Tip(elements.tip, elements.frame)
    this.highlights = new Highlights(elements.frame)
    this.area = new TimeArea(elements.frame, elements.axis, elements.scroller)
    this.size = new ViewSize(elements.scroller, (byWindow) => {
      this.resized(byWindow)
    })
    this.arrows = new ArrowLayer(elements.arrows)
    this.compare = new CompareLayer(elements.frame, elements.canvas, elements.compareUnder, elements.compareOver)
    this.compare.set(content.compared)
    this.input = this.stageInput()
    const window = openingWindow(content.items) ?? emptyWindow(content.todayDay)
    this.camera = new Camera(window, {
      now: () => performance.now(),
      requestFrame: (callback) => requestAnimationFrame(callback),
      cancelFrame: (handle) => {
        cancelAnimationFrame(handle)
      },
      reducedMotion: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
      show: (shown) => {
        this.draw(shown)
      },
    })
    this.canvas = new VisCanvas(elements.canvas, content.locale, window, () => {
      this.drawn()
    })
    this.navigation = new Navigation(this.camera, () => this.content)
    this.editing = new Editing(elements.frame, elements.canvas, this.tip, {
      document: () => this.content.document,
      locale: () => this.content.locale,
      editable: () => this.content.editable,
      selection: () => this.marked.selection,
      stage: () => this.stage,
      drawn: () => this.drawnItems(),
      dayAt: (clientX) => this.area.dayAt(clientX, this.camera.window),
      clientXOf: (day) => this.area.clientXOf(day, this.camera.window),
      pxPerDay: () => this.area.pxPerDay(this.camera.window),
      edges: this.edgeScroll(),
      inBox: (box) => this.inBox(box),
      edit: (edit) => listener.edit(edit),
      create: (lane, date) => {
        listener.create(lane, date)
      },
      selectMany: (records) => {
        listener.selectMany(records)
      },
    })
    const pointed = {
      dayAt: (clientX: number) => this.area.dayAt(clientX, this.camera.window),
      clientXOf: (day: number) => this.area.clientXOf(day, this.camera.window),
      pxPerDay: () => this.area.pxPerDay(this.camera.window),
      locale: () => this.content.locale,
      spanMarked: (date: string) => {
        listener.spanMarked(date)
      },
    }
    this.gestures = new Gestures(elements, this.camera, {
      dayAt: (clientX) => this.area.dayAt(clientX, this.camera.destination),
      widthPx: () => this.area.widthPx,
      hideTip: () => {
        this.tip.hide()
      },
      grab: (press) => this.editing.grab(press),
      grabAxis: (press) =>
        press.shiftKey && this.content.editable
          ? withEdgeScroll(new AxisSpan(elements.notesUnder, press, this.tip, pointed), this.edgeScroll())
          : null,
    })
    this.leaveMenu = askedMenu(elements.frame, elements.scroller, {
      ...pointed,
      selected: () => this.marked.selected,
      placeAt: (clientX, clientY) => {
        const { left, top } = elements.notesUnder.getBoundingClientRect()
        return this.placeAt(clientX - left, clientY - top)
      },
      ask: (at) => {
        this.tip.hide()
        listener.ask(at)
      },
    })
    this.pointing = new Pointing(elements.canvas, this.tip, {
      stage: () => this.stage,
      document: () => this.content.document,
      locale: () => this.content.locale,
      listener,
      createAt: (event) => {
        this.editing.createAt(event)
      },
      zoomTo: (records) => {
        this.navigation.fitItems(records)
      },
    })
    this.draw(window)
    this.canvas.reveal()
    this.size.watch()
    this.measureAgainWithFonts()
  }

  show(content: TimelineContent): void {
    const wasEmpty = this.content.items.length === 0
    this.content = content
    this.tip.hide()
    this.compare.set(content.compared)
    this.highlights.set(this.marked, this.editing.edges())
    this.arrows.choose(this.content, this.marked.selected)
    if (wasEmpty) this.camera.jumpTo(openingWindow(content.items) ?? this.camera.window)
    this.restage()
    this.drawArrows()
    this.drawCompared()
  }

  highlight(highlight: Highlight): void {
    this.marked = highlight
    this.highlights.set(highlight, this.editing.edges())
    this.notes.highlight(highlight.selected)
    this.arrows.choose(this.content, highlight.selected)
    this.drawArrows()
  }

  /** All links as arrows, or those of the selection and its chain alone. */
  showAllArrows(all: boolean): void {
    this.arrows.showAll(all, this.content)
    this.drawArrows()
  }

  /**
   * Brings a record into view. Where it had no room and was only counted, it is pinned: from then on
   * it is drawn before all others, as what the user asked to see.
   */
  reveal(record: string): void {
    const item = this.content.items.find((candidate) => candidate.record === record)
    if (item === undefined) {
      this.wantedNote = { id: record, moved: false }
      this.seekNote()
      return
    }
    const moved = broughtIntoView(this.camera.destination, item)
    if (moved !== null) this.camera.moveTo(moved)
    if (this.isCountedOnly(record)) {
      this.pinned = new Set([record])
      this.restage()
    }
    this.highlights.scrollTo(record, this.elements.scroller)
  }

  dispose(): void {
    this.size.dispose()
    this.gestures.dispose()
    this.pointing.dispose()
    this.editing.dispose()
    this.leaveMenu()
    this.arrows.dispose()
    this.notes.dispose()
    this.camera.stop()
    this.tip.hide()
    this.canvas.dispose()
  }

  /**
   * Goes to a note that is wanted, as soon as it is drawn: first along the axis, then up or down, for
   * the heights of the lanes hang on the scale.
   */
  private seekNote(): void {
    const wanted = this.wantedNote
    if (wanted === null || this.camera.moving || !this.notes.has(wanted.id)) return
    const window = wanted.moved ? null : this.notes.windowFor(wanted.id, this.camera.destination)
    this.wantedNote = window === null ? null : { ...wanted, moved: true }
    if (window !== null) {
      this.camera.moveTo(window)
      return
    }
    const top = this.notes.topOf(wanted.id)
    if (top === null) return
    const { scroller } = this.elements
    const margin = 40
    if (top < scroller.scrollTop + margin / 4) scroller.scrollTop = top - margin
    else if (top > scroller.scrollTop + scroller.clientHeight - margin)
      scroller.scrollTop = top - scroller.clientHeight + 2 * margin
  }

  private inBox(box: TimeBox): string[] {
    const extents = new Map(this.content.items.map(({ record, extent }) => [record, extent]))
    const pxPerDay = this.area.pxPerDay(this.camera.window)
    return recordsInBox(this.stage?.lanes ?? [], box, pxPerDay, (record) => extents.get(record))
  }

  private edgeScroll(): EdgeScrollHost {
    const { axis, scroller } = this.elements
    return {
      view() {
        const { left, right } = axis.getBoundingClientRect()
        const { top, bottom } = scroller.getBoundingClientRect()
        return { left, right, top, bottom }
      },
      scroll: (dxPx, dyPx) => {
        if (dyPx !== 0) scroller.scrollTop += dyPx
        if (dxPx !== 0) this.camera.jumpTo(panned(this.camera.window, dxPx / this.area.widthPx))
      },
      now: () => performance.now(),
      requestFrame: (callback) => requestAnimationFrame(callback),
      cancelFrame: (handle) => {
        cancelAnimationFrame(handle)
      },
    }
  }

  /** What is at a point of the drawn area, in px. */
  private placeAt(x: number, y: number): NewPlace | null {
    const at = laneAtHeight(this.bands.values(), y)
    const { window } = this.camera
    return at && { ...at, day: window.startDay + x / this.area.pxPerDay(window) }
  }

  private drawNotes(): void {
    this.notes.draw({ window: this.camera.window, widthPx: this.area.widthPx, bands: this.bands })
  }

  private drawArrows(): void {
    this.arrows.draw(this.stage, this.camera.window, this.area.widthPx)
  }

  private drawCompared(): void {
    this.compare.draw(this.stage, this.camera.window, this.area.widthPx)
  }

  private stageInput(): StageInput {
    const { lanes, collapsed, locale } = this.content
    const rows = rowBudgetFor(this.elements.scroller.clientHeight)
    return { lanes, collapsed, locale, measurer: this.measurer, rows, pinned: this.pinned }
  }

  private drawnItems(): Map<string, TimelineItem> {
    const staged = this.stage?.items ?? []
    return new Map(
      staged.flatMap(({ drawn }) => (drawn.kind === 'item' ? [[drawn.placed.item.record, drawn.placed.item]] : [])),
    )
  }

  private pinned: ReadonlySet<string> = new Set()
  private marked: Highlight = NO_HIGHLIGHT
  private wantedNote: { readonly id: string; readonly moved: boolean } | null = null
  private bands: ReadonlyMap<string, LaneBand> = new Map()

  /** Labels were measured in a stand-in for as long as the fonts were not there. */
  private measureAgainWithFonts(): void {
    if (document.fonts.status === 'loaded') return
    void document.fonts.ready.then(() => {
      this.measurer.forget()
      this.notes.forgetWidths()
      this.restage()
    })
  }

  /**
   * A panel that opens covers time at the same scale, so that nothing moves but what is selected, which
   * is brought out from under it. A window of another size shows the same time.
   */
  private resized(byWindow: boolean): void {
    const { widthPx } = this.area
    this.canvas.fitContainer()
    this.area.measure(this.canvas.area())
    this.isAreaStale = true
    this.input = this.stageInput()
    this.stage = null
    const before = this.camera.destination
    const part = byWindow ? 1 : this.area.widthPx / widthPx
    this.camera.refit(({ startDay, endDay }) => ({ startDay, endDay: startDay + (endDay - startDay) * part }))
    const { endDay } = this.camera.destination
    const item = this.content.items.find(({ record }) => record === this.marked.selected)
    if (item !== undefined && item.extent.earliest < before.endDay && item.extent.earliest > endDay)
      this.reveal(item.record)
  }

  private isCountedOnly(record: string): boolean {
    const lanes = this.staging.place(this.input, this.stage?.pxPerDay ?? 1)
    return !lanes.some(({ items, windowed }) =>
      windowed === null ? items.some(({ item }) => item.record === record) : 'item' in (windowed.find(record) ?? {}),
    )
  }

  private restage(): void {
    this.input = this.stageInput()
    this.stage = null
    this.draw(this.camera.window)
  }

  private draw(window: TimeWindow): void {
    if (this.stage === null || !this.staging.serves(this.stage, window, this.area.widthPx)) {
      this.stage = this.staging.stage(this.input, window, this.area.widthPx)
      this.bands = laneBandsOf(this.stage.lanes)
      this.canvas.show(
        this.announced ? this.stage : firstScreen(this.stage, window, this.size.heightPx),
        this.content.locale,
      )
    }
    this.canvas.setWindow(window)
    // For whoever reads the picture from outside: tests, scripts, assistive tools.
    this.elements.frame.dataset['startDay'] = String(window.startDay)
    this.elements.frame.dataset['endDay'] = String(window.endDay)
    this.elements.frame.dataset['moving'] = String(this.camera.moving)
    this.axis.draw(window, this.area.widthPx, this.content.locale, this.content.todayDay)
    this.notes.show(this.content.document)
    this.drawNotes()
    this.listener.windowChanged(window)
    this.seekNote()
  }

  /** After vis-timeline has drawn: what hangs on its elements. */
  private drawn(): void {
    // The first picture comes while the constructor still runs, before there is a stage.
    if (this.stage === null) return
    // Nothing moves it but another size of the view, and to ask has the browser lay out all that was just drawn.
    if (this.isAreaStale && this.area.measure(this.canvas.area())) {
      this.axis.draw(this.camera.window, this.area.widthPx, this.content.locale, this.content.todayDay)
      this.drawNotes()
    }
    this.isAreaStale = !this.announced
    keepHeadsInView(this.elements.canvas, this.stage, this.camera.window, this.area.widthPx)
    this.highlights.apply()
    this.editing.redraw()
    this.drawArrows()
    this.drawCompared()
    if (this.announced) return
    this.announced = true
    // A task behind the frame comes when its picture has been handed over to the screen.
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.listener.usable()
        if (this.stage !== null) this.canvas.show(this.stage, this.content.locale)
      }),
    )
  }
}
