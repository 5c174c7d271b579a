import { isSameWanted } from '../../domain/layout/wanted'
import type { TimeWindow } from '../../domain/model/view'
import type { Camera } from './camera'
import { CanvasMeasurer } from './canvas-measurer'
import type { DateCursor } from './cursor-layer'
import { Drawing } from './drawing'
import { edgeScrollHost } from './edge-scroll'
import { Handling } from './handling'
import { Highlights, NO_HIGHLIGHT, wantedBy, type Highlight } from './highlights'
import { Navigation } from './navigation'
import { Overlays } from './overlays'
import type { Picture } from './picture'
import { Revealing } from './revealing'
import { rowBudgetFor } from './row-budget'
import { RuleChain } from './rule-chain'
import { Shown } from './shown'
import type { StageInput } from './stage'
import { TimeArea } from './time-area'
import type { TimelineContent, TimelineElements, TimelineListener } from './timeline-content'
import { ViewSize } from './view-size'
import { emptyWindow, openingWindow, panned } from './window-math'

/** Joins camera, picture, overlays and handling: content and window in, one picture out. */
export class TimelineController {
  readonly navigation: Navigation
  private measurer: CanvasMeasurer
  private readonly area: TimeArea
  private readonly drawing: Drawing
  private readonly camera: Camera
  private readonly picture: Picture
  private readonly overlays: Overlays
  private readonly handling: Handling
  private readonly revealing: Revealing
  private readonly highlights: Highlights
  private readonly chain = new RuleChain()
  private readonly size: ViewSize
  /** What one went to, which may not be selected. */
  private sought: string | null = null
  private marked: Highlight = NO_HIGHLIGHT

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
    this.drawing = new Drawing(elements, this.area, this.size, window, {
      locale: () => this.content.locale,
      stageInput: () => this.stageInput(),
      dress: (box) => {
        this.highlights.dress(box)
        this.chain.dress(box)
      },
      around: (shown) => {
        this.drawAround(shown)
      },
      moving: (isMoving) => {
        this.handling.shieldFrom(isMoving)
      },
      usable: () => {
        listener.usable()
      },
    })
    const { camera, picture } = this.drawing
    this.camera = camera
    this.picture = picture
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
        this.drawing.dress()
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
        this.drawing.restage()
      },
    })
    this.drawing.first()
    this.size.watch()
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

  /** `comesByItself`: nobody has asked for it, as when more of a large workspace has come in. */
  show(content: TimelineContent, comesByItself = false): void {
    const wasEmpty = this.content.items.length === 0
    this.content = content
    this.handling.hideTip()
    this.overlays.show(content)
    this.highlights.set(this.marked, this.handling.edges())
    this.overlays.choose(this.marked.selected)
    this.drawing.dress()
    if (wasEmpty) this.camera.jumpTo(openingWindow(content.items) ?? this.camera.window)
    this.drawing.show(comesByItself && !wasEmpty)
  }

  highlight(highlight: Highlight): void {
    const before = this.marked
    this.marked = highlight
    this.highlights.set(highlight, this.handling.edges())
    const isOtherChain = this.overlays.choose(highlight.selected)
    this.drawing.dress()
    this.overlays.notes.highlight(highlight.selected)
    const wanted = wantedBy(highlight, this.sought)
    if (!isOtherChain && isSameWanted(wanted, wantedBy(before, this.sought))) this.overlays.drawArrows()
    else {
      this.picture.want(this.chain.wantedWith(wanted))
      this.drawing.draw()
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
    this.drawing.dispose()
  }

  private stageInput(): StageInput {
    const { lanes, collapsed, locale } = this.content
    const rows = rowBudgetFor(this.size.heightPx)
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
      this.drawing.restage()
    })
  }

  /**
   * A panel that opens covers time at the same scale, so that nothing moves but what is selected, which
   * is brought out from under it. A window of another size shows the same time.
   */
  private resized(byWindow: boolean): void {
    const { widthPx } = this.area
    this.drawing.fit()
    const before = this.camera.destination
    const part = byWindow ? 1 : this.area.widthPx / widthPx
    this.camera.refit(({ startDay, endDay }) => ({ startDay, endDay: startDay + (endDay - startDay) * part }))
    const { endDay } = this.camera.destination
    const item = this.content.items.find(({ record }) => record === this.marked.selected)
    if (item !== undefined && item.extent.earliest < before.endDay && item.extent.earliest > endDay)
      this.reveal(item.record)
  }

  /** All that hangs on the window and on where things are drawn. */
  private drawAround(window: TimeWindow): void {
    this.overlays.draw(window)
    this.handling.redraw()
    this.listener.windowChanged(window)
    this.revealing.drawn()
  }
}
