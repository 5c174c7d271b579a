import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Expression } from '../model/formula'
import { Condition } from '../model/rule'
import * as v from 'valibot'
import { arbitraryCondition, arbitraryExpression } from '../../testing/arbitrary-values'
import { conditionDraft, readConditionDraft, type ConditionDraft } from './condition-draft'
import { expressionDraft, readExpressionDraft, type ExpressionDraft } from './expression-draft'
import {
  appended,
  copied,
  insertedAfter,
  isGrowable,
  MOVES,
  moved,
  nodeAt,
  parentOf,
  placedNodes,
  removed,
  unwrapped,
  wrapped,
  type TreeNode,
} from './tree'

let rows = 0
const newRow = (): string => `r${(rows += 1)}`
const leaf = (): ConditionDraft => ({ row: newRow(), kind: 'comparison', metric: 'tpp', operator: '>=', limit: '1' })
const joined = (parts: readonly ConditionDraft[]): ConditionDraft => ({ row: newRow(), kind: 'all', parts })
const number = (): ExpressionDraft => ({ row: newRow(), kind: 'number', value: '2' })
const product = (parts: readonly ExpressionDraft[]): ExpressionDraft => ({ row: newRow(), kind: 'product', parts })

const conditions = arbitraryCondition.map((condition) => conditionDraft(condition, newRow))
const expressions = arbitraryExpression.map((expression) => expressionDraft(expression, newRow))
/** A tree and one of its rows. */
const placed = <N extends TreeNode<N>>(trees: fc.Arbitrary<N>): fc.Arbitrary<[N, string]> =>
  trees.chain((tree) => {
    const all = placedNodes(tree).map(({ node }) => node.row)
    return fc.constantFrom(...all).map((row): [N, string] => [tree, row])
  })

function isSound<N extends TreeNode<N>>(tree: N): boolean {
  const nodes = placedNodes(tree).map(({ node }) => node)
  const everyBranchHolds = nodes.every(
    ({ kind, parts }) => parts === undefined || (kind === 'quotient' ? parts.length === 2 : parts.length > 0),
  )
  return everyBranchHolds && new Set(nodes.map(({ row }) => row)).size === nodes.length
}

const leaves = <N extends TreeNode<N>>(tree: N): string[] =>
  placedNodes(tree)
    .filter(({ node }) => node.parts === undefined)
    .map(({ node }) => node.row)

type Operation = (tree: ConditionDraft, row: string) => ConditionDraft
const OPERATIONS: readonly Operation[] = [
  (tree, row) => insertedAfter(tree, row, leaf(), joined),
  (tree, row) => appended(tree, row, leaf()),
  (tree, row) => wrapped(tree, row, joined),
  unwrapped,
  (tree, row) => copied(tree, row, newRow, joined),
  (tree, row) => removed(tree, row) ?? tree,
  ...MOVES.map(
    (move): Operation =>
      (tree, row) =>
        moved(tree, row, move),
  ),
]

describe('a tree that is edited', () => {
  it('stays one that can be kept, whatever is done to it', () => {
    const steps = fc.array(fc.tuple(fc.nat(OPERATIONS.length - 1), fc.nat(1000)), { maxLength: 12 })
    fc.assert(
      fc.property(conditions, steps, (start, list) => {
        let tree = start
        for (const [operation, at] of list) {
          const nodes = placedNodes(tree)
          tree = OPERATIONS[operation]?.(tree, nodes[at % nodes.length]?.node.row ?? '') ?? tree
          expect(isSound(tree)).toBe(true)
        }
        const read = readConditionDraft(tree, 'when')
        expect(read.faults).toEqual([])
        expect(v.safeParse(Condition, read.condition).success).toBe(true)
      }),
    )
  })

  it('keeps quotients of two parts', () => {
    const operations = [
      (tree: ExpressionDraft, row: string) => insertedAfter(tree, row, number(), product),
      (tree: ExpressionDraft, row: string) => appended(tree, row, number()),
      (tree: ExpressionDraft, row: string) => removed(tree, row) ?? tree,
      (tree: ExpressionDraft, row: string) => copied(tree, row, newRow, product),
      (tree: ExpressionDraft, row: string) => unwrapped(tree, row),
      ...MOVES.map((move) => (tree: ExpressionDraft, row: string) => moved(tree, row, move)),
    ]
    fc.assert(
      fc.property(placed(expressions), fc.constantFrom(...operations), ([tree, row], operation) => {
        expect(isSound(operation(tree, row))).toBe(true)
      }),
    )
  })

  it('is as before when what was put in is taken out', () => {
    fc.assert(
      fc.property(placed(conditions), ([tree, row]) => {
        const node = leaf()
        const parent = parentOf(tree, row)
        if (parent !== undefined) expect(removed(insertedAfter(tree, row, node, joined), node.row)).toEqual(tree)
        if (nodeAt(tree, row)?.parts !== undefined) expect(removed(appended(tree, row, node), node.row)).toEqual(tree)
        const copy = copied(tree, row, newRow, joined)
        const added = placedNodes(copy).find(({ node: each }) => nodeAt(tree, each.row) === undefined)?.node
        if (parent !== undefined) expect(removed(copy, added?.row ?? '')).toEqual(tree)
      }),
    )
  })

  it('is as before when a branch is put around a node and taken away', () => {
    fc.assert(
      fc.property(placed(conditions), ([tree, row]) => {
        const branch = newRow()
        const around = wrapped(tree, row, (parts): ConditionDraft => ({ row: branch, kind: 'any', parts }))
        expect(parentOf(around, row)?.row).toBe(branch)
        expect(unwrapped(around, branch)).toEqual(tree)
      }),
    )
  })

  it('loses and doubles nothing when nodes move or branches go', () => {
    fc.assert(
      fc.property(placed(conditions), fc.constantFrom(...MOVES), ([tree, row], move) => {
        const after = moved(tree, row, move)
        expect(leaves(after).sort()).toEqual(leaves(tree).sort())
        if (move === 'earlier' && after !== tree) expect(moved(after, row, 'later')).toEqual(tree)
        if (move === 'in' && after !== tree)
          expect(placedNodes(after).find(({ node }) => node.row === row)?.depth).toBe(
            (placedNodes(tree).find(({ node }) => node.row === row)?.depth ?? 0) + 1,
          )
        expect(leaves(unwrapped(tree, row))).toEqual(leaves(tree))
      }),
    )
  })

  it('says that nothing was done by giving back the very same tree', () => {
    const tree = joined([leaf(), joined([leaf()])])
    const [first, branch] = tree.parts ?? []
    expect(moved(tree, first?.row ?? '', 'earlier')).toBe(tree)
    expect(moved(tree, tree.row, 'out')).toBe(tree)
    expect(unwrapped(tree, tree.row)).toBe(tree)
    expect(moved(tree, branch?.row ?? '', 'in')).toBe(tree)
  })

  it('moves by one step in the way an outline does', () => {
    const [a, b, c] = [leaf(), leaf(), leaf()]
    const group = joined([b])
    const tree = joined([a, group, c])
    const shape = (each: ConditionDraft): unknown => each.parts?.map(shape) ?? [a, b, c].indexOf(each)
    expect(shape(moved(tree, a.row, 'in'))).toEqual([[0, 1], 2])
    expect(shape(moved(tree, c.row, 'in'))).toEqual([0, [1, 2]])
    expect(shape(moved(tree, b.row, 'out'))).toEqual([0, 1, 2])
    expect(shape(moved(tree, group.row, 'later'))).toEqual([0, 2, [1]])
  })

  it('makes room at the root and in a quotient', () => {
    const only = number()
    expect(insertedAfter<ExpressionDraft>(only, only.row, number(), product).parts).toHaveLength(2)
    const ratio: ExpressionDraft = { row: newRow(), kind: 'quotient', parts: [number(), only] }
    const after = insertedAfter<ExpressionDraft>(ratio, only.row, number(), product)
    expect(after.parts?.[1]).toMatchObject({ kind: 'product', parts: [only, { kind: 'number' }] })
    expect(isGrowable<ExpressionDraft>(ratio)).toBe(false)
    expect(removed<ExpressionDraft>(ratio, only.row)).toBe(ratio.parts[0])
    expect(appended<ExpressionDraft>(ratio, ratio.row, number())).toEqual(ratio)
  })
})

describe('a draft', () => {
  it('gives back every condition and expression that nothing was typed into', () => {
    fc.assert(
      fc.property(arbitraryCondition, arbitraryExpression, (condition, expression: Expression) => {
        expect(readConditionDraft(conditionDraft(condition, newRow), 'when')).toEqual({ condition, faults: [] })
        expect(readExpressionDraft(expressionDraft(expression, newRow), 'x')).toEqual({ expression, faults: [] })
      }),
    )
  })
})
