import { numbered } from '../../domain/change/fresh-id'
import { withFields } from '../../domain/change/record-commands'
import type { Provision } from '../../domain/model/rule'
import { METRIC_UNITS, type Metric, type SpecValue } from '../../domain/model/spec-value'
import type { ProvisionDraft, SpecDraft } from './draft-types'
import { linesOf, namesOf, type Fault } from './typed-texts'

type Open = Map<string, Fault>

// Rows are told apart by a number of their own: an index would move the focus when a row is removed.
let rows = 0

export const newSpec = (): SpecDraft => ({
  row: (rows += 1),
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
    row: (rows += 1),
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
    const number = Number(typed.normalize('NFKC').replace(/(?<=\d),(?=\d{3}(?!\d))/g, ''))
    const path = `${key}[${index}].value`
    if (typed === '') faults.set(path, { kind: 'required' })
    else if (unit !== null && !Number.isFinite(number)) faults.set(path, { kind: 'notNumber' })
    return withFields(kept, {
      metric,
      value: unit === null ? typed : number,
      unit: unit ?? undefined,
      condition: condition.length === 0 ? undefined : condition,
      confidence,
      sources,
      preferred: preferred ? true : kept.preferred === false ? false : undefined,
    })
  })
}

export const newProvision = (): ProvisionDraft => ({
  row: (rows += 1),
  reference: '',
  words: { en: '', 'zh-Hant': '' },
  destinations: '',
  step: 'licence-required',
  chips: [],
  sources: [],
  replaces: '',
  overrides: '',
  kept: {},
})

export function provisionDrafts(value: unknown): ProvisionDraft[] {
  return ((value as readonly Provision[] | undefined) ?? []).map((provision) => ({
    row: (rows += 1),
    reference: provision.reference,
    words: provision.words,
    destinations: provision.destinations.join('\n'),
    step: provision.outcome.step,
    chips: provision.chips ?? [],
    sources: provision.sources,
    replaces: (provision.replaces ?? []).join('\n'),
    overrides: (provision.overrides ?? []).join('\n'),
    kept: provision,
  }))
}

/** The paragraphs of a form; a new one gets the first free id of its rule, `p1`, `p1-2` … */
export function provisionsOf(key: string, drafts: readonly ProvisionDraft[], faults: Open): unknown[] {
  const taken = new Set(drafts.flatMap(({ kept }) => (kept.id === undefined ? [] : [kept.id])))
  return drafts.map((draft, index) => {
    const path = `${key}[${index}]`
    const id = draft.kept.id ?? numbered(`p${index + 1}`, taken)
    taken.add(id)
    if (draft.reference.trim() === '') faults.set(`${path}.reference`, { kind: 'required' })
    return withFields(draft.kept, {
      id,
      reference: draft.reference.trim(),
      words: namesOf(`${path}.words`, draft.words, faults, true),
      destinations: linesOf(draft.destinations) ?? [],
      outcome: { conditions: draft.kept.outcome?.conditions ?? [], step: draft.step },
      chips: draft.chips.length === 0 && draft.kept.chips === undefined ? undefined : draft.chips,
      sources: draft.sources,
      replaces: linesOf(draft.replaces),
      overrides: linesOf(draft.overrides),
    })
  })
}
