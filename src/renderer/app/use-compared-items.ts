import { computed } from 'vue'
import { compareOnTimeline, type CompareKind, type CompareMark } from '../../domain/layout/compare-on-timeline'
import { filterItems } from '../../domain/layout/filter-items'
import { ItemKeeper } from '../../domain/layout/item-keeper'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import type { Document } from '../../domain/model/document'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import { useComparisonStore } from '../versions/comparison-store'

export interface DrawnItems {
  readonly document: Document
  readonly items: readonly TimelineItem[]
  readonly compared: {
    readonly marks: ReadonlyMap<string, CompareMark>
    readonly kinds: ReadonlyMap<string, CompareKind>
  } | null
  /** What is drawn is not the document as it is now, so it takes no edits. */
  readonly isOther: boolean
}

/** What the timeline draws: the document as it is now, or the later of two states with what differs marked. */
export function useComparedItems(shown: () => readonly TimelineItem[]) {
  const documents = useDocumentStore()
  const session = useSessionStore()
  const comparison = useComparisonStore()
  const [earlier, later] = [new ItemKeeper(), new ItemKeeper()]
  const itemsOf = (keeper: ItemKeeper, document: Document) => filterItems(keeper.items(document), session.filters)

  return computed<DrawnItems>(() => {
    const { before, after, kinds } = comparison
    if (before === null) return { document: documents.document, items: shown(), compared: null, isOther: false }
    const isOther = after !== documents.document
    const { items, marks } = compareOnTimeline(
      itemsOf(earlier, before),
      isOther ? itemsOf(later, after) : shown(),
      kinds,
    )
    return { document: after, isOther, items, compared: { marks, kinds } }
  })
}
