import { withFields } from '../../domain/change/record-commands'
import { METRIC_UNITS, type Metric, type SpecValue } from '../../domain/model/spec-value'
import { readTypedNumber } from '../../domain/rules/typed-number'
import type { SpecDraft } from './draft-types'
import { newRow } from './new-row'
import { namesOf, NO_NAMES, type Fault } from './typed-texts'

type Open = Map<string, Fault>

const specDraft = (kept: Partial<SpecValue>): SpecDraft => ({
  row: newRow(),
  metric: kept.metric ?? 'memory-capacity',
  value: String(kept.value ?? ''),
  condition: kept.condition ?? [],
  confidence: kept.confidence ?? 'reported',
  sources: kept.sources ?? [],
  preferred: kept.preferred ?? false,
  reason: kept.reason ?? NO_NAMES,
  comment: kept.comment ?? NO_NAMES,
  kept,
})

export const newSpec = (): SpecDraft => specDraft({})

export const specDrafts = (value: unknown): SpecDraft[] =>
  ((value as readonly SpecValue[] | undefined) ?? []).map(specDraft)

/** Drafts as an earlier form may have kept them: what it did not show comes from the figure that it kept. */
export const revivedSpecs = (drafts: readonly Partial<SpecDraft>[]): SpecDraft[] =>
  drafts.map((each) => ({ ...specDraft(each.kept ?? {}), ...each }))

/** One figure is preferred or no longer so. Of several of one metric one alone is, and the others have no reason. */
export function withPreferred(drafts: readonly SpecDraft[], row: string, preferred: boolean): readonly SpecDraft[] {
  const chosen = drafts.find((each) => each.row === row)
  return drafts.map((each) => {
    if (each.row === row) return { ...each, preferred, reason: preferred ? (each.kept.reason ?? NO_NAMES) : NO_NAMES }
    return preferred && each.preferred && each.metric === chosen?.metric
      ? { ...each, preferred: false, reason: NO_NAMES }
      : each
  })
}

/** Whether it must be said why a figure is preferred: it is so among several, and was not kept so without a reason. */
const wantsReason = ({ metric, preferred, kept }: SpecDraft, drafts: readonly SpecDraft[]): boolean =>
  preferred &&
  drafts.filter((each) => each.metric === metric).length > 1 &&
  !(kept.preferred === true && kept.reason === undefined)

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
      reason: namesOf(`${key}[${index}].reason`, draft.reason, faults, wantsReason(draft, drafts)),
      comment: namesOf(`${key}[${index}].comment`, draft.comment, faults),
    })
  })
}
