import { chainOf, isOfRules, recordLinks, type RecordLink } from '../../domain/layout/record-links'
import type { TimeWindow } from '../../domain/model/view'
import { arrowEnds, boxOfEnd, type ArrowEnd, type WantedEnds } from './arrow-ends'
import { daysLabel, hiddenLabel } from './arrow-words'
import { LinkArrows, type Arrow } from './link-arrows'
import type { RuleChain } from './rule-chain'
import type { Stage } from './stage'
import type { TimelineContent } from './timeline-content'

/** Widths of the window that arrows are drawn for on either side, so that panning draws none. */
const ROOM = 0.5
const WORDS_AFTER_MS = 120
/** More words than these cover each other: then only those of the selection are shown. */
const MOST_WITH_WORDS = 150

type Content = Pick<TimelineContent, 'document' | 'items' | 'locale'>

/** A link that can be drawn, with its words: computed once for a document and not for each frame. */
interface Drawable extends RecordLink {
  readonly label: string
  readonly shows: { readonly from: boolean; readonly to: boolean }
  /** The first day of either end; null where it does not show. */
  readonly begins: { readonly from: number | null; readonly to: number | null }
  readonly nth: number
  readonly selected: boolean
}

/** Links that are one arrow at one scale, with their ends. */
interface Placed extends Drawable {
  readonly start: ArrowEnd | null
  readonly end: ArrowEnd | null
}

/**
 * Which links are drawn as arrows: all of them on request, otherwise those of the selection and its chain; and always
 * the chain of the rule that is selected or under the pointer, which stands out.
 */
export class ArrowLayer {
  private readonly arrows: LinkArrows
  private links: readonly Drawable[] = []
  private wanted: WantedEnds = new Map()
  private selected: string | null = null
  private all = false
  /** The window that the arrows were last drawn for. */
  private base: { readonly startDay: number; readonly pxPerDay: number; readonly widthPx: number } | null = null
  private wordsLater: ReturnType<typeof setTimeout> | undefined
  private placed: { readonly of: Stage; readonly arrows: readonly Placed[] } | null = null

  constructor(
    host: HTMLElement,
    private readonly chain: RuleChain,
  ) {
    this.arrows = new LinkArrows(host)
  }

  showAll(all: boolean, content: Content): void {
    this.all = all
    this.gather(content, this.selected)
  }

  /** Returns whether another chain of rules stands out than before. */
  choose(content: Content, selected: string | null): boolean {
    const isOther = this.chain.choose(content.document, selected)
    this.selected = selected
    this.gather(content, selected)
    return isOther
  }

  /** What is under the pointer, null for nothing. Returns whether another chain of rules stands out than before. */
  hover(content: Content, record: string | null): boolean {
    const isOther = this.chain.hover(content.document, record)
    if (isOther) this.gather(content, this.selected)
    return isOther
  }

  private gather(content: Content, selected: string | null): void {
    const links = this.all || selected !== null ? recordLinks(content.document) : []
    const chosen = new Set(this.all || selected === null ? links : chainOf(links, selected))
    for (const link of this.chain.links) chosen.add(link)
    this.links = drawable([...chosen], content, selected, this.chain)
    this.wanted = new Map(
      this.links.flatMap(({ from, to, begins }) => [
        [from, begins.from],
        [to, begins.to],
      ]),
    )
    this.placed = null
    this.base = null
  }

  draw(stage: Stage | null, window: TimeWindow, widthPx: number): void {
    if (stage === null) return
    // Where things stand is the same throughout a stage; what a frame changes is the window alone.
    if (this.placed?.of !== stage) {
      this.placed = { of: stage, arrows: together(this.links, arrowEnds(stage, this.wanted)) }
      this.base = null
    }
    const { arrows } = this.placed
    const pxPerDay = widthPx / (window.endDay - window.startDay)
    const { base } = this
    const sameScale = base !== null && Math.abs(base.pxPerDay / pxPerDay - 1) < 1e-9
    const shiftPx = base === null ? 0 : (base.startDay - window.startDay) * pxPerDay
    // Panning moves the picture of the arrows; only a new scale, or the end of what is drawn, makes a new one.
    if (sameScale && base.widthPx === widthPx && Math.abs(shiftPx) < widthPx * ROOM) {
      this.arrows.shift(shiftPx)
      return
    }
    const zooming = base !== null && !sameScale
    this.base = { startDay: window.startDay, pxPerDay, widthPx }
    this.arrows.draw(inWindow(arrows, window, widthPx), {
      left: -widthPx * ROOM,
      right: widthPx * (1 + ROOM),
      withWords: !zooming,
      crowded: arrows.length > MOST_WITH_WORDS,
    })
    globalThis.clearTimeout(this.wordsLater)
    // To set hundreds of words anew takes longer than a frame: while one zooms there are none.
    if (zooming)
      this.wordsLater = globalThis.setTimeout(() => {
        this.base = null
        this.draw(stage, window, widthPx)
      }, WORDS_AFTER_MS)
  }

  dispose(): void {
    globalThis.clearTimeout(this.wordsLater)
  }
}

/**
 * Those links as one arrow that lead between the same two places, for what is only counted ends at the mark
 * that counts it; without those that begin and end in one mark, or have no place.
 */
function together(links: readonly Drawable[], ends: ReadonlyMap<string, ArrowEnd>): Placed[] {
  const found = new Map<string, { first: Placed; count: number; selected: boolean }>()
  for (const link of links) {
    const [start, end] = [ends.get(link.from) ?? null, ends.get(link.to) ?? null]
    // An end that shows has a place; without it neither an arrow nor a stub can be drawn.
    if ((link.shows.from && start === null) || (link.shows.to && end === null)) continue
    if (start !== null && start.mark !== null && start.mark === end?.mark) continue
    const key = `${link.kind} ${start?.mark ?? link.from} ${end?.mark ?? link.to}`
    const same = found.get(key)
    if (same === undefined) found.set(key, { first: { ...link, start, end }, count: 1, selected: link.selected })
    else found.set(key, { first: same.first, count: same.count + 1, selected: same.selected || link.selected })
  }
  return [...found.values()].map(({ first, count, selected }) =>
    count === 1 ? first : { ...first, selected, label: `× ${String(count)}` },
  )
}

function* inWindow(arrows: readonly Placed[], window: TimeWindow, widthPx: number): Generator<Arrow> {
  for (const { start, end, ...arrow } of arrows)
    yield {
      ...arrow,
      start: start && boxOfEnd(start, window, widthPx),
      end: end && boxOfEnd(end, window, widthPx),
    }
}

/** Of a chain of rules, how long after each other they came is said of the selected one alone. */
const isAside = (link: RecordLink, selected: string | null): boolean =>
  isOfRules(link) && link.from !== selected && link.to !== selected

/** Links with both ends on the timeline; and those of the selected record whose other end does not show, as stubs. */
function drawable(
  links: readonly RecordLink[],
  { document, items, locale }: Content,
  selected: string | null,
  chain: RuleChain,
): Drawable[] {
  if (links.length === 0) return []
  const ends = new Set(links.flatMap(({ from, to }) => [from, to]))
  const shown = new Map(items.flatMap((item) => (ends.has(item.record) ? [[item.record, item]] : [])))
  const stubs = { from: 0, to: 0 }
  return links.flatMap((one): Drawable[] => {
    const [from, to] = [shown.get(one.from), shown.get(one.to)]
    const begins = { from: from?.extent.earliest ?? null, to: to?.extent.earliest ?? null }
    const link = { ...one, begins, selected: one.from === selected || one.to === selected || chain.has(one) }
    const shows = { from: from !== undefined, to: to !== undefined }
    if (from !== undefined && to !== undefined)
      return [{ ...link, shows, nth: 0, label: isAside(link, selected) ? '' : daysLabel(from, to, locale) }]
    const near = from !== undefined ? 'from' : 'to'
    if (link[near] !== selected || (!shows.from && !shows.to)) return []
    const label = hiddenLabel(document, link[near === 'from' ? 'to' : 'from'], locale)
    return label === '' ? [] : [{ ...link, shows, nth: stubs[near]++, label }]
  })
}
