import { defineStore } from 'pinia'
import { computed, shallowRef, watch } from 'vue'
import type { ControlsIndex } from '../../domain/controls/controls-index'
import { ruleDays } from '../../domain/controls/grounds'
import { destinationsIn } from '../../domain/controls/rulebook'
import { segmentsOf } from '../../domain/controls/segments'
import type { DayNumber } from '../../domain/time/day-number'
import { useDocumentStore } from '../document/document-store'
import { useLawStore } from '../document/law-store'
import { useSessionStore } from '../document/session-store'
import { InSlices } from '../idle/in-slices'
import { useControlsStore } from './controls-store'
import { countUpTo } from './count-up-to'

/** The answers to what `controls-store.ts` asks: indexes of the document, made in slices while the panel is open. */
export const useAnswersStore = defineStore('controls-answers', () => {
  const documents = useDocumentStore()
  const session = useSessionStore()
  const asked = useControlsStore()
  const { indexes } = useLawStore()
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

  /** A step for each chip, for 100 of them take longer than a frame; of those that no edit touched the answer is there. */
  function* making() {
    const { document } = documents
    const next = indexes.law(document)
    yield
    yield* segmenting(next)
    law.value = next
    if (!asked.hypothetical) {
      assumed.value = null
      return
    }
    const other = indexes.under(document, asked.assumptions)
    yield
    yield* segmenting(other)
    assumed.value = other
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
  /** The days on which the status of any chip turns at this place, and all on which rules may stand otherwise. */
  const changeDays = computed(() => (index.value === null ? [] : statusDays(index.value, asked.destination)))
  const turns = computed(() => (index.value === null ? [] : ascending([...changeDays.value, ...ruleDays(index.value)])))
  return {
    law,
    index,
    busy,
    destinations: computed(() => (law.value === null ? [] : destinationsIn(law.value.rulebook))),
    changeDays,
    /**
     * One day for all the days on which the rules say the same. Who asks by it works nothing out anew while a cursor passes days on
     * which nothing turns.
     */
    steadyDay(day: DayNumber): DayNumber {
      const passed = countUpTo(turns.value, day)
      return turns.value[passed - 1] ?? (turns.value[0] ?? day + 1) - 1
    },
  }
})

function statusDays(index: ControlsIndex, destination: string): DayNumber[] {
  const entries = [...index.chips.values()]
  return ascending(entries.flatMap((entry) => segmentsOf(index, entry, destination).map(({ from }) => from)))
}

const ascending = (days: readonly DayNumber[]): DayNumber[] =>
  [...new Set(days)].filter(Number.isFinite).sort((a, b) => a - b)
