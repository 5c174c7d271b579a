import { withFields } from '../../../domain/change/record-commands'
import { CONTROL_METRICS } from '../../../domain/model/control-metric'
import type { Formula } from '../../../domain/model/formula'
import { expressionDraft, readExpressionDraft, type ExpressionDraft } from '../../../domain/rules/expression-draft'
import { withRows } from '../../../domain/rules/tree'
import type { FormulaDraft } from '../draft-types'
import { newRow } from '../new-row'
import { namesOf, type Fault } from '../typed-texts'

export const newNumber = (): ExpressionDraft => ({ row: newRow(), kind: 'number', value: '' })

/** A definition to be typed, of the first quantity that has none. */
export const newFormula = (others: readonly FormulaDraft[]): FormulaDraft => ({
  row: newRow(),
  metric: CONTROL_METRICS.find((metric) => others.every((other) => other.metric !== metric)) ?? CONTROL_METRICS[0],
  reference: '',
  expression: { row: newRow(), kind: 'product', parts: [{ row: newRow(), kind: 'spec', metric: 'fp8' }, newNumber()] },
  words: { en: '', 'zh-Hant': '' },
  sources: [],
  kept: {},
})

export const copyOfFormula = (draft: FormulaDraft, others: readonly FormulaDraft[]): FormulaDraft => ({
  ...draft,
  row: newRow(),
  metric: newFormula(others).metric,
  expression: withRows(draft.expression, newRow),
  kept: {},
})

export function formulaDrafts(value: unknown): FormulaDraft[] {
  return ((value as readonly Formula[] | undefined) ?? []).map((formula) => ({
    row: newRow(),
    metric: formula.metric,
    reference: formula.reference,
    expression: expressionDraft(formula.expression, newRow),
    words: formula.words,
    sources: formula.sources,
    kept: formula,
  }))
}

/** The definitions of a form. Two of one quantity would leave open which of them holds. */
export function formulasOf(key: string, drafts: readonly FormulaDraft[], faults: Map<string, Fault>): unknown[] {
  return drafts.map((draft, index) => {
    const path = `${key}[${index}]`
    const { metric, reference, words, sources, kept } = draft
    if (reference.trim() === '') faults.set(`${path}.reference`, { kind: 'required' })
    if (drafts.some((other, at) => at < index && other.metric === metric))
      faults.set(`${path}.metric`, { kind: 'definedTwice' })
    const { expression, faults: wrong } = readExpressionDraft(draft.expression, `${path}.expression`)
    for (const fault of wrong) faults.set(fault.path, { kind: fault.kind })
    return withFields(kept, {
      metric,
      reference: reference.trim(),
      expression,
      words: namesOf(`${path}.words`, words, faults, true),
      sources,
    })
  })
}
