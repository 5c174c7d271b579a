import type { TextMeasurer } from '../../domain/layout/timeline-item'
import type { TimeWindow } from '../../domain/model/view'
import { AnnotationLayer } from './annotation-layer'
import { ArrowLayer } from './arrow-layer'
import { AxisView } from './axis-view'
import { CompareLayer } from './compare-layer'
import { CursorLayer, type DateCursor } from './cursor-layer'
import { withEdgeScroll, type EdgeScrollHost } from './edge-scroll'
import type { RuleChain } from './rule-chain'
import type { Shown } from './shown'
import type { TimelineContent, TimelineElements, TimelineListener } from './timeline-content'

/**
 * What is drawn around and over the items, anew for each window: the axis, notes, arrows, the marks of a comparison,
 * and the cursors of days.
 */
export class Overlays {
  readonly notes: AnnotationLayer
  private readonly axis: AxisView
  private readonly arrows: ArrowLayer
  private readonly compare: CompareLayer
  private readonly cursors: CursorLayer

  constructor(
    elements: TimelineElements,
    private readonly shown: Shown,
    listener: Pick<TimelineListener, 'select' | 'place' | 'movePlace' | 'moveCursor'>,
    edges: EdgeScrollHost,
    chain: RuleChain,
    measurer: TextMeasurer,
  ) {
    this.axis = new AxisView(elements, measurer)
    this.notes = new AnnotationLayer(elements.notesUnder, elements.notesOver, {
      select: (annotation) => {
        listener.select(annotation)
      },
      place: (annotation, place, nudge) => {
        listener.place(annotation, place, nudge)
      },
      move: (annotation, at, nudge) => {
        listener.movePlace(annotation, at, nudge)
      },
      placeAt: (x, y) => shown.placeAt(x, y),
      redraw: () => {
        this.drawNotes(shown.window)
      },
    })
    this.arrows = new ArrowLayer(elements.arrows, chain)
    this.compare = new CompareLayer(elements.frame, elements.canvas, elements.compareUnder, elements.compareOver)
    this.cursors = new CursorLayer(elements.cursors, elements.axis, {
      dayAt: (clientX) => shown.dayAt(clientX),
      locale: () => shown.content.locale,
      withEdges: (drag) => withEdgeScroll(drag, edges),
      moved: (id, day) => {
        listener.moveCursor(id, day)
      },
      redraw: () => {
        this.drawCursors(shown.window)
      },
    })
    this.show(shown.content)
  }

  show({ compared, cursors }: Pick<TimelineContent, 'compared' | 'cursors'>): void {
    this.compare.set(compared)
    this.cursors.set(cursors)
  }

  showCursors(cursors: readonly DateCursor[]): void {
    this.cursors.set(cursors)
    this.drawCursors(this.shown.window)
  }

  /** All links as arrows, or those of the selection and its chain alone. */
  showAllArrows(all: boolean): void {
    this.arrows.showAll(all, this.shown.content)
    this.drawArrows()
  }

  /** Of the record that is selected. Returns whether another chain of rules stands out than before. */
  choose(selected: string | null): boolean {
    return this.arrows.choose(this.shown.content, selected)
  }

  /** Of what is under the pointer. Returns the same. */
  hover(record: string | null): boolean {
    return this.arrows.hover(this.shown.content, record)
  }

  measureWith(measurer: TextMeasurer): void {
    this.axis.measurer = measurer
    this.notes.forgetWidths()
  }

  drawArrows(): void {
    this.arrows.draw(this.shown.stage, this.shown.window, this.shown.widthPx)
  }

  draw(window: TimeWindow): void {
    const { content, stage, widthPx } = this.shown
    this.axis.draw(window, widthPx, content.locale, content.todayDay)
    this.notes.show(content.document)
    this.drawNotes(window)
    this.arrows.draw(stage, window, widthPx)
    this.compare.draw(stage, window, widthPx)
    this.drawCursors(window)
  }

  dispose(): void {
    this.arrows.dispose()
    this.cursors.dispose()
    this.notes.dispose()
  }

  private drawNotes(window: TimeWindow): void {
    this.notes.draw({ window, widthPx: this.shown.widthPx, bands: this.shown.bands })
  }

  private drawCursors(window: TimeWindow): void {
    this.cursors.draw(window, this.shown.widthPx)
  }
}
