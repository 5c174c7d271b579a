import { chainOf, recordLinks, type RecordLink } from '../../domain/layout/record-links'
import type { PlacedLane } from '../../domain/layout/timeline-item'
import type { TimeWindow } from '../../domain/model/view'
import { arrowEnds, boxOfEnd, type ArrowEnd } from './arrow-ends'
import { daysLabel, hiddenLabel } from './arrow-words'
import { LinkArrows, type Arrow } from './link-arrows'
import type { Stage } from './stage'
import type { TimelineContent } from './timeline-content'

type Content = Pick<TimelineContent, 'document' | 'items' | 'locale'>

/** A link that can be drawn, with its words: computed once for a document and not for each frame. */
interface Drawable extends RecordLink {
  readonly label: string
  readonly shows: { readonly from: boolean; readonly to: boolean }
  readonly nth: number
}

/** Which links are drawn as arrows: all of them on request, otherwise those of the selection and its chain. */
export class ArrowLayer {
  private readonly arrows: LinkArrows
  private links: readonly Drawable[] = []
  private wanted: ReadonlySet<string> = new Set()
  private selected: string | null = null
  private all = false
  private ends: { readonly of: readonly PlacedLane[]; readonly found: ReadonlyMap<string, ArrowEnd> } | null = null

  constructor(host: HTMLElement) {
    this.arrows = new LinkArrows(host)
  }

  showAll(all: boolean, content: Content): void {
    this.all = all
    this.choose(content, this.selected)
  }

  choose(content: Content, selected: string | null): void {
    this.selected = selected
    const links = this.all || selected !== null ? recordLinks(content.document) : []
    this.links = drawable(this.all || selected === null ? links : chainOf(links, selected), content, selected)
    this.wanted = new Set(this.links.flatMap(({ from, to }) => [from, to]))
    this.ends = null
  }

  draw(stage: Stage | null, window: TimeWindow, widthPx: number): void {
    if (stage === null) return
    // Where things stand hangs on the scale; what a frame changes is the window alone.
    if (this.ends?.of !== stage.lanes) this.ends = { of: stage.lanes, found: arrowEnds(stage.lanes, this.wanted) }
    this.arrows.draw(this.inWindow(this.ends.found, window, widthPx), widthPx)
  }

  private *inWindow(ends: ReadonlyMap<string, ArrowEnd>, window: TimeWindow, widthPx: number): Generator<Arrow> {
    const boxOf = (record: string) => {
      const end = ends.get(record)
      return end === undefined ? null : boxOfEnd(end, window, widthPx)
    }
    for (const link of this.links) {
      const [start, end] = [boxOf(link.from), boxOf(link.to)]
      // An end that shows has a place; without it neither an arrow nor a stub can be drawn.
      if ((link.shows.from && start === null) || (link.shows.to && end === null)) continue
      yield { ...link, start, end, selected: link.from === this.selected || link.to === this.selected }
    }
  }
}

/** Links with both ends on the timeline; and those of the selected record whose other end does not show, as stubs. */
function drawable(
  links: readonly RecordLink[],
  { document, items, locale }: Content,
  selected: string | null,
): Drawable[] {
  if (links.length === 0) return []
  const shown = new Map(items.map((item) => [item.record, item]))
  const stubs = { from: 0, to: 0 }
  return links.flatMap((link): Drawable[] => {
    const [from, to] = [shown.get(link.from), shown.get(link.to)]
    const shows = { from: from !== undefined, to: to !== undefined }
    if (from !== undefined && to !== undefined) return [{ ...link, shows, nth: 0, label: daysLabel(from, to, locale) }]
    const near = from !== undefined ? 'from' : 'to'
    if (link[near] !== selected || (!shows.from && !shows.to)) return []
    const label = hiddenLabel(document, link[near === 'from' ? 'to' : 'from'], locale)
    return label === '' ? [] : [{ ...link, shows, nth: stubs[near]++, label }]
  })
}
