import type { Expression } from '../model/formula'

export interface ExpressionWords {
  number(value: number): string
  metric(metric: string): string
  list(items: readonly string[]): string
  largest(list: string): string
}

/** A formula in one line: `largest of (FP8 × 8, FP16 × 16)`. What is reckoned inside a product or quotient is grouped. */
export function expressionWords(expression: Expression, words: ExpressionWords): string {
  const say = (each: Expression): string => expressionWords(each, words)
  const nested = (each: Expression): string => (isReckoned(each) ? `(${say(each)})` : say(each))
  if (typeof expression === 'number') return words.number(expression)
  if ('spec' in expression) return words.metric(expression.spec)
  if ('control' in expression) return words.metric(expression.control)
  if ('product' in expression) return expression.product.map(nested).join(' × ')
  if ('quotient' in expression) return expression.quotient.map(nested).join(' ÷ ')
  return words.largest(words.list(expression.largest.map(say)))
}

const isReckoned = (expression: Expression): boolean =>
  typeof expression === 'object' && ('product' in expression || 'quotient' in expression)
