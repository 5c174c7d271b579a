import { DataSet } from 'vis-data/esnext'
import { Timeline, type DataGroup, type TimelineOptions } from 'vis-timeline/esnext'
import 'vis-timeline/styles/vis-timeline-graph2d.css'
import moment from 'moment'
import type { PlacedLane } from '../../domain/layout/timeline-item'
import type { Locale } from '../../domain/model/names'
import { itemCount } from '../../domain/layout/item-count'
import { heightOf } from './lane-bands'
import { isHeading, laneHeight, laneView } from './lane-view'
import { PanelSizes } from './vis-panels'
import { leaveAxisOut, leaveFrameUnmeasured, leaveGroupsUnmeasured, leaveLaterUndrawn } from './vis-unmeasured'

/** What is given to vis-timeline: never a record, only which lane is drawn how high. */
interface VisLane extends DataGroup {
  id: string
  placed: PlacedLane
  signature: string
}

/** `emit` and the count of drawings in a row are public in vis-timeline, but its types leave them out. */
type Emitting = Timeline & { emit(event: string, payload: unknown): void; redrawCount: number }

/**
 * vis-timeline as the ground of the picture: lanes with their names, and the panels that they stand in. It
 * draws again only when a lane is another. What stands in the lanes moves in every frame, which is more than
 * it can do for many: that is `item-layer.ts`, in the layer that vis-timeline keeps for items.
 */
export class VisLanes {
  private readonly lanes = new DataSet<VisLane, 'id'>([])
  private readonly timeline: Emitting
  private readonly sizes: PanelSizes

  constructor(
    private readonly container: HTMLElement,
    private locale: Locale,
  ) {
    const options: TimelineOptions = {
      moment: (date: unknown) => moment.utc(date as moment.MomentInput),
      rtl: false,
      stack: false,
      moveable: false,
      zoomable: false,
      selectable: false,
      editable: false,
      autoResize: false,
      showCurrentTime: false,
      showMajorLabels: false,
      showMinorLabels: false,
      showTooltips: false,
      margin: { axis: 0, item: { horizontal: 0, vertical: 0 } },
      orientation: { axis: 'top', item: 'top' },
      groupOrder: 'order',
      groupTemplate: (lane: VisLane | null) =>
        lane === null ? document.createElement('div') : laneView(lane.placed, this.locale),
    }
    this.timeline = new Timeline(container, [], this.lanes, options) as Emitting
    leaveFrameUnmeasured(this.timeline)
    leaveAxisOut(this.timeline)
    leaveLaterUndrawn(this.timeline)
    this.sizes = new PanelSizes(this.timeline)
    // vis-timeline hides its first picture until 200 ms after a range change that has long been made.
    this.timeline.emit('rangechanged', {})
  }

  /** Where things are drawn over the lanes: its left edge is the beginning of the window. */
  get foreground(): HTMLElement {
    return this.part('.vis-foreground')
  }

  /**
   * Shows the lanes for the first time. They are kept out of the page until all are in, for vis-timeline
   * would otherwise draw once for each of its own parts.
   */
  reveal(): void {
    this.container.hidden = false
    // It counted every look at the hidden container as a drawing, and takes many in a row for a fault.
    this.timeline.redrawCount = 0
    this.fitContainer()
  }

  /** Draws what differs. Returns whether anything did. */
  show(placed: readonly PlacedLane[], locale: Locale): boolean {
    this.locale = locale
    const changed = sync(
      this.lanes,
      placed.map((lane, order) => laneData(lane, order, locale)),
    )
    leaveGroupsUnmeasured(this.timeline)
    // In this very frame, in which what stands in the lanes moves as well.
    if (changed && !this.container.hidden) this.sizes.told(heightOf(placed), this.redraw)
    return changed
  }

  /** Draws again at the size that the container has now; told, because vis-timeline looks once a second. */
  fitContainer(): void {
    this.sizes.measured(this.redraw)
  }

  /** Where vis-timeline draws time, in px of the page: what axis and grid must agree with. */
  area(): { readonly leftPx: number; readonly widthPx: number } {
    const { left, width } = this.part('.vis-panel.vis-center').getBoundingClientRect()
    return { leftPx: left, widthPx: width }
  }

  dispose(): void {
    this.timeline.destroy()
  }

  private readonly redraw = (): void => {
    this.timeline.emit('_change', {})
  }

  private part(selector: string): HTMLElement {
    const part = this.container.querySelector<HTMLElement>(selector)
    if (part === null) throw new Error(`vis-timeline has no ${selector}`)
    return part
  }
}

function laneData(placed: PlacedLane, order: number, locale: Locale): VisLane {
  const signature = [
    order,
    laneHeight(placed),
    placed.depth,
    placed.collapsed,
    locale,
    placed.lane.names[locale],
    itemCount(placed.lane),
  ].join(' ')
  const className = isHeading(placed) ? 'lane-row lane-row-heading' : 'lane-row'
  return { id: placed.lane.id, content: '', order, className, placed, signature } as VisLane
}

/** Brings a data set to the wanted rows by removing, adding and updating what differs. */
function sync<T extends { id: string; signature: string }>(set: DataSet<T>, wanted: readonly T[]): boolean {
  const ids = new Set(wanted.map(({ id }) => id))
  const gone = set.getIds().filter((id) => !ids.has(String(id)))
  const changed = wanted.filter(({ id, signature }) => set.get(id)?.signature !== signature)
  if (gone.length > 0) set.remove(gone)
  if (changed.length > 0) set.update(changed as unknown as Parameters<typeof set.update>[0])
  return gone.length > 0 || changed.length > 0
}
