import type { EdtfSide } from '../../domain/time/shift-edtf'
import type { ItemBox } from './item-box'

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

/** Marks the selection and the search hits on the drawn elements, by classes alone. */
export class Highlights {
  private highlight = NO_HIGHLIGHT
  private edges: ReadonlySet<EdtfSide> = new Set()

  constructor(private readonly frame: HTMLElement) {}

  /** `edges`: those of the selected item that can be dragged. */
  set(highlight: Highlight, edges: ReadonlySet<EdtfSide>): void {
    this.highlight = highlight
    this.edges = edges
    this.frame.classList.toggle('timeline-searching', highlight.hits.size > 0)
  }

  dress(box: ItemBox): void {
    const { record, root } = box
    if (record === null) return
    const { selection, hits, currentHit } = this.highlight
    const isSelected = selection.has(record)
    root.classList.toggle('item-selected', isSelected)
    root.classList.toggle('edge-start', isSelected && this.edges.has('start'))
    root.classList.toggle('edge-end', isSelected && this.edges.has('end'))
    root.classList.toggle('item-hit', hits.has(record))
    root.classList.toggle('item-current-hit', record === currentHit)
    box.gripped = isSelected && this.edges.size > 0
  }
}
