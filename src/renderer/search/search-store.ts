import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { searchTerms } from '../../domain/search/fold'
import { searchText, textIndex } from '../../domain/search/text-index'
import { useDocumentStore } from '../document/document-store'

/** What is searched for, what was found, and at which hit one stands. */
export const useSearchStore = defineStore('search', () => {
  const documents = useDocumentStore()
  const query = shallowRef('')
  const current = shallowRef<string | null>(null)

  // Lazy: the index is built with the first query, and again after an edit only while one stands.
  const index = computed(() => textIndex(documents.document))
  const terms = computed(() => searchTerms(query.value))
  const hits = computed(() => (terms.value.length === 0 ? [] : searchText(index.value, query.value)))
  const records = computed<ReadonlySet<string>>(() => new Set(hits.value.map((hit) => hit.record)))
  const at = computed(() => hits.value.findIndex((hit) => hit.record === current.value))

  function ask(text: string): void {
    query.value = text
    if (current.value !== null && !records.value.has(current.value)) current.value = null
  }

  /** Goes to the next or previous hit, round the end; the record, or null if there are no hits. */
  function step(direction: 1 | -1): string | null {
    const count = hits.value.length
    if (count === 0) return null
    const from = at.value < 0 && direction < 0 ? 0 : at.value
    current.value = hits.value[(from + direction + count) % count]?.record ?? null
    return current.value
  }

  return {
    query,
    current,
    terms,
    hits,
    records,
    at,
    ask,
    step,
    goTo: (record: string) => {
      current.value = record
    },
    clear: () => {
      query.value = ''
      current.value = null
    },
  }
})
