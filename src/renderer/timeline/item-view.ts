import { GLYPH_BOX, GLYPH_OF_KIND, TONE_OF_KIND, TONES, type Tone } from '../../domain/figure/kind-marks'
import { totalOf, type KindCounts } from '../../domain/layout/kind-counts'
import type { CountMark, PlacedItem, TimelineItem } from '../../domain/layout/timeline-item'
import type { ItemKind } from '../../domain/model/view'
import { LifeView } from './life-view'
import { percent } from './percent'
import type { StagedItem } from './stage'

const SVG = 'http://www.w3.org/2000/svg'

/** The elements of one thing on the stage. Only what was announced before has a lead, and only a rule phases. */
export interface ItemElements {
  readonly root: HTMLElement
  readonly head: HTMLElement
  readonly bar: HTMLElement | null
  readonly lead: HTMLElement | null
  readonly life: LifeView | null
}

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

/** Copying an element is several times as fast as making it. */
const glyphs = new Map<ItemKind, SVGSVGElement>()

function copyOfGlyph(kind: ItemKind): Node {
  let glyph = glyphs.get(kind)
  if (glyph === undefined) {
    glyph = glyphOf(kind)
    glyphs.set(kind, glyph)
  }
  return glyph.cloneNode(true)
}

function element(className: string): HTMLElement {
  const made = document.createElement('div')
  made.className = className
  return made
}

/** One item of the timeline: lead or phases, bar, then glyph and label. */
export function makeItem({ item }: PlacedItem): ItemElements {
  const root = element('')
  const life = item.life === null ? null : new LifeView()
  const lead = item.extent.leadFrom === null || life !== null ? null : element('lead')
  const bar = element('bar')
  const head = element('head')
  head.append(copyOfGlyph(item.kind))
  root.append(...(lead === null ? [] : [lead]), ...(life === null ? [] : [life.root]), bar, head)
  return { root, head, bar, lead, life }
}

/** Writes what hangs on the item, its label and what is shown of it; not where it stands. */
export function dressItem({ root, head, bar, life }: ItemElements, staged: StagedItem, placed: PlacedItem): void {
  const { item, label, labelInside } = placed
  root.dataset['record'] = item.record
  root.dataset['lane'] = staged.lane
  const className = `item item-box shape-${item.shape} tone-${TONE_OF_KIND[item.kind]}${labelInside ? ' label-inside' : ''}${lifeClass(item)}`
  if (root.className !== className) root.className = className
  if (bar !== null) dressBar(bar, staged, placed)
  if (life !== null && item.life !== null) {
    const { earliest, latest, leadFrom } = item.extent
    const [from, to] = shownPart(staged, leadFrom ?? earliest, latest)
    if (staged.drawn.kind === 'item') life.dress(item.life, item.extent, { from, to }, staged.drawn.pxPerDay)
  }
  const text = head.querySelector('.label')
  if (label === '') text?.remove()
  else if (text === null) {
    const made = document.createElement('span')
    made.className = 'label'
    made.textContent = label
    head.append(made)
  } else if (text.textContent !== label) text.textContent = label
}

/** Where a rule is never in force, its name stands over a pattern. */
const lifeClass = ({ life }: TimelineItem): string =>
  life === null
    ? ''
    : life.phases.some(({ kind }) => kind === 'force' || kind === 'grace')
      ? ' with-life'
      : ' with-life never-in-force'

/** A bar with the part that is certain; what is not fades out, by gradient, towards both ends. */
function dressBar(bar: HTMLElement, staged: StagedItem, { item }: PlacedItem): void {
  const { extent } = item
  const [from, to] = shownPart(staged, extent.earliest, extent.latest)
  const width = Math.max(to - from, Number.EPSILON)
  const isSolid = extent.solidFrom <= from && extent.solidTo >= to
  // Stops relative to what is shown of the bar: below 0 or over 100 % where it is cut.
  const stops = [extent.earliest, extent.solidFrom, extent.solidTo, extent.latest].map((day) => (day - from) / width)
  if (!isSolid)
    stops.forEach((stop, index) => {
      bar.style.setProperty(`--stop-${String(index)}`, percent(stop))
    })
  const className = [
    isSolid ? 'bar-solid' : '',
    item.shape === 'span' ? 'bar' : 'bar bar-thin',
    item.shape === 'point' && extent.solidTo - extent.solidFrom === 1 ? 'bar-day' : '',
    extent.openEnd && to === extent.latest ? 'bar-open' : '',
    from === extent.solidFrom && from === extent.earliest && !extent.openStart ? 'bar-begins' : '',
    to === extent.solidTo && to === extent.latest && !extent.openEnd ? 'bar-ends' : '',
  ]
    .filter((name) => name !== '')
    .join(' ')
  if (bar.className !== className) bar.className = className
}

/** The part of a stretch of days that lies on the stage. */
export function shownPart(staged: StagedItem, from: number, to: number): [number, number] {
  const start = Math.min(Math.max(from, staged.startDay), staged.endDay)
  return [start, Math.max(Math.min(to, staged.endDay), start)]
}

/** A count of what had no room, over the days that it speaks of. */
export function makeMark(): ItemElements {
  const root = element('item-box mark')
  const bar = element('')
  const head = element('mark-count')
  root.append(bar, head)
  return { root, head, bar, lead: null, life: null }
}

const LEAST_BAR_PX = 2
const BAR_PX_PER_DOUBLING = 1.4
const MOST_BAR_PX = 20

/**
 * Its colours are those of the kinds that it counts, side by side where there are several. The bar is the higher
 * the more begins under it; of what passes through, a line tells how far it reaches.
 */
export function dressMark(
  { root, head, bar }: ItemElements,
  staged: StagedItem,
  mark: CountMark,
  widthPx: number,
): void {
  root.dataset['mark'] = mark.key
  root.dataset['lane'] = staged.lane
  root.dataset['count'] = String(mark.count)
  head.textContent = `+${String(mark.count)}`
  const tones = tonesOf(mark.kinds)
  const [tone] = tones
  root.className = `item-box mark tone-${tones.length === 1 && tone !== undefined ? tone.tone : 'mixed'}`
  if (bar === null) return
  bar.className = mark.counts === 'passing' ? 'mark-bar mark-line' : 'mark-bar'
  const height = LEAST_BAR_PX + Math.floor(Math.log2(mark.count) * BAR_PX_PER_DOUBLING)
  // Bars of bins beside each other keep the width of their scale: a frame has better things to do than to stretch them.
  bar.style.width = mark.counts === 'passing' ? '' : `${String(Math.max(widthPx, 1))}px`
  bar.style.height = mark.counts === 'passing' ? '' : `${String(Math.min(height, MOST_BAR_PX))}px`
  bar.style.background = tones.length === 1 ? '' : stripes(tones)
}

interface TonePart {
  readonly tone: Tone
  /** Of all that is counted. */
  readonly part: number
}

function tonesOf(kinds: KindCounts): TonePart[] {
  const total = totalOf(kinds)
  return TONES.flatMap((tone) => {
    let count = 0
    for (const [kind, ofKind] of kinds) if (TONE_OF_KIND[kind] === tone) count += ofKind
    return count === 0 ? [] : [{ tone, part: count / total }]
  })
}

function stripes(tones: readonly TonePart[]): string {
  let from = 0
  const stops = tones.map(({ tone, part }) => {
    const stop = `var(--tone-${tone}) ${percent(from)} ${percent(from + part)}`
    from += part
    return stop
  })
  return `linear-gradient(to right, ${stops.join(', ')})`
}
