import { computed } from 'vue'
import { filterChoices, filterItems } from '../../domain/layout/filter-items'
import { timelineItems } from '../../domain/layout/timeline-items'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'

/** What can be drawn, what of it passes the filters, and what one can filter by. */
export function useItems() {
  const documents = useDocumentStore()
  const session = useSessionStore()
  const all = computed(() => timelineItems(documents.document))
  const shown = computed(() => filterItems(all.value, session.filters))
  return {
    all,
    shown,
    choices: computed(() => filterChoices(all.value)),
    allRecords: computed<ReadonlySet<string>>(() => new Set(all.value.map((item) => item.record))),
    shownRecords: computed<ReadonlySet<string>>(() => new Set(shown.value.map((item) => item.record))),
  }
}
