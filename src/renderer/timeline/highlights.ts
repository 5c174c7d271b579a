import { NO_HITS } from '../../domain/search/hits'
import type { EdtfSide } from '../../domain/time/shift-edtf'
import type { Wanted } from '../../domain/layout/wanted'
import type { ItemBox } from './item-box'

/** What a search found, as far as one asks about it. */
export interface HitSet {
  readonly size: number
  has(record: string): boolean
  /** The best first. */
  records(): Iterable<string>
}

export interface Highlight {
  /** The record that the details are of; one of the selection. */
  readonly selected: string | null
  readonly selection: ReadonlySet<string>
  readonly hits: HitSet
  readonly currentHit: string | null
}

export const NO_HIGHLIGHT: Highlight = { selected: null, selection: new Set(), hits: NO_HITS, currentHit: null }

/** More than these are not drawn at the cost of others. */
const MOST_WANTED = 150
/** Of so many hits no choice says anything: then one has typed a letter or two and goes on typing. */
const TOO_MANY_HITS = 300

/** What of a highlight is drawn though there be no room for all. `sought`: what one wants to see now. */
export function wantedBy({ selected, selection, hits, currentHit }: Highlight, sought: string | null): Wanted {
  const first = (records: Iterable<string>): string[] => {
    const found: string[] = []
    for (const record of records) {
      if (found.length === MOST_WANTED) break
      found.push(record)
    }
    return found
  }
  const must = [selected, currentHit, sought].filter((record) => record !== null)
  return {
    must: [...new Set(must)],
    also: [...first(selection), ...(hits.size > TOO_MANY_HITS ? [] : first(hits.records()))],
  }
}

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
