import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { mainLineOf } from '../../domain/controls/generation'
import { destinationsIn } from '../../domain/controls/rulebook'
import { vendorSigns } from '../../domain/lanes/vendor-signs'
import { recordsOfType, type Document } from '../../domain/model/document'
import type { Assumption } from '../../domain/model/scenario'
import type { RecordSet } from '../document/record-set'
import { useDocumentStore } from '../document/document-store'
import { useLawStore } from '../document/law-store'
import { useSessionStore } from '../document/session-store'
import { useLag } from './use-lag'

/**
 * What all lanes are made of, with the rules as they are assumed to be. It follows the document behind the timeline,
 * which answers an edit first.
 */
export function useLaneSource(shown: () => RecordSet, assumptions: () => readonly Assumption[]) {
  const documents = useDocumentStore()
  const session = useSessionStore()
  const { indexes } = useLawStore()
  const document = shallowRef<Document>(documents.document)
  let later: ReturnType<typeof setTimeout> | undefined

  watch(
    () => documents.document,
    (now) => {
      clearTimeout(later)
      later = setTimeout(() => (document.value = now))
    },
  )
  const index = computed(() => indexes.under(document.value, assumptions()))
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
  const lag = useLag(() => (wantsLag.value ? { index: index.value, question: question.value } : null))
  onScopeDispose(() => {
    clearTimeout(later)
  })
  const source = computed(() => {
    const passing = shown()
    const passes = (chip: string): boolean => passing.has(chip)
    return { index: index.value, choices: session.metricLanes, passes, lag: lag.value }
  })
  return { index, source, signs, destinations, lagVendors, lagVendor }
}
