import { edgeDate } from '../../domain/change/drawn-dates'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import { edtfOfDay, precisionAtScale } from '../../domain/time/edtf-of-day'
import type { EdtfSide } from '../../domain/time/shift-edtf'
import { BoxSelect, type BoxHost } from './box-select'
import { withEdgeScroll, type EdgeScrollHost } from './edge-scroll'
import { Ghosts } from './ghosts'
import { ItemDrag, neverBinds, type Hold, type ItemDragHost } from './item-drag'
import { laneHeight } from './lane-view'
import type { Drag } from '../ui/pointer-drag'
import { elementUnder } from './shield'
import type { Stage } from './stage'
import type { Tip } from './tip'

export interface EditingHost extends ItemDragHost, BoxHost {
  /** What moves the picture on under a drag that is held at an edge. */
  readonly edges: EdgeScrollHost
  editable(): boolean
  selection(): ReadonlySet<string>
  stage(): Stage | null
  pxPerDay(): number
  create(lane: string, date: string): void
}

/** How near to an edge one must press to take hold of it, outside and, on a bar wide enough, inside. */
const EDGE_PX = 6

/**
 * Editing on the timeline itself. Only what is already selected can be taken hold of, so that one may
 * pan over a full timeline without ever moving anything by mistake.
 */
export class Editing {
  private readonly ghosts: Ghosts

  constructor(
    private readonly frame: HTMLElement,
    private readonly canvas: HTMLElement,
    private readonly tip: Tip,
    private readonly host: EditingHost,
  ) {
    this.ghosts = new Ghosts(canvas, (day) => host.clientXOf(day))
    canvas.addEventListener('pointermove', this.hover)
  }

  dispose(): void {
    this.canvas.removeEventListener('pointermove', this.hover)
    this.ghosts.dispose()
  }

  /** What a drag from a press would do; null where it pans. */
  grab(press: PointerEvent): Drag | null {
    if (press.shiftKey) return withEdgeScroll(new BoxSelect(this.canvas, press, this.host), this.host.edges)
    const hold = this.holdAt(press)
    if (hold === null) return null
    const records = hold.edge === null ? [...this.host.selection()] : [hold.record]
    return withEdgeScroll(new ItemDrag(hold, records, press, this.ghosts, this.tip, this.host), this.host.edges)
  }

  /** Asks for something new at a place where there is nothing, as exact as one can point at this scale. */
  createAt({ clientX, clientY }: MouseEvent): void {
    const lane = this.laneAt(clientY)
    if (lane === null || !this.host.editable()) return
    this.host.create(lane, edtfOfDay(this.host.dayAt(clientX), precisionAtScale(this.host.pxPerDay())))
  }

  /** After the picture has been drawn anew under a drag. */
  redraw(): void {
    this.ghosts.redraw()
  }

  /** The edges of the one selected record that can be taken hold of. */
  edges(): ReadonlySet<EdtfSide> {
    const selection = this.host.selection()
    const [record] = selection
    const found = record === undefined ? undefined : this.host.document().records.get(record)
    if (found === undefined || selection.size > 1 || !this.host.editable()) return new Set()
    return new Set((['start', 'end'] as const).filter((edge) => edgeDate(found, edge) !== null))
  }

  private holdAt(event: PointerEvent): Hold | null {
    const element = elementUnder(event)?.closest<HTMLElement>('.item')
    const record = element?.dataset['record']
    if (record === undefined || !this.host.editable() || !this.host.selection().has(record)) return null
    const item = this.host.drawn().get(record)
    if (item === undefined) return { record, edge: null, neverBinds: false }
    return { record, edge: this.edgeAt(item, event.clientX), neverBinds: neverBinds(item) }
  }

  private edgeAt(item: TimelineItem, clientX: number): EdtfSide | null {
    const left = this.host.clientXOf(item.extent.earliest)
    const right = this.host.clientXOf(item.extent.latest)
    const inside = Math.min(EDGE_PX, (right - left) / 4)
    const edges = this.edges()
    // The end goes first: where a bar is narrow, that is the edge one more often wants.
    if (edges.has('end') && clientX > right - inside && clientX < right + EDGE_PX) return 'end'
    return edges.has('start') && clientX > left - EDGE_PX && clientX < left + inside ? 'start' : null
  }

  private laneAt(clientY: number): string | null {
    let bottom = this.canvas.getBoundingClientRect().top
    for (const placed of this.host.stage()?.lanes ?? []) {
      bottom += laneHeight(placed)
      if (clientY < bottom) return placed.lane.id
    }
    return null
  }

  /** Tells the style sheet what a press here would take hold of. */
  private readonly hover = (event: PointerEvent): void => {
    if (event.buttons !== 0) return
    const hold = this.holdAt(event)
    this.frame.dataset['hold'] = hold === null ? '' : (hold.edge ?? 'item')
  }
}
