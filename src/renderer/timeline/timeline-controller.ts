import { isSameWanted } from '../../domain/layout/wanted'
import type { TimeWindow } from '../../domain/model/view'
import { Camera } from './camera'
import { CanvasMeasurer } from './canvas-measurer'
import { ComingFrames } from './coming-frames'
import type { DateCursor } from './cursor-layer'
import { edgeScrollHost } from './edge-scroll'
import { Handling } from './handling'
import { Highlights, NO_HIGHLIGHT, wantedBy, type Highlight } from './highlights'
import { Navigation } from './navigation'
import { Overlays } from './overlays'
import { Picture } from './picture'
import { Revealing } from './revealing'
import { rowBudgetFor } from './row-budget'
import { RuleChain } from './rule-chain'
import { Shown } from './shown'
import type { StageInput } from './stage'
import { TimeArea } from './time-area'
import type { TimelineContent, TimelineElements, TimelineListener } from './timeline-content'
import { UnseenLanes } from './unseen-lanes'
import { ViewSize } from './view-size'
import { emptyWindow, openingWindow, panned, widthOf } from './window-math'

const reducedMotion = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches

/** Joins camera, picture, overlays and handling: content and window in, one picture out. */
export class TimelineController {
  readonly navigation: Navigation
  private measurer: CanvasMeasurer
  private readonly area: TimeArea
  private readonly camera: Camera
  private readonly picture: Picture
  private readonly overlays: Overlays
  private readonly handling: Handling
  private readonly revealing: Revealing
  private readonly highlights: Highlights
  private readonly chain = new RuleChain()
  private readonly size: ViewSize
  private readonly frames: ComingFrames
  private readonly unseen: UnseenLanes
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
    this.highlights = new Highlights(elements.frame)
    this.area = new TimeArea(elements.frame, elements.axis, elements.scroller)
    this.size = new ViewSize(elements.scroller, (byWindow) => {
      this.resized(byWindow)
    })
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
      seen: () => ({ topPx: this.scrolledPx, bottomPx: this.scrolledPx + this.size.heightPx }),
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
    this.unseen = new UnseenLanes(elements.frame, () => this.picture.drawUnseen(this.camera.window, this.area.widthPx))
    this.navigation = new Navigation(this.camera, () => this.content)
    const edges = edgeScrollHost(elements, (dxPx) => {
      this.camera.jumpTo(panned(this.camera.window, dxPx / this.area.widthPx))
    })
    const shown = new Shown(this.area, {
      content: () => this.content,
      window: () => this.camera.window,
      stage: () => this.picture.stage,
      bands: () => this.picture.bands,
    })
    this.overlays = new Overlays(elements, shown, listener, edges, this.chain, this.measurer)
    this.handling = new Handling(elements, shown, listener, {
      camera: this.camera,
      area: this.area,
      edges,
      marked: () => this.marked,
      hover: (record) => {
        if (!this.overlays.hover(record)) return
        this.dress()
        this.overlays.drawArrows()
      },
      zoomInto: (mark) => {
        this.navigation.zoomInto(mark)
      },
    })
    this.revealing = new Revealing(this.camera, elements.scroller, this.overlays.notes, {
      item: (record) => this.content.items.find((candidate) => candidate.record === record),
      topOf: (record) => this.picture.topOf(record),
      busy: () => this.picture.busy,
      isCountedOnly: (record) => this.picture.isCountedOnly(record),
      pin: (record) => {
        this.sought = record
        this.restage()
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
    this.overlays.showCursors(cursors)
  }

  /** How wide time is drawn: what stands on the same axis elsewhere must be as wide. */
  get areaWidthPx(): number {
    return this.area.widthPx
  }

  show(content: TimelineContent): void {
    const wasEmpty = this.content.items.length === 0
    this.content = content
    this.handling.hideTip()
    this.overlays.show(content)
    this.highlights.set(this.marked, this.handling.edges())
    this.overlays.choose(this.marked.selected)
    this.dress()
    if (wasEmpty) this.camera.jumpTo(openingWindow(content.items) ?? this.camera.window)
    this.restage()
  }

  highlight(highlight: Highlight): void {
    const before = this.marked
    this.marked = highlight
    this.highlights.set(highlight, this.handling.edges())
    const isOtherChain = this.overlays.choose(highlight.selected)
    this.dress()
    this.overlays.notes.highlight(highlight.selected)
    const wanted = wantedBy(highlight, this.sought)
    if (!isOtherChain && isSameWanted(wanted, wantedBy(before, this.sought))) this.overlays.drawArrows()
    else {
      this.picture.want(this.chain.wantedWith(wanted))
      this.draw(this.camera.window)
    }
  }

  showAllArrows(all: boolean): void {
    this.overlays.showAllArrows(all)
  }

  reveal(record: string): void {
    this.revealing.reveal(record)
  }

  dispose(): void {
    this.size.dispose()
    this.handling.dispose()
    this.overlays.dispose()
    this.camera.stop()
    this.frames.dispose()
    this.unseen.dispose()
    this.elements.scroller.removeEventListener('scroll', this.scrolled)
    this.picture.dispose()
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

  private newMeasurer(): CanvasMeasurer {
    return new CanvasMeasurer(getComputedStyle(this.elements.frame).fontFamily)
  }

  /** Labels were measured in a stand-in for as long as the fonts were not there. */
  private measureAgainWithFonts(): void {
    if (document.fonts.status === 'loaded') return
    void document.fonts.ready.then(() => {
      this.measurer = this.newMeasurer()
      this.overlays.measureWith(this.measurer)
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

  private dress(): void {
    this.picture.dress()
    this.unseen.begin()
  }

  private restage(): void {
    this.picture.set(this.stageInput())
    this.draw(this.camera.window)
  }

  /** What can be seen at once comes first; the rest when that is on the screen. */
  private drawFirst(window: TimeWindow): void {
    this.picture.drawFirst(window, this.area.widthPx)
    this.picture.lanes.reveal()
    // Told by vis-timeline, which takes its own view of how wide a column of names is.
    if (this.area.measure(this.picture.lanes.area())) this.picture.set(this.stageInput())
    this.drawAround(window)
    // A task behind the frame comes when its picture has been handed over to the screen.
    requestAnimationFrame(() =>
      setTimeout(() => {
        this.listener.usable()
        this.picture.drawBeside(this.camera.window, this.area.widthPx)
        this.unseen.begin()
      }),
    )
  }

  private draw(window: TimeWindow): void {
    const { destination } = this.camera
    this.picture.draw(window, widthOf(destination) > widthOf(window) ? destination : window, this.area.widthPx)
    this.drawAround(window)
    this.frames.drawn()
    this.unseen.drawn()
    this.tellMoving()
  }

  private rest(): void {
    this.picture.placeAll(this.camera.window, this.area.widthPx)
    // What is out of sight may be on its way to another row, too.
    if (this.picture.busy) this.draw(this.camera.window)
    else {
      this.tellMoving()
      this.unseen.begin()
    }
  }

  private readonly scrolled = (): void => {
    this.scrolledPx = this.elements.scroller.scrollTop
    this.picture.placeAll(this.camera.window, this.area.widthPx)
  }

  private tellMoving(): void {
    const isMoving = this.camera.moving || this.picture.busy || this.frames.pending
    this.elements.frame.dataset['moving'] = String(isMoving)
    this.handling.shieldFrom(isMoving)
  }

  /** All that hangs on the window and on where things are drawn. */
  private drawAround(window: TimeWindow): void {
    // For whoever reads the picture from outside: tests, scripts, assistive tools.
    this.elements.frame.dataset['startDay'] = String(window.startDay)
    this.elements.frame.dataset['endDay'] = String(window.endDay)
    this.tellMoving()
    this.overlays.draw(window)
    this.handling.redraw()
    this.listener.windowChanged(window)
    this.revealing.drawn()
  }
}
