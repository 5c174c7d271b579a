import { DataSet } from 'vis-data/esnext'
import { Timeline, type DataGroup, type DataItem, type TimelineOptions } from 'vis-timeline/esnext'
import 'vis-timeline/styles/vis-timeline-graph2d.css'
import moment from 'moment'
import type { PlacedLane } from '../../domain/layout/timeline-item'
import type { Locale } from '../../domain/model/names'
import type { TimeWindow } from '../../domain/model/view'
import { itemView, markView } from './item-view'
import { laneHeight, laneView, isHeading } from './lane-view'
import { MS_PER_DAY } from './measures'
import type { Stage, StagedItem } from './stage'
import { leaveAxisOut, leaveFrameUnmeasured, leaveGroupsUnmeasured, leaveItemsUnmeasured } from './vis-unmeasured'

/** What is given to vis-timeline: never a record, only what is to be drawn where. */
interface VisItem extends DataItem {
  id: string
  group: string
  start: number
  end: number
  staged: StagedItem
  signature: string
}

interface VisLane extends DataGroup {
  id: string
  placed: PlacedLane
  signature: string
}

/** `emit` and the count of drawings in a row are public in vis-timeline, but its types leave them out. */
type Emitting = Timeline & { emit(event: string, payload: unknown): void; redrawCount: number }

const LEAST_DAY_PX = 6

const ms = (day: number): number => day * MS_PER_DAY

/**
 * vis-timeline as a canvas: it holds what the stage shows and nothing else, lays nothing out, edits
 * nothing, and takes no gestures. Rows and heights come from us through style properties
 * (timeline.css), because its own stacking moves items while one looks at them.
 */
export class VisCanvas {
  private readonly items = new DataSet<VisItem, 'id'>([])
  private readonly lanes = new DataSet<VisLane, 'id'>([])
  private readonly timeline: Emitting
  private shown: TimeWindow

  constructor(
    private readonly container: HTMLElement,
    private locale: Locale,
    window: TimeWindow,
    onDrawn: () => void,
  ) {
    const options: TimelineOptions = {
      start: ms(window.startDay),
      end: ms(window.endDay),
      // Times are ms of UTC days; without this vis-timeline would shift them by the local zone.
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
      align: 'left',
      margin: { axis: 0, item: { horizontal: 0, vertical: 0 } },
      orientation: { axis: 'top', item: 'top' },
      groupOrder: 'order',
      template: (item: VisItem) =>
        item.staged.drawn.kind === 'item'
          ? itemView(item.staged, item.staged.drawn.placed)
          : markView(item.staged, item.staged.drawn.mark),
      groupTemplate: (lane: VisLane | null) =>
        lane === null ? document.createElement('div') : laneView(lane.placed, this.locale),
    }
    this.timeline = new Timeline(container, this.items, this.lanes, options) as Emitting
    leaveItemsUnmeasured(this.timeline)
    leaveFrameUnmeasured(this.timeline)
    leaveAxisOut(this.timeline)
    this.timeline.on('changed', onDrawn)
    // vis-timeline hides its first picture until 200 ms after a range change that has long been made.
    this.timeline.emit('rangechanged', {})
    this.shown = window
  }

  /**
   * Fills the canvas for the first time. It is kept out of the page until all is in, for vis-timeline
   * would otherwise draw once for the lanes, once for the items and once for the window.
   */
  reveal(): void {
    // It measures itself twice before it stands; the items are left out of that, as their sizes are ours.
    this.container.classList.add('canvas-settling')
    this.container.hidden = false
    // It counted every look at the hidden container as a drawing, and takes many in a row for a fault.
    this.timeline.redrawCount = 0
    this.fitContainer()
    this.container.classList.remove('canvas-settling')
  }

  /** Puts a stage on the canvas, touching only what differs. Returns whether anything did. */
  show(stage: Stage, locale: Locale): boolean {
    this.locale = locale
    this.container.classList.toggle('days-narrow', stage.pxPerDay < LEAST_DAY_PX)
    const lanes = stage.lanes.map((placed, order) => laneData(placed, order, locale))
    const items = stage.items.map(itemData)
    const lanesChanged = sync(this.lanes, lanes)
    leaveGroupsUnmeasured(this.timeline)
    return sync(this.items, items) || lanesChanged
  }

  setWindow(window: TimeWindow): void {
    const { startDay, endDay } = window
    if (startDay === this.shown.startDay && endDay === this.shown.endDay) return
    this.shown = window
    this.timeline.setWindow(ms(startDay), ms(endDay), { animation: false })
  }

  /** Draws again at the size that the container has now; told, because vis-timeline looks once a second. */
  fitContainer(): void {
    this.timeline.emit('_change', {})
  }

  /** Where vis-timeline draws time, in px of the page: what axis and grid must agree with. */
  area(): { readonly leftPx: number; readonly widthPx: number } {
    const centre = this.container.querySelector('.vis-panel.vis-center')
    if (centre === null) throw new Error('vis-timeline has no centre panel')
    const { left, width } = centre.getBoundingClientRect()
    return { leftPx: left, widthPx: width }
  }

  dispose(): void {
    this.timeline.destroy()
  }
}

function laneData(placed: PlacedLane, order: number, locale: Locale): VisLane {
  const signature = `${String(order)} ${String(laneHeight(placed))} ${String(placed.collapsed)} ${locale} ${placed.lane.names[locale]}`
  const className = isHeading(placed) ? 'lane-row lane-row-heading' : 'lane-row'
  return { id: placed.lane.id, content: '', order, className, placed, signature } as VisLane
}

function itemData(staged: StagedItem): VisItem {
  const { drawn } = staged
  const shown =
    drawn.kind === 'item' ? `${drawn.placed.label} ${drawn.placed.item.kind}` : `+${String(drawn.mark.count)}`
  return {
    id: staged.key,
    group: staged.lane,
    type: 'range',
    content: '',
    limitSize: false,
    start: ms(staged.startDay),
    end: ms(staged.endDay),
    style: `--row: ${String(staged.row)}`,
    className: drawn.kind === 'item' ? `item-box shape-${drawn.placed.item.shape}` : 'item-box mark-box',
    staged,
    signature: `${staged.lane} ${String(staged.row)} ${String(staged.startDay)} ${String(staged.endDay)} ${extentSignature(staged)} ${shown}`,
  }
}

function extentSignature({ drawn }: StagedItem): string {
  if (drawn.kind === 'mark') return drawn.mark.count.toString()
  const { extent } = drawn.placed.item
  return [extent.leadFrom, extent.earliest, extent.solidFrom, extent.solidTo, extent.latest, extent.openEnd].join(',')
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
