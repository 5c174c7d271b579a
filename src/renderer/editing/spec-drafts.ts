import { withFields } from '../../domain/change/record-commands'
import { METRIC_UNITS, type Metric, type SpecValue } from '../../domain/model/spec-value'
import { readTypedNumber } from '../../domain/rules/typed-number'
import type { SpecDraft } from './draft-types'
import { newRow } from './new-row'
import type { Fault } from './typed-texts'

type Open = Map<string, Fault>

export const newSpec = (): SpecDraft => ({
  row: newRow(),
  metric: 'memory-capacity',
  value: '',
  condition: [],
  confidence: 'reported',
  sources: [],
  preferred: false,
  kept: {},
})

export function specDrafts(value: unknown): SpecDraft[] {
  return ((value as readonly SpecValue[] | undefined) ?? []).map((spec) => ({
    row: newRow(),
    metric: spec.metric,
    value: String(spec.value),
    condition: spec.condition ?? [],
    confidence: spec.confidence,
    sources: spec.sources,
    preferred: spec.preferred ?? false,
    kept: spec,
  }))
}

/** The figures of a form; units follow from the metric, for each metric is kept in one unit. */
export function specsOf(key: string, drafts: readonly SpecDraft[], faults: Open): unknown[] {
  return drafts.map((draft, index) => {
    const { metric, condition, confidence, sources, preferred, kept } = draft
    const unit = METRIC_UNITS[metric as Metric]
    const typed = draft.value.trim()
    // Figures are pasted from data sheets: 1,979 and full-width digits are numbers too.
    const number = readTypedNumber(typed)
    const path = `${key}[${index}].value`
    if (typed === '') faults.set(path, { kind: 'required' })
    else if (unit !== null && number === null) faults.set(path, { kind: 'notNumber' })
    return withFields(kept, {
      metric,
      value: unit === null ? typed : (number ?? Number.NaN),
      unit: unit ?? undefined,
      condition: condition.length === 0 ? undefined : condition,
      confidence,
      sources,
      preferred: preferred ? true : kept.preferred === false ? false : undefined,
    })
  })
}
