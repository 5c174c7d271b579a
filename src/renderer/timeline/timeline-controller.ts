import type { Lane, TimelineItem } from '../../domain/layout/timeline-item'
import type { Document } from '../../domain/model/document'
import type { Locale } from '../../domain/model/names'
import type { TimeWindow } from '../../domain/model/view'
import { AxisView, type AxisElements } from './axis-view'
import { Camera } from './camera'
import { CanvasMeasurer } from './canvas-measurer'
import { Gestures } from './gestures'
import { Highlights, type Highlight } from './highlights'
import { chainOf, recordLinks, type RecordLink } from '../../domain/layout/record-links'
import { keepHeadsInView } from './item-heads'
import { LinkArrows } from './link-arrows'
import { LANE_LABEL_PX } from './measures'
import { Pointing } from './pointing'
import { rowBudgetFor } from './row-budget'
import { firstScreen, Staging, type Stage, type StageInput } from './stage'
import { Tip } from './tip'
import { VisCanvas } from './vis-canvas'
import { broughtIntoView, emptyWindow, openingWindow, panned, windowAt, windowOver, zoomed } from './window-math'

export interface TimelineElements extends AxisElements {
  readonly frame: HTMLElement
  readonly scroller: HTMLElement
  readonly canvas: HTMLElement
  readonly tip: HTMLElement
  readonly arrows: HTMLElement
}

export interface TimelineContent {
  readonly document: Document
  readonly items: readonly TimelineItem[]
  readonly lanes: readonly Lane[]
  readonly collapsed: ReadonlySet<string>
  readonly locale: Locale
  readonly todayDay: number
}

export interface TimelineListener {
  select(record: string | null): void
  open(record: string): void
  toggleLane(lane: string): void
  windowChanged(window: TimeWindow): void
  usable(): void
}

/** Joins camera, stage, canvas, axis and gestures: content and window in, one picture out. */
export class TimelineController {
  private readonly measurer: CanvasMeasurer
  private readonly axis: AxisView
  private readonly camera: Camera
  private readonly canvas: VisCanvas
  private readonly staging = new Staging()
  private readonly tip: Tip
  private readonly highlights: Highlights
  private readonly arrows: LinkArrows
  private links: readonly RecordLink[] = []
  private linked: ReadonlyMap<string, TimelineItem> = new Map()
  private allArrows = false
  private readonly gestures: Gestures
  private readonly pointing: Pointing
  private readonly resize: ResizeObserver
  private stage: Stage | null = null
  private input: StageInput
  private widthPx = 1
  private announced = false

  constructor(
    private readonly elements: TimelineElements,
    private content: TimelineContent,
    private readonly listener: TimelineListener,
  ) {
    this.measurer = new CanvasMeasurer(getComputedStyle(elements.frame).fontFamily)
    this.axis = new AxisView(elements, this.measurer)
    this.tip = new Tip(elements.tip, elements.frame)
    this.highlights = new Highlights(elements.frame)
    this.arrows = new LinkArrows(elements.arrows)
    this.widthPx = Math.max(elements.scroller.clientWidth - LANE_LABEL_PX, 1)
    this.size = this.frameSize()
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
    this.gestures = new Gestures(elements, this.camera, {
      dayAt: (clientX) => this.dayAt(clientX),
      widthPx: () => this.widthPx,
      hideTip: () => {
        this.tip.hide()
      },
    })
    this.pointing = new Pointing(elements.canvas, this.tip, {
      stage: () => this.stage,
      document: () => this.content.document,
      locale: () => this.content.locale,
      select: (record) => {
        this.listener.select(record)
      },
      open: (record) => {
        this.listener.open(record)
      },
      toggleLane: (lane) => {
        this.listener.toggleLane(lane)
      },
      zoomTo: (records) => {
        this.fitItems(records)
      },
    })
    this.draw(window)
    this.canvas.reveal()
    this.resize = new ResizeObserver(() => {
      this.resized()
    })
    this.resize.observe(elements.scroller)
    this.measureAgainWithFonts()
  }

  show(content: TimelineContent): void {
    const wasEmpty = this.content.items.length === 0
    this.content = content
    this.tip.hide()
    this.chooseArrows()
    if (wasEmpty) this.camera.jumpTo(openingWindow(content.items) ?? this.camera.window)
    this.restage()
  }

  highlight(highlight: Highlight): void {
    this.selected = highlight.selected
    this.highlights.set(highlight)
    this.chooseArrows()
  }

  /** All links as arrows, or those of the selection and its chain alone. */
  showAllArrows(all: boolean): void {
    this.allArrows = all
    this.chooseArrows()
  }

  fitAll(): void {
    this.camera.moveTo(windowOver(this.content.items) ?? emptyWindow(this.content.todayDay))
  }

  fitItems(records: readonly string[]): void {
    const wanted = new Set(records)
    const window = windowOver(this.content.items.filter(({ record }) => wanted.has(record)))
    if (window !== undefined) this.camera.moveTo(window)
  }

  /**
   * Brings a record into view. Where it had no room and was only counted, it is pinned: from then on
   * it is drawn before all others, as what the user asked to see.
   */
  reveal(record: string): void {
    const item = this.content.items.find((candidate) => candidate.record === record)
    if (item === undefined) return
    const moved = broughtIntoView(this.camera.destination, item)
    if (moved !== null) this.camera.moveTo(moved)
    if (this.isCountedOnly(record)) {
      this.pinned = new Set([record])
      this.restage()
    }
    this.highlights.scrollTo(record, this.elements.scroller)
  }

  zoomBy(factor: number): void {
    const { startDay, endDay } = this.camera.destination
    this.camera.moveTo(zoomed(this.camera.destination, factor, (startDay + endDay) / 2))
  }

  panBy(part: number): void {
    this.camera.moveTo(panned(this.camera.destination, part))
  }

  /** Shows a span, or a day in the middle at the present scale. */
  goTo(startDay: number, endDay?: number): void {
    this.camera.moveTo(windowAt(this.camera.destination, startDay, endDay))
  }

  currentWindow(): TimeWindow {
    return this.camera.window
  }

  dispose(): void {
    this.resize.disconnect()
    this.gestures.dispose()
    this.pointing.dispose()
    this.camera.stop()
    this.tip.hide()
    this.canvas.dispose()
  }

  private chooseArrows(): void {
    const chosen = this.allArrows || this.selected !== null
    const links = chosen ? recordLinks(this.content.document) : []
    this.links = this.allArrows || this.selected === null ? links : chainOf(links, this.selected)
    this.linked = new Map(this.links.length === 0 ? [] : this.content.items.map((item) => [item.record, item]))
    this.drawArrows()
  }

  private drawArrows(): void {
    if (this.stage === null) return
    this.arrows.draw({
      links: this.links,
      items: this.linked,
      lanes: this.stage.lanes,
      window: this.camera.window,
      widthPx: this.widthPx,
      locale: this.content.locale,
      selected: this.selected,
    })
  }

  private stageInput(): StageInput {
    const { lanes, collapsed, locale } = this.content
    const rows = rowBudgetFor(this.elements.scroller.clientHeight)
    return { lanes, collapsed, locale, measurer: this.measurer, rows, pinned: this.pinned }
  }

  /** Takes the place where time is drawn from the canvas; false when it is the same as before. */
  private measureArea(): boolean {
    const { frame } = this.elements
    const { leftPx, widthPx } = this.canvas.area()
    if (widthPx === this.widthPx || widthPx < 1) return false
    this.widthPx = widthPx
    frame.style.setProperty('--area-left', `${String(leftPx - frame.getBoundingClientRect().left)}px`)
    frame.style.setProperty('--area-width', `${String(widthPx)}px`)
    return true
  }

  private pinned: ReadonlySet<string> = new Set()
  private selected: string | null = null
  private size: ReturnType<TimelineController['frameSize']>

  private frameSize() {
    const { clientWidth, clientHeight } = this.elements.scroller
    return { clientWidth, clientHeight, windowWidth: window.innerWidth }
  }

  /** Labels were measured in a stand-in for as long as the fonts were not there. */
  private measureAgainWithFonts(): void {
    if (document.fonts.status === 'loaded') return
    void document.fonts.ready.then(() => {
      this.measurer.forget()
      this.restage()
    })
  }

  /**
   * A panel that opens covers time at the same scale, so that nothing moves but what is selected, which
   * is brought out from under it. A window of another size shows the same time.
   */
  private resized(): void {
    const size = this.frameSize()
    const { clientWidth, clientHeight, windowWidth } = this.size
    if (clientWidth === size.clientWidth && clientHeight === size.clientHeight) return
    this.size = size
    const before = this.camera.window
    const pxPerDay = this.widthPx / (before.endDay - before.startDay)
    this.canvas.fitContainer()
    this.measureArea()
    this.input = this.stageInput()
    this.stage = null
    const endDayAtScale = before.startDay + this.widthPx / pxPerDay
    this.camera.jumpTo({ ...before, endDay: windowWidth === size.windowWidth ? endDayAtScale : before.endDay })
    const { endDay } = this.camera.window
    const item = this.content.items.find(({ record }) => record === this.selected)
    if (item !== undefined && item.extent.earliest < before.endDay && item.extent.earliest > endDay)
      this.reveal(item.record)
  }

  private isCountedOnly(record: string): boolean {
    const lanes = this.staging.place(this.input, this.stage?.pxPerDay ?? 1)
    return !lanes.some(({ items }) => items.some(({ item }) => item.record === record))
  }

  private restage(): void {
    this.input = this.stageInput()
    this.stage = null
    this.draw(this.camera.window)
  }

  private draw(window: TimeWindow): void {
    if (this.stage === null || !this.staging.serves(this.stage, window, this.widthPx)) {
      this.stage = this.staging.stage(this.input, window, this.widthPx)
      this.canvas.show(
        this.announced ? this.stage : firstScreen(this.stage, window, this.size.clientHeight),
        this.content.locale,
      )
    }
    this.canvas.setWindow(window)
    // For whoever reads the picture from outside: tests, scripts, assistive tools.
    this.elements.frame.dataset['startDay'] = String(window.startDay)
    this.elements.frame.dataset['endDay'] = String(window.endDay)
    this.elements.frame.dataset['moving'] = String(this.camera.moving)
    this.axis.draw(window, this.widthPx, this.content.locale, this.content.todayDay)
    this.listener.windowChanged(window)
  }

  /** After vis-timeline has drawn: what hangs on its elements. */
  private drawn(): void {
    // The first picture comes while the constructor still runs, before there is a stage.
    if (this.stage === null) return
    if (this.measureArea()) this.axis.draw(this.camera.window, this.widthPx, this.content.locale, this.content.todayDay)
    keepHeadsInView(this.elements.canvas, this.stage, this.camera.window, this.widthPx)
    this.highlights.apply()
    this.drawArrows()
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

  private dayAt(clientX: number): number {
    const { startDay, endDay } = this.camera.destination
    const left = this.elements.axis.getBoundingClientRect().left
    return startDay + ((clientX - left) / this.widthPx) * (endDay - startDay)
  }
}
