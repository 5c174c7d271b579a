import { chainOf, recordLinks, type RecordLink } from '../../domain/layout/record-links'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import type { TimeWindow } from '../../domain/model/view'
import { LinkArrows } from './link-arrows'
import type { Stage } from './stage'
import type { TimelineContent } from './timeline-content'

/** Which links are drawn as arrows: all of them on request, otherwise those of the selection and its chain. */
export class ArrowLayer {
  private readonly arrows: LinkArrows
  private links: readonly RecordLink[] = []
  private items: ReadonlyMap<string, TimelineItem> = new Map()
  private selected: string | null = null
  private all = false

  constructor(host: HTMLElement) {
    this.arrows = new LinkArrows(host)
  }

  showAll(all: boolean, content: TimelineContent): void {
    this.all = all
    this.choose(content, this.selected)
  }

  choose({ document, items }: Pick<TimelineContent, 'document' | 'items'>, selected: string | null): void {
    this.selected = selected
    const links = this.all || selected !== null ? recordLinks(document) : []
    this.links = this.all || selected === null ? links : chainOf(links, selected)
    this.items = new Map(this.links.length === 0 ? [] : items.map((item) => [item.record, item]))
  }

  draw(stage: Stage | null, window: TimeWindow, widthPx: number, { locale }: Pick<TimelineContent, 'locale'>): void {
    if (stage === null) return
    const { links, items, selected } = this
    this.arrows.draw({ links, items, lanes: stage.lanes, window, widthPx, locale, selected })
  }
}
