import { computed } from 'vue'
import { filterChoices, filterItems, isFiltering, passesFilters } from '../../domain/layout/filter-items'
import { ItemKeeper } from '../../domain/layout/item-keeper'
import { useDocumentStore } from '../document/document-store'
import type { RecordSet } from '../document/record-set'
import { useSessionStore } from '../document/session-store'

/** What can be drawn, what of it passes the filters, and what one can filter by. */
export function useItems() {
  const documents = useDocumentStore()
  const session = useSessionStore()
  const keeper = new ItemKeeper()
  const all = computed(() => keeper.items(documents.document))
  const shown = computed(() => filterItems(all.value, session.filters))

  /** Asked of the keeper, for a set of 100,000 would have to be made anew with each edit and filter. */
  const allRecords = computed<RecordSet>(() => {
    void all.value
    return { has: (record) => keeper.find(record) !== undefined }
  })
  const shownRecords = computed<RecordSet>(() => {
    void all.value
    const { filters } = session
    return {
      has(record) {
        const item = keeper.find(record)
        return item !== undefined && passesFilters(item, filters)
      },
    }
  })
  return {
    all,
    shown,
    choices: computed(() => filterChoices(all.value)),
    isFiltering: computed(() => isFiltering(session.filters)),
    allRecords,
    shownRecords,
  }
}
