import { arrowRoute, routePath, type Box } from '../../domain/layout/arrow-route'
import { daysBetween, type RecordLink } from '../../domain/layout/record-links'
import type { PlacedLane, TimelineItem } from '../../domain/layout/timeline-item'
import type { Locale } from '../../domain/model/names'
import type { TimeWindow } from '../../domain/model/view'
import { laneHeight } from './lane-view'
import { LANE_PADDING_PX, ROW_PX } from './measures'
import { MARK_PX } from './stage'

const SVG = 'http://www.w3.org/2000/svg'
const GLYPH_PX = 18

function svg<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
): SVGElementTagNameMap[K] {
  const made = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value)
  return made
}

/** Days as a label: `32 d`, `about 32 d`, `30–59 d`. */
export function daysLabel(from: TimelineItem, to: TimelineItem, locale: Locale): string {
  const days = daysBetween(from.extent, to.extent)
  if (days === null) return ''
  const range = days.least === days.most ? String(days.least) : `${String(days.least)} – ${String(days.most)}`
  const about = days.about ? (locale === 'en' ? 'about ' : '約 ') : ''
  return locale === 'en' ? `${about}${range.replaceAll('-', '−')} d` : `${about}${range.replaceAll('-', '−')} 天`
}

/** Where every record stands, in px of the drawn area: as an item, in a counted mark, or in its lane. */
export function boxesOf(lanes: readonly PlacedLane[], window: TimeWindow, widthPx: number): Map<string, Box> {
  const pxPerDay = widthPx / (window.endDay - window.startDay)
  const x = (day: number): number => (day - window.startDay) * pxPerDay
  const boxes = new Map<string, Box>()
  let laneTop = 0
  for (const placed of lanes) {
    const rowTop = (row: number): number => laneTop + LANE_PADDING_PX + row * ROW_PX
    const set = (record: string, left: number, right: number, row: number): void => {
      if (!boxes.has(record)) boxes.set(record, { left, right, top: rowTop(row) + 3, bottom: rowTop(row) + ROW_PX - 3 })
    }
    for (const { item, row } of placed.items) {
      const { earliest, latest, openEnd } = item.extent
      // Of a bar, the part near its beginning: that is the day which the link speaks of.
      const end = item.shape === 'span' ? x(earliest) + GLYPH_PX : Math.max(x(latest), x(earliest) + GLYPH_PX)
      set(item.record, x(earliest), openEnd ? x(earliest) + GLYPH_PX : end, row)
    }
    for (const mark of placed.marks)
      for (const record of mark.records) set(record, x(mark.startDay), x(mark.startDay) + MARK_PX, mark.row)
    laneTop += laneHeight(placed)
  }
  return boxes
}

export interface ArrowInput {
  readonly links: readonly RecordLink[]
  readonly items: ReadonlyMap<string, TimelineItem>
  readonly lanes: readonly PlacedLane[]
  readonly window: TimeWindow
  readonly widthPx: number
  readonly locale: Locale
  readonly selected: string | null
}

interface Drawn {
  readonly path: SVGPathElement
  readonly label: SVGTextElement
}

/**
 * Arrows between records, over the lanes. Boxes come from the layout, not from elements, so nothing is
 * measured; an arrow that stays keeps its elements and gets a new way.
 */
export class LinkArrows {
  private readonly drawn = new Map<string, Drawn>()
  private readonly layer: SVGSVGElement

  constructor(host: HTMLElement) {
    this.layer = svg('svg', { class: 'arrows', 'aria-hidden': 'true' })
    const defs = svg('defs', {})
    for (const kind of ['cause', 'response', 'variant', 'successor']) {
      const marker = svg('marker', {
        id: `arrow-${kind}`,
        class: `arrow-head arrow-${kind}`,
        viewBox: '0 0 8 8',
        refX: '7',
        refY: '4',
        markerWidth: '8',
        markerHeight: '8',
        markerUnits: 'userSpaceOnUse',
        orient: 'auto',
      })
      marker.append(svg('path', { d: 'M0 0.5 8 4 0 7.5Z' }))
      defs.append(marker)
    }
    this.layer.append(defs)
    host.append(this.layer)
  }

  draw({ links, items, lanes, window, widthPx, locale, selected }: ArrowInput): void {
    const gone = new Set(this.drawn.keys())
    const boxes = links.length === 0 ? new Map<string, Box>() : boxesOf(lanes, window, widthPx)
    for (const link of links) {
      const [from, to] = [boxes.get(link.from), boxes.get(link.to)]
      const [start, end] = [items.get(link.from), items.get(link.to)]
      if (from === undefined || to === undefined || start === undefined || end === undefined) continue
      if (Math.max(from.right, to.right) < 0 || Math.min(from.left, to.left) > widthPx) continue
      gone.delete(link.key)
      const { path, label } = this.drawn.get(link.key) ?? this.make(link)
      const route = arrowRoute(from, to)
      path.setAttribute('d', routePath(route))
      path.classList.toggle('arrow-selected', link.from === selected || link.to === selected)
      const words = daysLabel(start, end, locale)
      if (label.textContent !== words) label.textContent = words
      label.setAttribute('x', String(Math.round(route.middle.x)))
      label.setAttribute('y', String(Math.round(route.middle.y)))
    }
    for (const key of gone) this.remove(key)
  }

  private make({ key, kind, from, to }: RecordLink): Drawn {
    const path = svg('path', { class: `arrow arrow-${kind}`, 'marker-end': `url(#arrow-${kind})` })
    Object.assign(path.dataset, { from, to, kind })
    const label = svg('text', { class: `arrow-days arrow-${kind}` })
    this.layer.append(path, label)
    const made = { path, label }
    this.drawn.set(key, made)
    return made
  }

  private remove(key: string): void {
    this.drawn.get(key)?.path.remove()
    this.drawn.get(key)?.label.remove()
    this.drawn.delete(key)
  }
}
