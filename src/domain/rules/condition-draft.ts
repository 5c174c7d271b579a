import { CONTROL_UNITS, type ControlMetric } from '../model/control-metric'
import type { Comparison, Condition } from '../model/rule'
import { numberFault, type DraftFault } from './draft-fault'
import type { TreeNode } from './tree'
import { readTypedNumber } from './typed-number'

/** One comparison while it is typed; its unit follows from the metric. */
export interface ComparisonDraft extends TreeNode<ConditionDraft> {
  readonly kind: 'comparison'
  readonly metric: ControlMetric
  readonly operator: Comparison['operator']
  /** As typed. */
  readonly limit: string
  readonly parts?: undefined
}

export interface ConditionBranchDraft extends TreeNode<ConditionDraft> {
  readonly kind: 'all' | 'any'
  readonly parts: readonly ConditionDraft[]
}

/** A test while it is typed. */
export type ConditionDraft = ComparisonDraft | ConditionBranchDraft

/** A condition as it is typed into. `newRow` gives each node a row that no other has. */
export function conditionDraft(condition: Condition, newRow: () => string): ConditionDraft {
  const row = newRow()
  if ('metric' in condition) {
    const { metric, operator, limit } = condition
    return { row, kind: 'comparison', metric, operator, limit: String(limit) }
  }
  const kind = 'all' in condition ? 'all' : 'any'
  const parts = 'all' in condition ? condition.all : condition.any
  return { row, kind, parts: parts.map((part) => conditionDraft(part, newRow)) }
}

/** Where the parts of a node stand: `when.all[1]`. The limit of a comparison stands at `.limit` below it. */
export const conditionPartPath = (path: string, { kind }: ConditionDraft, at: number): string =>
  `${path}.${kind}[${at}]`

/**
 * What a draft means, and what is wrong with it, by paths below `path` as `recordProblems` has them. A limit that does
 * not read as a number is NaN, so that the rest can still be put into words; such a condition is not to be kept.
 */
export function readConditionDraft(
  draft: ConditionDraft,
  path: string,
): { readonly condition: Condition; readonly faults: readonly DraftFault[] } {
  if (draft.kind === 'comparison') {
    const { metric, operator, limit: typed } = draft
    const limit = readTypedNumber(typed)
    const condition = { metric, operator, limit: limit ?? Number.NaN, unit: CONTROL_UNITS[metric] }
    return { condition, faults: limit === null ? [numberFault(`${path}.limit`, typed)] : [] }
  }
  const read = draft.parts.map((part, at) => readConditionDraft(part, conditionPartPath(path, draft, at)))
  const parts = read.map(({ condition }) => condition)
  const faults = read.flatMap((each) => each.faults)
  return { condition: draft.kind === 'all' ? { all: parts } : { any: parts }, faults }
}
