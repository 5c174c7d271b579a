import { CONTROL_UNITS, type ControlMetric } from '../model/control-metric'
import type { Metric } from '../model/spec-value'
import type { Figure } from './figure'

/** What is missing before something can be reckoned: a figure of the chip, or a definition that figures can fill. */
export type Missing =
  { readonly kind: 'figure'; readonly metric: Metric } | { readonly kind: 'definition'; readonly metric: ControlMetric }

/**
 * Arithmetic as a value, term by term, so that whoever shows it prints numbers, units and sources and never parses a
 * text. `value` is null where a term is missing. Of `largest`, `chosen` is the place of the term that won and absent
 * formats are passed over, as the published tables do: a rate that no source gives is taken for one that the chip
 * does not have. Units of figures are those of `METRIC_UNITS`; a bare constant has none.
 */
export type Working =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'figure'; readonly value: number | null; readonly figure: Figure }
  | { readonly kind: 'stated'; readonly value: number; readonly figure: Figure; readonly metric: ControlMetric }
  | { readonly kind: 'control'; readonly value: number | null; readonly metric: ControlMetric; readonly of: Working }
  | { readonly kind: 'product'; readonly value: number | null; readonly terms: readonly Working[] }
  | { readonly kind: 'quotient'; readonly value: number | null; readonly terms: readonly [Working, Working] }
  | {
      readonly kind: 'largest'
      readonly value: number | null
      readonly chosen: number | null
      readonly terms: readonly Working[]
    }
  | { readonly kind: 'undefined'; readonly value: null; readonly metric: ControlMetric }

/** The figures that a result rests on: of `largest` those of the term that won, or all while none did. */
export function figuresOf(working: Working): Figure[] {
  switch (working.kind) {
    case 'constant':
    case 'undefined':
      return []
    case 'figure':
    case 'stated':
      return [working.figure]
    case 'control':
      return figuresOf(working.of)
    case 'largest': {
      const winner = working.chosen === null ? undefined : working.terms[working.chosen]
      return winner === undefined ? working.terms.flatMap(figuresOf) : figuresOf(winner)
    }
    default:
      return working.terms.flatMap(figuresOf)
  }
}

/** What is missing for a result; empty where there is one. */
export function missingOf(working: Working): Missing[] {
  if (working.value !== null) return []
  switch (working.kind) {
    case 'undefined':
      return [{ kind: 'definition', metric: working.metric }]
    case 'figure':
      return [{ kind: 'figure', metric: working.figure.metric }]
    case 'control':
      return missingOf(working.of)
    default:
      return working.terms.flatMap(missingOf)
  }
}

/** The ids of the sources behind a result, each once. */
export function sourcesOf(working: Working): string[] {
  return [...new Set(figuresOf(working).flatMap(({ spec }) => spec?.sources ?? []))]
}

/** The unit of a quantity that rules compare. */
export const unitOf = (metric: ControlMetric): string => CONTROL_UNITS[metric]
