import type { ControlMetric } from '../model/control-metric'
import type { Expression } from '../model/formula'
import type { Metric } from '../model/spec-value'
import { numberFault, type DraftFault } from './draft-fault'
import type { TreeNode } from './tree'
import { readTypedNumber } from './typed-number'

export interface NumberDraft extends TreeNode<ExpressionDraft> {
  readonly kind: 'number'
  /** As typed. */
  readonly value: string
  readonly parts?: undefined
}

export interface SpecDraft extends TreeNode<ExpressionDraft> {
  readonly kind: 'spec'
  readonly metric: Metric
  readonly parts?: undefined
}

export interface ControlDraft extends TreeNode<ExpressionDraft> {
  readonly kind: 'control'
  readonly metric: ControlMetric
  readonly parts?: undefined
}

export const EXPRESSION_BRANCHES = ['product', 'quotient', 'largest'] as const
export type ExpressionBranch = (typeof EXPRESSION_BRANCHES)[number]

export interface ExpressionBranchDraft extends TreeNode<ExpressionDraft> {
  readonly kind: ExpressionBranch
  /** Of a quotient the part above and the part below the line. */
  readonly parts: readonly ExpressionDraft[]
}

/** A definition while it is typed. */
export type ExpressionDraft = NumberDraft | SpecDraft | ControlDraft | ExpressionBranchDraft

/** An expression as it is typed into. `newRow` gives each node a row that no other has. */
export function expressionDraft(expression: Expression, newRow: () => string): ExpressionDraft {
  const row = newRow()
  if (typeof expression === 'number') return { row, kind: 'number', value: String(expression) }
  if ('spec' in expression) return { row, kind: 'spec', metric: expression.spec }
  if ('control' in expression) return { row, kind: 'control', metric: expression.control }
  const [kind, parts] = Object.entries(expression)[0] as [ExpressionBranch, readonly Expression[]]
  return { row, kind, parts: parts.map((part) => expressionDraft(part, newRow)) }
}

/** Where the parts of a node stand: `expression.product[1]`. */
export const expressionPartPath = (path: string, { kind }: ExpressionDraft, at: number): string =>
  `${path}.${kind}[${at}]`

/**
 * What a draft means, and what is wrong with it, by paths below `path` as `recordProblems` has them. What does not read
 * as a number is NaN, so that the rest can still be put into words; such an expression is not to be kept.
 */
export function readExpressionDraft(
  draft: ExpressionDraft,
  path: string,
): { readonly expression: Expression; readonly faults: readonly DraftFault[] } {
  switch (draft.kind) {
    case 'number': {
      const value = readTypedNumber(draft.value)
      return { expression: value ?? Number.NaN, faults: value === null ? [numberFault(path, draft.value)] : [] }
    }
    case 'spec':
      return { expression: { spec: draft.metric }, faults: [] }
    case 'control':
      return { expression: { control: draft.metric }, faults: [] }
    default: {
      const read = draft.parts.map((part, at) => readExpressionDraft(part, expressionPartPath(path, draft, at)))
      const parts = read.map(({ expression }) => expression)
      return {
        expression: { [draft.kind]: parts } as unknown as Expression,
        faults: read.flatMap(({ faults }) => faults),
      }
    }
  }
}

/** The node as another kind, with what it can keep: a branch its parts, anything else itself as the first part. */
export function asBranch(
  node: ExpressionDraft,
  kind: ExpressionBranch,
  newRow: () => string,
  filler: () => ExpressionDraft,
): ExpressionDraft {
  const parts = node.parts ?? [{ ...node, row: newRow() }]
  if (kind !== 'quotient') return { row: node.row, kind, parts }
  const [above, ...others] = parts
  const below: ExpressionDraft | undefined =
    others.length > 1 ? { row: newRow(), kind: 'product', parts: others } : others[0]
  return { row: node.row, kind, parts: [above ?? filler(), below ?? filler()] }
}
