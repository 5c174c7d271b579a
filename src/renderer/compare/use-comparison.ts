import { computed } from 'vue'
import { compareRows } from '../../domain/compare/compare-chips'
import type { Fact } from '../../domain/compare/fact'
import { recordOfType } from '../../domain/model/document'
import type { RecordOf } from '../../domain/model/record'
import { METRICS, type Metric } from '../../domain/model/spec-value'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'

const sourcesOf = ({ sources, others }: Fact): readonly string[] => [
  ...sources,
  ...others.flatMap(({ spec }) => spec.sources),
]

/** The chips that stand side by side, the rows about them, and the sources of what is shown, numbered. */
export function useComparison() {
  const documents = useDocumentStore()
  const session = useSessionStore()

  const chips = computed(() =>
    (session.compared ?? []).flatMap((id) => recordOfType(documents.document, 'chip', id) ?? []),
  )
  const base = computed(() => {
    const at = chips.value.findIndex(({ id }) => id === session.comparedBase)
    return Math.max(at, 0)
  })
  const metrics = computed(() => METRICS.filter((metric) => !session.compareWithout.includes(metric)))
  const rows = computed(() => compareRows(chips.value, metrics.value))
  const sources = computed(() => {
    const ids = new Set(rows.value.flatMap(({ facts }) => facts.flatMap(sourcesOf)))
    return [...ids].flatMap((id) => recordOfType(documents.document, 'source', id) ?? [])
  })
  const numbers = computed(() => new Map(sources.value.map(({ id }, at) => [id, at + 1])))

  function add(chip: RecordOf<'chip'>): void {
    session.compared = [...chips.value.map(({ id }) => id), chip.id]
  }
  function remove(chip: string): void {
    session.compared = chips.value.map(({ id }) => id).filter((id) => id !== chip)
  }
  function showMetric(metric: Metric, show: boolean): void {
    const without = session.compareWithout.filter((one) => one !== metric)
    session.compareWithout = show ? without : [...without, metric]
  }
  /** The titles of the sources of what is shown of a chip. */
  function titlesOf(at: number): string[] {
    const ids = new Set(rows.value.flatMap(({ facts }) => facts[at]?.sources ?? []))
    return sources.value.filter(({ id }) => ids.has(id)).map(({ publisher, title }) => `${publisher}: ${title}`)
  }
  return { chips, base, metrics, rows, sources, numbers, add, remove, showMetric, titlesOf }
}
