import type { Working } from '../controls/working'
import type { ControlMetric } from '../model/control-metric'
import { METRIC_UNITS, type Metric } from '../model/spec-value'
import { numberText } from './number-text'

export interface WorkingWords {
  metric(metric: Metric | ControlMetric): string
  /** Stands before the terms of which the largest counts: `the largest of`. */
  readonly largest: string
  readonly unknown: string
  readonly stated: string
}

/** Results of arithmetic are shown so exactly. */
export const RESULT_DECIMALS = 2

/**
 * Arithmetic in lines that one can follow, the result first and what it rests on below it:
 * `TPP 15,832 ÷ Die area 814 mm² = 19.45`, `the largest of`, `FP8 1,979 TFLOPS × 8 = 15,832`.
 */
export function workingLines(working: Working, words: WorkingWords): string[] {
  switch (working.kind) {
    case 'control':
      return workingLines(working.of, words)
    case 'product':
    case 'quotient':
      return [`${termText(working, words)} = ${resultText(working, words)}`, ...under(working.terms, words)]
    case 'largest': {
      const known = working.terms.filter(({ value }) => value !== null)
      if (known.length === 0) return [words.unknown]
      return [...(known.length > 1 ? [words.largest] : []), ...known.flatMap((term) => workingLines(term, words))]
    }
    default:
      return [termText(working, words)]
  }
}

const under = (terms: readonly Working[], words: WorkingWords): string[] =>
  terms.flatMap((term) => (term.kind === 'control' ? workingLines(term, words) : []))

function termText(working: Working, words: WorkingWords): string {
  switch (working.kind) {
    case 'constant':
      return numberText(working.value)
    case 'figure':
      return withUnit(words.metric(working.figure.metric), working.value, working.figure.metric, words)
    case 'stated':
      return `${words.metric(working.metric)} ${numberText(working.value)} (${words.stated})`
    case 'control':
      return `${words.metric(working.metric)} ${resultText(working, words)}`
    case 'product':
      return working.terms.map((term) => termText(term, words)).join(' × ')
    case 'quotient':
      return working.terms.map((term) => termText(term, words)).join(' ÷ ')
    case 'largest':
      return resultText(working, words)
    case 'undefined':
      return `${words.metric(working.metric)} ${words.unknown}`
  }
}

function withUnit(name: string, value: number | null, metric: Metric, words: WorkingWords): string {
  return value === null ? `${name} ${words.unknown}` : `${name} ${numberText(value)} ${METRIC_UNITS[metric] ?? ''}`
}

const resultText = ({ value }: Working, words: WorkingWords): string =>
  value === null ? words.unknown : numberText(value, RESULT_DECIMALS)
