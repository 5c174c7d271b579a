import { computed } from 'vue'
import { ChoiceKeeper } from '../../domain/layout/filter-choices'
import { filterItems, isFiltering, passesFilters } from '../../domain/layout/filter-items'
import { ItemKeeper } from '../../domain/layout/item-keeper'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import { NO_FILTERS, type Filters } from '../../domain/model/view'
import { useDocumentStore } from '../document/document-store'
import type { RecordSet } from '../document/record-set'
import { useSessionStore } from '../document/session-store'

/** What can be drawn, what of it passes the filters, and what one can filter by. */
export function useItems() {
  const documents = useDocumentStore()
  const session = useSessionStore()
  const keeper = new ItemKeeper()
  const counts = new ChoiceKeeper()
  const all = computed(() => keeper.items(documents.document))
  const shown = computed(() => filterItems(all.value, session.filters))

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
