import { defineStore } from 'pinia'
import { computed, shallowRef, triggerRef, watch } from 'vue'
import { recordName } from '../../domain/model/record-name'
import { searchTerms } from '../../domain/search/fold'
import { NO_HITS } from '../../domain/search/hits'
import { TextIndex } from '../../domain/search/text-index'
import { useDocumentStore } from '../document/document-store'
import { InSlices } from '../idle/in-slices'

/** What is searched for, what was found, and at which hit one stands. */
export const useSearchStore = defineStore('search', () => {
  const documents = useDocumentStore()
  const query = shallowRef('')
  const current = shallowRef<string | null>(null)

  // Read when the window is idle for the first time, or with the first query; from then on it follows the document.
  const index = shallowRef(new TextIndex())
  const isReady = shallowRef(true)
  /** Whether they have been read once. */
  const hasRead = shallowRef(false)
  let follows = false
  const slices = new InSlices(
    () => index.value.step(),
    () => {
      showRead()
    },
  )

  function showRead(): void {
    triggerRef(index)
    isReady.value = hasRead.value = true
  }

  const terms = computed(() => searchTerms(query.value))
  const hits = computed(() => (terms.value.length === 0 ? NO_HITS : index.value.search(query.value)))
  const at = computed(() => (current.value === null ? -1 : hits.value.placeOf(current.value)))

  /** `now`: as fast as frames allow; a small document or an edit before this returns. */
  function read(now: boolean): void {
    follows = true
    index.value.follow(documents.document)
    if (index.value.isReady) return
    if (now && !index.value.step()) {
      slices.stop()
      showRead()
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
    if (!follows || !index.value.isReady) read(true)
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
    hasRead,
    at,
    ask,
    step,
    /** What a letter finds that nobody has typed. */
    rehearse: () => {
      const [first] = documents.document.records.values()
      const query = first === undefined ? '' : recordName(first, documents.document, 'en').slice(0, 1)
      return { terms: searchTerms(query), hits: index.value.search(query) }
    },
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
