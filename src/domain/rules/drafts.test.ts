import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryCondition } from '../../testing/arbitrary-values'
import type { Condition } from '../model/rule'
import { type Comparison } from '../model/rule'
import { readConditionDraft, type ConditionDraft } from './condition-draft'
import { withLimitAt } from './condition-limit'
import { conditionWords } from './condition-words'
import { asBranch, readExpressionDraft, type ExpressionDraft } from './expression-draft'
import { paragraphId } from './paragraph-id'
import { readTypedNumber } from './typed-number'

describe('numbers as they are typed', () => {
  it.each([
    ['4,800', 4800],
    [' ４８００ ', 4800],
    ['−1.5', -1.5],
    ['4.8e3', 4800],
    ['.5', 0.5],
    ['5.', 5],
  ])('%s', (typed, value) => {
    expect(readTypedNumber(typed)).toBe(value)
  })
  it.each(['', ' ', '4,80', '48oo', '0x10', 'Infinity', '1e999', '1 2', 'NaN'])('%s is none', (typed) => {
    expect(readTypedNumber(typed)).toBeNull()
  })
})

const leaf = (limit: string, row: string): ConditionDraft => ({
  row,
  kind: 'comparison',
  metric: 'tpp',
  operator: '>=',
  limit,
})

it('says at which place of the record a limit is missing or no number', () => {
  const draft: ConditionDraft = {
    row: 'a',
    kind: 'any',
    parts: [leaf('4800', 'b'), { row: 'c', kind: 'all', parts: [leaf('', 'd'), leaf('many', 'e')] }],
  }
  expect(readConditionDraft(draft, 'provisions[1].when').faults).toEqual([
    { path: 'provisions[1].when.any[1].all[0].limit', kind: 'required' },
    { path: 'provisions[1].when.any[1].all[1].limit', kind: 'notNumber' },
  ])
})

describe('a condition in words', () => {
  const words = {
    comparison: ({ metric, operator, limit }: Comparison) => `${metric} ${operator} ${limit}`,
    join: (kind: 'all' | 'any', parts: readonly string[]) => parts.join(kind === 'all' ? ' and ' : ' or '),
    group: (text: string) => `(${text})`,
  }
  const tpp = (limit: number): Comparison => ({ metric: 'tpp', operator: '>=', limit, unit: 'TPP' })

  it('groups what is to be read as one, and nothing else', () => {
    const tree: Condition = { any: [tpp(4800), { all: [tpp(1600), { any: [tpp(1)] }] }, { all: [tpp(2)] }] }
    expect(conditionWords(tree, words)).toBe('tpp >= 4800 or (tpp >= 1600 and tpp >= 1) or tpp >= 2')
    expect(conditionWords({ all: [{ any: [tpp(1), tpp(2)] }] }, words)).toBe('tpp >= 1 or tpp >= 2')
  })

  it('holds every comparison of any tree once, in order, with brackets that match', () => {
    fc.assert(
      fc.property(arbitraryCondition, (condition) => {
        const text = conditionWords(condition, words)
        const said = text.match(/[a-z-]+ [<>]=? [\d.e+-]+/g) ?? []
        expect(said).toEqual(comparisons(condition).map(words.comparison))
        const depth = [...text].reduce((open, sign) => open + (sign === '(' ? 1 : sign === ')' ? -1 : 0), 0)
        expect(depth).toBe(0)
      }),
    )
  })
})

const comparisons = (condition: Condition): Comparison[] =>
  'metric' in condition ? [condition] : ('all' in condition ? condition.all : condition.any).flatMap(comparisons)

it('replaces the limit of one comparison by its place, and no other', () => {
  const place = (condition: Condition): readonly number[][] => {
    if ('metric' in condition) return [[]]
    const parts = 'all' in condition ? condition.all : condition.any
    return parts.flatMap((part, at) => place(part).map((path) => [at, ...path]))
  }
  fc.assert(
    fc.property(arbitraryCondition, fc.nat(20), (condition, chosen) => {
      const places = place(condition)
      const at = chosen % places.length
      const after = comparisons(withLimitAt(condition, places[at] ?? [], 12_345))
      expect(after).toEqual(
        comparisons(condition).map((each, index) => (index === at ? { ...each, limit: 12_345 } : each)),
      )
      expect(withLimitAt(condition, [99], 1)).toEqual(condition)
    }),
  )
})

describe('an expression that becomes a branch', () => {
  let rows = 0
  const newRow = (): string => `r${(rows += 1)}`
  const filler = (): ExpressionDraft => ({ row: newRow(), kind: 'number', value: '1' })
  const fp8: ExpressionDraft = { row: 'a', kind: 'spec', metric: 'fp8' }

  it('keeps itself as the first part, and its row', () => {
    const ratio = asBranch(fp8, 'quotient', newRow, filler)
    expect(ratio).toMatchObject({ row: 'a', kind: 'quotient', parts: [{ kind: 'spec' }, { kind: 'number' }] })
    expect(readExpressionDraft(ratio, 'x')).toEqual({ expression: { quotient: [{ spec: 'fp8' }, 1] }, faults: [] })
  })

  it('keeps all parts of the branch that it was', () => {
    const three: ExpressionDraft = { row: 'p', kind: 'product', parts: [fp8, filler(), filler()] }
    const { expression } = readExpressionDraft(asBranch(three, 'quotient', newRow, filler), 'x')
    expect(expression).toEqual({ quotient: [{ spec: 'fp8' }, { product: [1, 1] }] })
    expect(asBranch(three, 'largest', newRow, filler).parts).toEqual(three.parts)
  })
})

describe('the id of a new paragraph', () => {
  it.each([
    ['3A090.b', 'rule-x.3a090.b'],
    ['742.6(b)(10)(iii)', 'rule-x.742.6-b-10-iii'],
    ['第三條', 'rule-x.paragraph'],
    ['', 'rule-x.paragraph'],
    ['3A090.a', 'rule-x.3a090.a-2'],
  ])('for %s', (reference, id) => {
    expect(paragraphId('rule-x', reference, new Set(['rule-x.3a090.a']))).toBe(id)
  })

  it('is an id whatever the reference, and never one that is taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[a-z0-9]{1,120}$/), (reference, rule) => {
        const id = paragraphId(rule, reference, new Set())
        expect(id).toMatch(/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/)
        expect(id.length).toBeLessThanOrEqual(120)
        expect(paragraphId(rule, reference, new Set([id]))).not.toBe(id)
      }),
    )
  })
})
