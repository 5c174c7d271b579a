import type { TimelineItem } from '../../domain/layout/timeline-item'
import { isSameWanted } from '../../domain/layout/wanted'
import type { TimeWindow } from '../../domain/model/view'
import { AnnotationLayer } from './annotation-layer'
import { ArrowLayer } from './arrow-layer'
import { askedMenu } from './asked-menu'
import { AxisSpan } from './axis-span'
import { AxisView } from './axis-view'
import { Camera } from './camera'
import { CanvasMeasurer } from './canvas-measurer'
import { ComingFrames } from './coming-frames'
import { CompareLayer } from './compare-layer'
import { CursorLayer, type DateCursor } from './cursor-layer'
import { edgeScrollHost, withEdgeScroll, type EdgeScrollHost } from './edge-scroll'
import { Editing } from './editing'
import { Gestures } from './gestures'
import { Highlights, NO_HIGHLIGHT, wantedBy, type Highlight } from './highlights'
import { recordsInBox, type TimeBox } from './in-box'
import { laneAtHeight } from './lane-bands'
import { Navigation } from './navigation'
import type { NewPlace } from './note-handling'
import { Picture } from './picture'
import { Pointing } from './pointing'
import { Revealing } from './revealing'
import { rowBudgetFor } from './row-budget'
import { RuleChain } from './rule-chain'
import type { StageInput } from './stage'
import { Shield } from './shield'
import { TimeArea } from './time-area'
import type { TimelineContent, TimelineElements, TimelineListener } from './timeline-content'
import { Tip } from './tip'
import { ViewSize } from './view-size'
import { emptyWindow, openingWindow, panned, widthOf } from './window-math'

/** Above and below what can be seen, so much is drawn as well, for who scrolls. */
const UNSEEN_PX = 240

const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Joins camera, stage, canvas, axis and gestures: content and window in, one picture out. */
export class TimelineController {
  readonly navigation: Navigation
  private measurer: CanvasMeasurer
  private readonly area: TimeArea
  private readonly axis: AxisView
  private readonly notes: AnnotationLayer
  private readonly camera: Camera
  private readonly picture: Picture
  private readonly revealing: Revealing
  private readonly tip: Tip
  private readonly highlights: Highlights
  private readonly arrows: ArrowLayer
  private readonly chain = new RuleChain()
  private readonly compare: CompareLayer
  private readonly cursors: CursorLayer
  private readonly gestures: Gestures
  private readonly pointing: Pointing
  private readonly editing: Editing
  private readonly size: ViewSize
  private readonly shield: Shield
  private readonly edges: EdgeScrollHost
  private readonly leaveMenu: () => void
  private readonly frames: ComingFrames
  /** What one went to, which may not be selected. */
  private sought: string | null = null
  private marked: Highlight = NO_HIGHLIGHT
  /** Asked of the browser in a frame, it would have to lay out all that was just moved. */
  private scrolledPx = 0

  constructor(
    private readonly elements: TimelineElements,
    private content: TimelineContent,
    private readonly listener: TimelineListener,
  ) {
    this.measurer = this.newMeasurer()
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
    this.arrows = new ArrowLayer(elements.arrows, this.chain)
    this.compare = new CompareLayer(elements.frame, elements.canvas, elements.compareUnder, elements.compareOver)
    this.compare.set(content.compared)
    const window = openingWindow(content.items) ?? emptyWindow(content.todayDay)
    this.camera = new Camera(window, {
      now: () => performance.now(),
      requestFrame: (callback) => requestAnimationFrame(callback),
      cancelFrame: (handle) => {
        cancelAnimationFrame(handle)
      },
      reducedMotion,
      show: (shown) => {
        this.draw(shown)
      },
    })
    this.picture = new Picture(elements.canvas, content.locale, this.stageInput(), {
      now: () => performance.now(),
      reducedMotion,
      dress: (box) => {
        this.highlights.dress(box)
        this.chain.dress(box)
      },
      heights: () => ({
        topPx: this.scrolledPx - UNSEEN_PX,
        bottomPx: this.scrolledPx + this.size.heightPx + UNSEEN_PX,
      }),
    })
    this.frames = new ComingFrames({
      isDrivenByCamera: () => this.camera.moving,
      isBusy: () => this.picture.busy,
      draw: () => {
        this.draw(this.camera.window)
      },
      rest: () => {
        this.rest()
      },
    })
    this.revealing = new Revealing(this.camera, elements.scroller, this.notes, {
      item: (record) => this.content.items.find((candidate) => candidate.record === record),
      topOf: (record) => this.picture.topOf(record),
      busy: () => this.picture.busy,
      isCountedOnly: (record) => this.picture.isCountedOnly(record),
      pin: (record) => {
        this.sought = record
        this.restage()
      },
    })
    this.navigation = new Navigation(this.camera, () => this.content)
    this.edges = edgeScrollHost(elements, (dxPx) => {
      this.camera.jumpTo(panned(this.camera.window, dxPx / this.area.widthPx))
    })
    this.cursors = new CursorLayer(elements.cursors, elements.axis, {
      dayAt: (clientX) => this.area.dayAt(clientX, this.camera.window),
      locale: () => this.content.locale,
      withEdges: (drag) => withEdgeScroll(drag, this.edges),
      moved: (id, day) => {
        listener.moveCursor(id, day)
      },
      redraw: () => {
        this.drawCursors()
      },
    })
    this.cursors.set(content.cursors)
    this.editing = new Editing(elements.frame, elements.canvas, this.tip, {
      document: () => this.content.document,
      locale: () => this.content.locale,
      editable: () => this.content.editable,
      selection: () => this.marked.selection,
      stage: () => this.picture.stage,
      drawn: () => this.drawnItems(),
      dayAt: (clientX) => this.area.dayAt(clientX, this.camera.window),
      clientXOf: (day) => this.area.clientXOf(day, this.camera.window),
      pxPerDay: () => this.area.pxPerDay(this.camera.window),
      edges: this.edges,
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
          ? withEdgeScroll(new AxisSpan(elements.notesUnder, press, this.tip, pointed), this.edges)
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
    this.shield = new Shield(elements.canvas)
    this.pointing = new Pointing(elements.canvas, this.tip, {
      stage: () => this.picture.stage,
      document: () => this.content.document,
      locale: () => this.content.locale,
      listener,
      hover: (record) => {
        if (!this.arrows.hover(this.content, record)) return
        this.picture.dress()
        this.drawArrows()
      },
      createAt: (event) => {
        this.editing.createAt(event)
      },
      zoomTo: (mark) => {
        this.navigation.zoomInto(mark)
      },
    })
    this.drawFirst(window)
    this.size.watch()
    elements.scroller.addEventListener('scroll', this.scrolled, { passive: true })
    this.measureAgainWithFonts()
  }

  /** Apart from the rest of the content, for they follow the pointer and nothing else hangs on them. */
  showCursors(cursors: readonly DateCursor[]): void {
    this.content = { ...this.content, cursors }
    this.cursors.set(cursors)
    this.drawCursors()
  }

  /** How wide time is drawn: what stands on the same axis elsewhere must be as wide. */
  get areaWidthPx(): number {
    return this.area.widthPx
  }

  show(content: TimelineContent): void {
    const wasEmpty = this.content.items.length === 0
    this.content = content
    this.tip.hide()
    this.compare.set(content.compared)
    this.cursors.set(content.cursors)
    this.highlights.set(this.marked, this.editing.edges())
    this.arrows.choose(this.content, this.marked.selected)
    this.picture.dress()
    if (wasEmpty) this.camera.jumpTo(openingWindow(content.items) ?? this.camera.window)
    this.restage()
  }

  highlight(highlight: Highlight): void {
    const before = this.marked
    this.marked = highlight
    this.highlights.set(highlight, this.editing.edges())
    const isOtherChain = this.arrows.choose(this.content, highlight.selected)
    this.picture.dress()
    this.notes.highlight(highlight.selected)
    const wanted = wantedBy(highlight, this.sought)
    if (!isOtherChain && isSameWanted(wanted, wantedBy(before, this.sought))) this.drawArrows()
    else {
      this.picture.want(this.chain.wantedWith(wanted))
      this.draw(this.camera.window)
    }
  }

  /** All links as arrows, or those of the selection and its chain alone. */
  showAllArrows(all: boolean): void {
    this.arrows.showAll(all, this.content)
    this.drawArrows()
  }

  reveal(record: string): void {
    this.revealing.reveal(record)
  }

  dispose(): void {
    this.size.dispose()
    this.gestures.dispose()
    this.pointing.dispose()
    this.editing.dispose()
    this.leaveMenu()
    this.arrows.dispose()
    this.cursors.dispose()
    this.notes.dispose()
    this.camera.stop()
    this.frames.dispose()
    this.elements.scroller.removeEventListener('scroll', this.scrolled)
    this.tip.hide()
    this.picture.dispose()
  }

  private inBox(box: TimeBox): string[] {
    const extents = new Map(this.content.items.map(({ record, extent }) => [record, extent]))
    const pxPerDay = this.area.pxPerDay(this.camera.window)
    return recordsInBox(this.picture.stage?.lanes ?? [], box, pxPerDay, (record) => extents.get(record))
  }

  /** What is at a point of the drawn area, in px. */
  private placeAt(x: number, y: number): NewPlace | null {
    const at = laneAtHeight(this.picture.bands.values(), y)
    const { window } = this.camera
    return at && { ...at, day: window.startDay + x / this.area.pxPerDay(window) }
  }

  private drawNotes(): void {
    this.notes.draw({ window: this.camera.window, widthPx: this.area.widthPx, bands: this.picture.bands })
  }

  private drawArrows(): void {
    this.arrows.draw(this.picture.stage, this.camera.window, this.area.widthPx)
  }

  private drawCompared(): void {
    this.compare.draw(this.picture.stage, this.camera.window, this.area.widthPx)
  }

  private drawCursors(): void {
    this.cursors.draw(this.camera.window, this.area.widthPx)
  }

  private stageInput(): StageInput {
    const { lanes, collapsed, locale } = this.content
    const rows = rowBudgetFor(this.elements.scroller.clientHeight)
    return {
      lanes,
      collapsed,
      locale,
      measurer: this.measurer,
      rows,
      wanted: this.chain.wantedWith(wantedBy(this.marked, this.sought)),
    }
  }

  private drawnItems(): Map<string, TimelineItem> {
    const staged = this.picture.stage?.items ?? []
    return new Map(
      staged.flatMap(({ drawn }) => (drawn.kind === 'item' ? [[drawn.placed.item.record, drawn.placed.item]] : [])),
    )
  }

  private newMeasurer(): CanvasMeasurer {
    return new CanvasMeasurer(getComputedStyle(this.elements.frame).fontFamily)
  }

  /** Labels were measured in a stand-in for as long as the fonts were not there. */
  private measureAgainWithFonts(): void {
    if (document.fonts.status === 'loaded') return
    void document.fonts.ready.then(() => {
      this.measurer = this.axis.measurer = this.newMeasurer()
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
    this.picture.lanes.fitContainer()
    this.area.measure(this.picture.lanes.area())
    this.picture.set(this.stageInput())
    const before = this.camera.destination
    const part = byWindow ? 1 : this.area.widthPx / widthPx
    this.camera.refit(({ startDay, endDay }) => ({ startDay, endDay: startDay + (endDay - startDay) * part }))
    const { endDay } = this.camera.destination
    const item = this.content.items.find(({ record }) => record === this.marked.selected)
    if (item !== undefined && item.extent.earliest < before.endDay && item.extent.earliest > endDay)
      this.reveal(item.record)
  }

  private restage(): void {
    this.picture.set(this.stageInput())
    this.draw(this.camera.window)
  }

  /** What can be seen at once comes first; the rest when that is on the screen. */
  private drawFirst(window: TimeWindow): void {
    this.picture.drawFirst(window, this.area.widthPx, this.size.heightPx)
    this.picture.lanes.reveal()
    // Told by vis-timeline, which takes its own view of how wide a column of names is.
    if (this.area.measure(this.picture.lanes.area())) this.picture.set(this.stageInput())
    this.drawAround(window)
    // A task behind the frame comes when its picture has been handed over to the screen.
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.listener.usable()
        this.picture.drawRest(this.camera.window, this.area.widthPx)
      }),
    )
  }

  private draw(window: TimeWindow): void {
    const { destination } = this.camera
    this.picture.draw(window, widthOf(destination) > widthOf(window) ? destination : window, this.area.widthPx)
    this.drawAround(window)
    this.frames.drawn()
    this.tellMoving()
  }

  private rest(): void {
    this.picture.placeAll(this.camera.window, this.area.widthPx)
    // What is out of sight may be on its way to another row, too.
    if (this.picture.busy) this.draw(this.camera.window)
    else this.tellMoving()
  }

  private readonly scrolled = (): void => {
    this.scrolledPx = this.elements.scroller.scrollTop
    this.picture.placeAll(this.camera.window, this.area.widthPx)
  }

  private tellMoving(): void {
    const isMoving = this.camera.moving || this.picture.busy || this.frames.pending
    this.elements.frame.dataset['moving'] = String(isMoving)
    this.shield.raise(isMoving)
  }

  /** All that hangs on the window and on where things are drawn. */
  private drawAround(window: TimeWindow): void {
    // For whoever reads the picture from outside: tests, scripts, assistive tools.
    this.elements.frame.dataset['startDay'] = String(window.startDay)
    this.elements.frame.dataset['endDay'] = String(window.endDay)
    this.tellMoving()
    this.axis.draw(window, this.area.widthPx, this.content.locale, this.content.todayDay)
    this.notes.show(this.content.document)
    this.drawNotes()
    this.editing.redraw()
    this.drawArrows()
    this.drawCompared()
    this.drawCursors()
    this.listener.windowChanged(window)
    this.revealing.drawn()
  }
}
