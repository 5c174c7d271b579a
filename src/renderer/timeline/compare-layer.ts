import { TONE_OF_KIND } from '../../domain/figure/kind-marks'
import { COMPARE_SIGNS, type CompareKind, type CompareMark } from '../../domain/layout/compare-on-timeline'
import type { Extent, PlacedItem, TimelineItem } from '../../domain/layout/timeline-item'
import type { RecordId } from '../../domain/model/ids'
import type { TimeWindow } from '../../domain/model/view'
import { glyphOf } from './item-view'
import { laneHeight } from './lane-view'
import { LANE_PADDING_PX, ROW_PX } from './measures'
import type { Stage } from './stage'

const SVG = 'http://www.w3.org/2000/svg'
const GLYPH_PX = 14
/** From where an item stood to where it stands: under this there is no room for an arrow. */
const LEAST_ARROW_PX = 20
const EDGE_PX = 3

export type CompareMarks = ReadonlyMap<RecordId, CompareMark>

export interface Compared {
  /** Of what stands in the lanes. */
  readonly marks: CompareMarks
  /** Of every record that differs, notes too. */
  readonly kinds: ReadonlyMap<RecordId, CompareKind>
}

/**
 * What differs between two states, over the lanes: a sign on each item that does, the old place of
 * what moved as a ghost with an arrow from it. What was removed is an item of its own, which is drawn
 * here as gone. Everything hangs on the layout, so it holds in every zoom and grouping.
 */
export class CompareLayer {
  private readonly arrows = document.createElementNS(SVG, 'svg')
  private readonly signs = document.createElement('div')
  private readonly ghosts = document.createElement('div')
  private compared: Compared | null = null
  private shows = false

  constructor(
    private readonly frame: HTMLElement,
    private readonly canvas: HTMLElement,
    under: HTMLElement,
    over: HTMLElement,
  ) {
    this.arrows.setAttribute('class', 'compare-arrows')
    this.arrows.append(arrowHead())
    // A ghost may lie where a label of today stands, so it lies under it.
    under.append(this.ghosts)
    over.append(this.arrows, this.signs)
  }

  /** Null while nothing is compared. */
  set(compared: Compared | null): void {
    if (this.compared === compared) return
    this.compared = compared
    this.frame.classList.toggle('timeline-comparing', compared !== null)
  }

  draw(stage: Stage | null, window: TimeWindow, widthPx: number): void {
    const marks = this.compared?.marks ?? null
    if (stage === null || (marks === null && !this.shows)) return
    this.shows = marks !== null
    this.markElements(marks ?? new Map(), stage)
    const signs: HTMLElement[] = []
    const ghosts: HTMLElement[] = []
    const paths: SVGElement[] = []
    if (marks !== null)
      for (const { placed, topPx } of placedMarks(stage, marks)) {
        const mark = marks.get(placed.item.record)
        if (mark === undefined) continue
        const x = (day: number): number => ((day - window.startDay) * widthPx) / (window.endDay - window.startDay)
        if (mark.was !== null) {
          const ghost = ghostOf(mark.was, placed.item, x, topPx, widthPx)
          if (ghost !== null) ghosts.push(ghost)
          const path = arrowFrom(mark.was, placed.item, x, topPx, widthPx)
          if (path !== null) paths.push(path)
        }
        const sign = signOf(mark, placed.item.extent, x, topPx, widthPx)
        if (sign !== null) signs.push(sign)
      }
    this.signs.replaceChildren(...signs)
    this.ghosts.replaceChildren(...ghosts)
    this.arrows.replaceChildren(...[...this.arrows.children].slice(0, 1), ...paths)
  }

  private markElements(marks: CompareMarks, stage: Stage): void {
    for (const element of this.frame.querySelectorAll<HTMLElement>('[data-annotation]')) {
      const kind = this.compared?.kinds.get(element.dataset['annotation'] ?? '')
      if (kind === undefined) delete element.dataset['compare']
      else element.dataset['compare'] = kind
    }
    for (const element of this.canvas.querySelectorAll<HTMLElement>('.item')) {
      const mark = marks.get(element.dataset['record'] ?? '')
      element.classList.toggle('item-compared', mark !== undefined)
      if (mark === undefined) delete element.dataset['compare']
      else element.dataset['compare'] = mark.kind
      element.classList.toggle('item-gone', mark?.gone === true)
    }
    const counted = new Set<string>()
    if (marks.size > 0)
      for (const lane of stage.lanes)
        for (const { key, records } of lane.marks) if (records.some((record) => marks.has(record))) counted.add(key)
    for (const element of this.canvas.querySelectorAll<HTMLElement>('.mark'))
      element.classList.toggle('mark-compared', counted.has(element.dataset['mark'] ?? ''))
  }
}

/** Every placed item that has a mark, with the top of its row in px; one may stand in several lanes. */
function placedMarks({ lanes }: Stage, marks: CompareMarks): { placed: PlacedItem; topPx: number }[] {
  const found: { placed: PlacedItem; topPx: number }[] = []
  let laneTop = 0
  for (const lane of lanes) {
    for (const placed of lane.items)
      if (marks.has(placed.item.record)) found.push({ placed, topPx: laneTop + LANE_PADDING_PX + placed.row * ROW_PX })
    laneTop += laneHeight(lane)
  }
  return found
}

type Scale = (day: number) => number

function signOf({ kind }: CompareMark, { earliest, latest }: Extent, x: Scale, topPx: number, widthPx: number) {
  const [left, right] = [x(earliest), x(latest)]
  if (right < 0 || left > widthPx) return null
  const sign = document.createElement('span')
  sign.className = 'compare-sign'
  sign.dataset['compare'] = kind
  sign.textContent = COMPARE_SIGNS[kind]
  // On the head of the item, or where a bar that begins left of the window comes in.
  const half = Math.min((right - left) / 2, GLYPH_PX / 2 + 1)
  sign.style.transform = `translate(${String(Math.max(Math.round(left + half) - 20, EDGE_PX))}px, ${String(topPx - 4)}px)`
  return sign
}

/** The part of the old place that the new one does not cover; the old edge alone where it covers all. */
function ghostOf(was: TimelineItem, now: TimelineItem, x: Scale, topPx: number, widthPx: number): HTMLElement | null {
  const [begin, end] = uncovered(was.extent, now.extent)
  const [from, to] = [Math.max(x(begin), -20), Math.min(x(end), widthPx + 20)]
  if (to < 0 || from > widthPx) return null
  const ghost = document.createElement('div')
  const width = Math.max(to - from, GLYPH_PX + 4)
  ghost.className = `compare-ghost tone-${TONE_OF_KIND[was.kind]}`
  ghost.dataset['ghostOf'] = was.record
  ghost.style.transform = `translate(${String(Math.round(from))}px, ${String(topPx)}px)`
  ghost.style.width = `${String(Math.round(width))}px`
  ghost.append(glyphOf(was.kind))
  return ghost
}

function uncovered(was: Extent, now: Extent): readonly [number, number] {
  if (was.earliest < now.earliest) return [was.earliest, Math.min(was.latest, now.earliest)]
  if (was.latest > now.latest) return [Math.max(was.earliest, now.latest), was.latest]
  return was.earliest > now.earliest ? [was.earliest, was.earliest] : [was.latest, was.latest]
}

/** From the side that moved: the beginning, or the end where only that is another. Along the foot of the row, clear of labels. */
function arrowFrom(was: TimelineItem, now: TimelineItem, x: Scale, topPx: number, widthPx: number) {
  const side = was.extent.earliest === now.extent.earliest ? 'latest' : 'earliest'
  const inset = side === 'earliest' ? GLYPH_PX / 2 : 0
  const [from, to] = [x(was.extent[side]) + inset, x(now.extent[side]) + inset]
  if (Math.max(from, to) < 0 || Math.min(from, to) > widthPx || Math.abs(to - from) < LEAST_ARROW_PX) return null
  const clamped = (px: number): string => String(Math.round(Math.max(-EDGE_PX, Math.min(px, widthPx + EDGE_PX))))
  const [foot, rise] = [String(topPx + ROW_PX - 0.5), String(topPx + ROW_PX - 5)]
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('class', 'compare-arrow')
  path.setAttribute('d', `M${clamped(from)} ${rise} V${foot} H${clamped(to)}`)
  path.setAttribute('marker-end', 'url(#compare-head)')
  path.dataset['arrowOf'] = now.record
  return path
}

function arrowHead(): SVGElement {
  const defs = document.createElementNS(SVG, 'defs')
  const marker = document.createElementNS(SVG, 'marker')
  for (const [name, value] of Object.entries({
    id: 'compare-head',
    class: 'compare-head',
    viewBox: '0 0 8 8',
    refX: '7',
    refY: '4',
    markerWidth: '8',
    markerHeight: '8',
    markerUnits: 'userSpaceOnUse',
    orient: 'auto',
  }))
    marker.setAttribute(name, value)
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', 'M0 0.5 8 4 0 7.5Z')
  marker.append(path)
  defs.append(marker)
  return defs
}
