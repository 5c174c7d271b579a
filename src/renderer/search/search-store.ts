import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { searchTerms } from '../../domain/search/fold'
import { NO_HITS } from '../../domain/search/hits'
import { TextIndex } from '../../domain/search/text-index'
import { useDocumentStore } from '../document/document-store'
import { InSlices } from './in-slices'

/** What is searched for, what was found, and at which hit one stands. */
export const useSearchStore = defineStore('search', () => {
  const documents = useDocumentStore()
  const query = shallowRef('')
  const current = shallowRef<string | null>(null)

  // Read when the window is idle for the first time, or with the first query; from then on it follows the document.
  const index = new TextIndex()
  const isReady = shallowRef(true)
  const reading = shallowRef(0)
  let follows = false
  const slices = new InSlices(
    () => index.step(),
    () => {
      reading.value += 1
      isReady.value = true
    },
  )

  const terms = computed(() => searchTerms(query.value))
  const hits = computed(() => {
    void reading.value
    return terms.value.length === 0 ? NO_HITS : index.search(query.value)
  })
  const at = computed(() => (current.value === null ? -1 : hits.value.placeOf(current.value)))

  function read(now: boolean): void {
    follows = true
    index.follow(documents.document)
    if (index.isReady) return
    // A small document, or an edit, is read at once.
    if (now && !index.step()) {
      reading.value += 1
      isReady.value = true
      return
    }
    isReady.value = false
    slices.start(now)
  }

  watch(
    () => documents.document,
    () => {
      if (follows) read(terms.value.length > 0)
    },
  )

  function ask(text: string): void {
    if (!follows || !index.isReady) read(true)
    query.value = text
    if (current.value !== null && !hits.value.has(current.value)) current.value = null
  }

  /** Goes to the next or previous hit, round the end; the record, or null if there are no hits. */
  function step(direction: 1 | -1): string | null {
    const count = hits.value.length
    if (count === 0) return null
    const from = at.value < 0 && direction < 0 ? 0 : at.value
    current.value = hits.value.recordAt((from + direction + count) % count) ?? null
    return current.value
  }

  return {
    query,
    current,
    terms,
    /** What was found; a set of records, too. */
    hits,
    /** Whether all texts have been read; until then the hits are of those that have. */
    isReady,
    at,
    ask,
    step,
    /** Reads the texts while the window is idle, so that the first key finds them read. */
    prepare: () => {
      read(false)
    },
    goTo: (record: string) => {
      current.value = record
    },
    clear: () => {
      query.value = ''
      current.value = null
    },
  }
})
