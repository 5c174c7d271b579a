import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { controlsIndex } from '../../domain/controls/controls-index'
import { mainLineOf } from '../../domain/controls/generation'
import { lagSteps, type GenerationLag } from '../../domain/controls/generation-lag'
import { destinationsIn } from '../../domain/controls/rulebook'
import { vendorSigns } from '../../domain/lanes/vendor-signs'
import { recordsOfType, type Document } from '../../domain/model/document'
import type { RecordSet } from '../document/record-set'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'

/** What all lanes are made of. It follows the document behind the timeline, which answers an edit first. */
export function useLaneSource(shown: () => RecordSet) {
  const documents = useDocumentStore()
  const session = useSessionStore()
  const document = shallowRef<Document>(documents.document)
  const lag = shallowRef<readonly GenerationLag[]>([])
  let [later, lagLater]: (ReturnType<typeof setTimeout> | undefined)[] = []

  watch(
    () => documents.document,
    (now) => {
      clearTimeout(later)
      later = setTimeout(() => (document.value = now))
    },
  )
  const index = computed(() => controlsIndex(document.value))
  const destinations = computed(() => destinationsIn(index.value.rulebook))
  const chips = computed(() => [...recordsOfType(document.value, 'chip')])
  const signs = computed(() => vendorSigns(chips.value.map(({ vendor }) => vendor)))
  const lagVendors = computed(() => [...signs.value.keys()].filter((id) => mainLineOf(document.value, id) !== null))
  const lagVendor = computed(() => {
    const { vendor } = session.metricLanes.lag
    return lagVendors.value.includes(vendor) ? vendor : (lagVendors.value[0] ?? '')
  })
  const wantsLag = computed(
    () => session.metricLanes.open && session.metricLanes.lanes.some(({ kind }) => kind === 'generation-lag'),
  )
  const question = computed(() => {
    const { by, lag: asked } = session.metricLanes
    return { vendor: lagVendor.value, destination: asked.destination, gates: asked.gates, by }
  })
  // It asks for the status of every chip on every day of a rule: not in the frame in which something was edited.
  watch(
    [index, question, wantsLag],
    () => {
      clearTimeout(lagLater)
      if (wantsLag.value) lagLater = setTimeout(() => (lag.value = lagSteps(index.value, question.value)))
    },
    { immediate: true },
  )
  onScopeDispose(() => {
    clearTimeout(later)
    clearTimeout(lagLater)
  })
  const source = computed(() => {
    const passing = shown()
    const passes = (chip: string): boolean => passing.has(chip)
    return { index: index.value, choices: session.metricLanes, passes, lag: lag.value }
  })
  return { document, source, signs, destinations, lagVendors, lagVendor }
}
