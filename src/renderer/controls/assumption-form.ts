import { leavesOf, rulesUnder } from '../../domain/controls/assumptions'
import { recordsOfType, type Document } from '../../domain/model/document'
import type { RecordOf } from '../../domain/model/record'
import type { OutcomeStep, Provision } from '../../domain/model/rule'
import type { Assumption } from '../../domain/model/scenario'
import { parseEdtf } from '../../domain/time/edtf'

export const ASSUMPTION_KINDS = [
  'limit',
  'outcome',
  'effective',
  'suspend',
  'copy',
] as const satisfies readonly Assumption['kind'][]

/** What is filled in before it is assumed. */
export interface AssumptionDraft {
  readonly rule: string
  readonly kind: Assumption['kind']
  readonly provision: string
  readonly at: number
  readonly limit: string
  readonly date: string
  readonly step: OutcomeStep
}

/** The rules as assumed so far, copies among them, and the paragraphs of one. */
export function rulesAsAssumed(document: Document, assumptions: readonly Assumption[]): RecordOf<'rule'>[] {
  const { rules, without } = rulesUnder(document, assumptions)
  const changed = new Map(rules.map((rule) => [rule.id, rule]))
  const base = recordsOfType(document, 'rule').filter(({ id }) => !without.includes(id))
  return [...base.map((rule) => changed.get(rule.id) ?? rule), ...rules.filter(({ id }) => !document.records.has(id))]
}

/** Paragraphs about chips: nothing else is held against them. */
export const provisionsAbout = (rule: RecordOf<'rule'> | undefined): Provision[] =>
  (rule?.provisions ?? []).filter(
    ({ item, when, chips }) => (item ?? 'chip') === 'chip' && (when !== undefined || (chips ?? []).length > 0),
  )

/** The assumption that a draft comes to; null while something is missing or is no number or date. */
export function assumptionOf(
  draft: AssumptionDraft,
  document: Document,
  assumptions: readonly Assumption[],
): Assumption | null {
  const { rule: id, kind, at } = draft
  const rule = rulesAsAssumed(document, assumptions).find((each) => each.id === id)
  if (rule === undefined) return null
  const provision = provisionsAbout(rule).find((each) => each.id === draft.provision)
  switch (kind) {
    case 'suspend':
      return { kind, rule: id }
    case 'copy':
      return { kind, rule: id, copy: freshCopy(id, document, assumptions) }
    case 'effective':
      return parseEdtf(draft.date).ok ? { kind, rule: id, date: draft.date } : null
    case 'outcome':
      return provision === undefined ? null : { kind, rule: id, provision: provision.id, step: draft.step }
    case 'limit': {
      const limit = Number(draft.limit.replaceAll(',', ''))
      const leaf = leavesOf(provision?.when)[at]
      if (provision === undefined || leaf === undefined || draft.limit.trim() === '' || !Number.isFinite(limit))
        return null
      return { kind, rule: id, provision: provision.id, at, limit }
    }
  }
}

/** Leaves room for the rest in an id, and for the numbers of paragraphs. */
const LONGEST_STEM = 96

function freshCopy(rule: string, document: Document, assumptions: readonly Assumption[]): string {
  const taken = new Set(assumptions.flatMap((each) => (each.kind === 'copy' ? [each.copy] : [])))
  const stem = rule.slice(0, LONGEST_STEM).replace(/[-_.]+$/, '')
  for (let number = 1; ; number += 1) {
    const id = `${stem}-what-if-${String(number)}`
    if (!taken.has(id) && !document.records.has(id)) return id
  }
}
