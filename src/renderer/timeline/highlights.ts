import type { EdtfSide } from '../../domain/time/shift-edtf'

/** What a search found, as far as one asks about it. */
export interface HitSet {
  readonly size: number
  has(record: string): boolean
}

export interface Highlight {
  /** The record that the details are of; one of the selection. */
  readonly selected: string | null
  readonly selection: ReadonlySet<string>
  readonly hits: HitSet
  readonly currentHit: string | null
}

export const NO_HIGHLIGHT: Highlight = { selected: null, selection: new Set(), hits: new Set(), currentHit: null }

/**
 * Marks the selection and the search hits on the drawn elements. Classes alone, so that no item has
 * to be made again for it; applied anew after each drawing, for elements come and go.
 */
export class Highlights {
  private highlight = NO_HIGHLIGHT
  private edges: ReadonlySet<EdtfSide> = new Set()
  private wanted: { record: string; scroller: HTMLElement } | null = null

  constructor(private readonly frame: HTMLElement) {}

  /** `edges`: those of the selected item that can be dragged. */
  set(highlight: Highlight, edges: ReadonlySet<EdtfSide>): void {
    this.highlight = highlight
    this.edges = edges
    this.apply()
  }

  apply(): void {
    const { selection, hits, currentHit } = this.highlight
    this.frame.classList.toggle('timeline-searching', hits.size > 0)
    for (const element of this.frame.querySelectorAll<HTMLElement>('.item')) {
      const record = element.dataset['record'] ?? ''
      const isSelected = selection.has(record)
      element.classList.toggle('item-selected', isSelected)
      element.classList.toggle('edge-start', isSelected && this.edges.has('start'))
      element.classList.toggle('edge-end', isSelected && this.edges.has('end'))
      element.classList.toggle('item-hit', hits.has(record))
      element.classList.toggle('item-current-hit', record === currentHit)
    }
    this.bringIntoView()
  }

  /** Scrolls a record into view as soon as it is drawn. */
  scrollTo(record: string, scroller: HTMLElement): void {
    this.wanted = { record, scroller }
    this.bringIntoView()
  }

  private bringIntoView(): void {
    if (this.wanted === null) return
    const { record, scroller } = this.wanted
    const element = this.frame.querySelector<HTMLElement>(`.item[data-record="${CSS.escape(record)}"]`)
    if (element === null) return
    this.wanted = null
    const [item, view] = [element.getBoundingClientRect(), scroller.getBoundingClientRect()]
    if (item.top < view.top) scroller.scrollTop -= view.top - item.top + 40
    else if (item.bottom > view.bottom) scroller.scrollTop += item.bottom - view.bottom + 40
  }
}
