import { describe, expect, it } from 'vitest'
import type { ControlMetric } from './control-metric'
import { circlesIn } from './definition-circle'
import type { Expression, Formula } from './formula'

const defines = (metric: ControlMetric, expression: Expression): Formula => ({
  metric,
  reference: 'x',
  expression,
  words: { en: 'x', 'zh-Hant': 'x' },
  sources: [],
})

describe('a definition that leads back to itself', () => {
  it('is told with the part by which it does and the way round, at each quantity on the way', () => {
    const density = defines('performance-density', { quotient: [{ control: 'tpp' }, { spec: 'die-area' }] })
    const tpp = defines('tpp', { product: [2, { largest: [{ spec: 'fp8' }, { control: 'performance-density' }] }] })
    expect(circlesIn([density, tpp])).toEqual([
      { path: 'formulas[0].expression.quotient[0]', metrics: ['performance-density', 'tpp', 'performance-density'] },
      { path: 'formulas[1].expression.product[1].largest[1]', metrics: ['tpp', 'performance-density', 'tpp'] },
    ])
  })

  it('is none where a quantity is only named twice, or leads into a circle of others', () => {
    expect(circlesIn([defines('tpp', { product: [{ control: 'transistors' }, { control: 'transistors' }] })])).toEqual(
      [],
    )
    const own = [defines('tpp', { control: 'transistors' }), defines('transistors', { control: 'transistors' })]
    expect(circlesIn(own).map(({ metrics }) => metrics)).toEqual([['transistors', 'transistors']])
  })
})
