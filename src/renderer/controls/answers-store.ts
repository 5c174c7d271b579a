import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import { scenarioOf } from '../../domain/controls/assumptions'
import { controlsIndex, type ControlsIndex } from '../../domain/controls/controls-index'
import { ruleDays } from '../../domain/controls/grounds'
import { destinationsIn } from '../../domain/controls/rulebook'
import { hypothetically } from '../../domain/controls/scenario'
import { segmentsOf } from '../../domain/controls/segments'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import { InSlices } from '../ui/in-slices'
import { useControlsStore } from './controls-store'
import { countUpTo } from './count-up-to'

/** The answers to what `controls-store.ts` asks: indexes of the document, made in slices while the panel is open. */
export const useAnswersStore = defineStore('controls-answers', () => {
  const documents = useDocumentStore()
  const session = useSessionStore()
  const asked = useControlsStore()
  /** The law as it is, and as it would be; both are kept until the next are whole. */
  const law = shallowRef<ControlsIndex | null>(null)
  const assumed = shallowRef<ControlsIndex | null>(null)
  const busy = shallowRef(false)

  let work: Iterator<unknown> | null = null
  const slices = new InSlices(
    () => work?.next().done === false,
    () => {
      work = null
      busy.value = false
    },
  )

  /** A step for each chip: an index of 100 chips takes longer than a frame. */
  function* making() {
    const { document } = documents
    if (law.value?.document !== document) {
      const next = controlsIndex(document)
      yield
      yield* segmenting(next)
      law.value = next
    }
    yield* segmenting(law.value)
    if (!asked.hypothetical) {
      assumed.value = null
      return
    }
    const next = hypothetically(document, scenarioOf(document, asked.assumptions))
    yield
    yield* segmenting(next)
    assumed.value = next
  }

  function* segmenting(index: ControlsIndex) {
    for (const entry of index.chips.values()) {
      segmentsOf(index, entry, asked.destination)
      yield
    }
  }

  watch(
    [
      () => session.asOfOpen && documents.status === 'ready',
      () => documents.document,
      () => asked.destination,
      () => asked.assumptions,
      () => asked.hypothetical,
    ],
    ([wanted]) => {
      slices.stop()
      work = null
      busy.value = wanted
      if (!wanted) return
      work = making()
      slices.start(true)
    },
    { immediate: true },
  )

  /** What answers: never the law while something is assumed, nor the other way round. */
  const index = computed(() => (asked.hypothetical ? assumed.value : law.value))
  const turns = computed(() => (index.value === null ? [] : ruleDays(index.value)))
  return {
    law,
    index,
    busy,
    destinations: computed(() => (law.value === null ? [] : destinationsIn(law.value.rulebook))),
    /** Another number wherever a rule may stand otherwise than the day before. */
    epochOf: (day: number): number => countUpTo(turns.value, day),
  }
})
