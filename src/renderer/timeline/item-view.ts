import { GLYPH_BOX, GLYPH_OF_KIND, TONE_OF_KIND } from '../../domain/figure/kind-marks'
import type { CountMark, PlacedItem } from '../../domain/layout/timeline-item'
import type { ItemKind } from '../../domain/model/view'
import type { StagedItem } from './stage'

const SVG = 'http://www.w3.org/2000/svg'

/** The mark of a kind, drawn in the text colour of its tone. */
export function glyphOf(kind: ItemKind): SVGSVGElement {
  const { path, filled } = GLYPH_OF_KIND[kind]
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', `0 0 ${String(GLYPH_BOX)} ${String(GLYPH_BOX)}`)
  svg.setAttribute('class', filled ? 'glyph glyph-filled' : 'glyph glyph-outline')
  svg.setAttribute('aria-hidden', 'true')
  const shape = document.createElementNS(SVG, 'path')
  shape.setAttribute('d', path)
  svg.append(shape)
  return svg
}

const percent = (part: number): string => `${String(Math.round(part * 1e6) / 1e4)}%`

function element(className: string): HTMLElement {
  const made = document.createElement('div')
  made.className = className
  return made
}

/** A bar with the part that is certain; what is not fades out, by gradient, towards both ends. */
function barOf(staged: StagedItem, { item }: PlacedItem): HTMLElement {
  const { extent } = item
  const [from, to] = shownPart(staged, extent.earliest, extent.latest)
  const width = Math.max(to - from, Number.EPSILON)
  const bar = element(item.shape === 'span' ? 'bar' : 'bar bar-thin')
  bar.style.left = percent((from - staged.startDay) / (staged.endDay - staged.startDay))
  bar.style.width = percent((to - from) / (staged.endDay - staged.startDay))
  // Stops relative to what is shown of the bar: below 0 or over 100 % where it is cut.
  const stops = [extent.earliest, extent.solidFrom, extent.solidTo, extent.latest].map((day) => (day - from) / width)
  stops.forEach((stop, index) => {
    bar.style.setProperty(`--stop-${String(index)}`, percent(stop))
  })
  if (item.shape === 'point' && extent.solidTo - extent.solidFrom === 1) bar.classList.add('bar-day')
  if (extent.openEnd && to === extent.latest) bar.classList.add('bar-open')
  if (from === extent.solidFrom && from === extent.earliest && !extent.openStart) bar.classList.add('bar-begins')
  if (to === extent.solidTo && to === extent.latest && !extent.openEnd) bar.classList.add('bar-ends')
  return bar
}

/** The part of a stretch of days that lies on the stage. */
function shownPart(staged: StagedItem, from: number, to: number): [number, number] {
  const start = Math.min(Math.max(from, staged.startDay), staged.endDay)
  return [start, Math.max(Math.min(to, staged.endDay), start)]
}

function leadOf(staged: StagedItem, { item }: PlacedItem): HTMLElement | null {
  const { extent } = item
  if (extent.leadFrom === null) return null
  const [from, to] = shownPart(staged, extent.leadFrom, extent.earliest)
  const lead = element('lead')
  lead.style.width = percent((to - from) / (staged.endDay - staged.startDay))
  return lead
}

/** One item of the timeline: lead, bar, then glyph and label, which stay in view along a long bar. */
export function itemView(staged: StagedItem, placed: PlacedItem): HTMLElement {
  const { item, label, labelInside } = placed
  const view = element(`item tone-${TONE_OF_KIND[item.kind]}`)
  view.classList.toggle('label-inside', labelInside)
  view.dataset['record'] = item.record
  view.dataset['lane'] = staged.lane
  const lead = leadOf(staged, placed)
  if (lead !== null) view.append(lead)
  const bar = barOf(staged, placed)
  view.style.setProperty('--bar-left', bar.style.left)
  view.style.setProperty('--bar-width', bar.style.width)
  const head = element('head')
  head.append(glyphOf(item.kind))
  if (label !== '') {
    const text = document.createElement('span')
    text.className = 'label'
    text.textContent = label
    head.append(text)
  }
  view.append(bar, head)
  return view
}

/** A count of what had no room, over the days that it speaks of. */
export function markView(staged: StagedItem, mark: CountMark): HTMLElement {
  const view = element('mark')
  view.dataset['mark'] = mark.key
  view.dataset['count'] = String(mark.count)
  view.dataset['lane'] = staged.lane
  const text = element('mark-count')
  text.textContent = `+${String(mark.count)}`
  view.append(text)
  return view
}
