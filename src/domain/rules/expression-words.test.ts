import { expect, it } from 'vitest'
import { expressionWords } from './expression-words'

const words = {
  number: String,
  metric: (metric: string) => metric.toUpperCase(),
  list: (items: readonly string[]) => items.join(', '),
  largest: (list: string) => `largest of (${list})`,
}

it.each([
  [{ product: [{ spec: 'fp8' as const }, 8] }, 'FP8 × 8'],
  [{ quotient: [{ control: 'tpp' as const }, { spec: 'die-area' as const }] as [never, never] }, 'TPP ÷ DIE-AREA'],
  [{ product: [{ quotient: [1, 2] as [number, number] }, 3] }, '(1 ÷ 2) × 3'],
  [{ largest: [{ product: [{ spec: 'fp4' as const }, 4] }, 7] }, 'largest of (FP4 × 4, 7)'],
])('says a formula in one line', (expression, line) => {
  expect(expressionWords(expression, words)).toBe(line)
})
