import { computed, onScopeDispose, watch } from 'vue'
import { ChoiceKeeper } from '../../domain/layout/filter-choices'
import { filterItems, isFiltering, passesFilters, preparingFilters } from '../../domain/layout/filter-items'
import type { InParts } from '../../domain/model/in-parts'
import { ItemKeeper } from '../../domain/layout/item-keeper'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import { NO_FILTERS, type Filters } from '../../domain/model/view'
import { useDocumentStore } from '../document/document-store'
import type { RecordSet } from '../document/record-set'
import { useSessionStore } from '../document/session-store'
import { InSlices } from '../idle/in-slices'
import type { TimelineHandle } from './timeline-handle'

/** What can be drawn, what of it passes the filters, and what one can filter by. */
export function useItems(timeline: () => TimelineHandle | null | undefined) {
  const documents = useDocumentStore()
  const session = useSessionStore()
  const keeper = new ItemKeeper()
  const counts = new ChoiceKeeper()
  const passed = lastPassed()
  const all = computed(() => keeper.items(documents.document))
  const shown = computed(() => passed(all.value, session.filters))
  makeReady(() => all.value)
  onScopeDispose(
    documents.beforeShowing(function* (document) {
      const [items, filters] = [yield* keeper.making(document), session.filters]
      if (isFiltering(filters)) yield* preparingFilters(items)
      yield* timeline()?.readying(document, passed(items, filters)) ?? []
    }),
  )

  // Asked of the keeper, for a set of 100,000 would have to be made anew with each edit and filter.
  const passing = (items: readonly TimelineItem[], filters: Filters): RecordSet => ({
    has(record) {
      const item = items.length === 0 ? undefined : keeper.find(record)
      return item !== undefined && passesFilters(item, filters)
    },
  })
  // Another object whenever the items are others, so that who asked asks again.
  const allRecords = computed(() => passing(all.value, NO_FILTERS))
  const shownRecords = computed(() => passing(all.value, session.filters))
  return {
    all,
    shown,
    choices: computed(() => counts.choices(all.value)),
    isFiltering: computed(() => isFiltering(session.filters)),
    allRecords,
    shownRecords,
  }
}

/** Gives the same list again where the same is asked for: what was made ready of it is found by that. */
function lastPassed(): (items: readonly TimelineItem[], filters: Filters) => readonly TimelineItem[] {
  let last: { items: readonly TimelineItem[]; filters: Filters; passing: readonly TimelineItem[] } | null = null
  return (items, filters) => {
    if (last?.items !== items || last.filters !== filters)
      last = { items, filters, passing: filterItems(items, filters) }
    return last.passing
  }
}

/** So few are filtered within a frame, ready or not. */
const FEW = 5_000

/** Makes the items ready for filters while the window has nothing to do. */
function makeReady(items: () => readonly TimelineItem[]): void {
  let work: InParts<void> | null = null
  const slices = new InSlices(
    () => work?.next().done === false,
    () => (work = null),
  )
  watch(
    items,
    (now) => {
      work = now.length > FEW ? preparingFilters(now) : null
      if (work !== null) slices.start(false)
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    slices.stop()
  })
}
