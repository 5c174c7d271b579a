import type { ControlMetric } from '../model/control-metric'
import type { RecordOf } from '../model/record'
import type { Comparison, Condition } from '../model/rule'
import { reckon, type Formulas, type Substitute } from './reckon'
import { allOf, anyOf, type Truth } from './truth'
import { missingOf, type Missing, type Working } from './working'

/** How far a value lies from a limit: `absolute` in the unit of the comparison, `share` of the limit (null at 0). */
export interface Margin {
  readonly absolute: number
  readonly share: number | null
}

export interface ComparisonReading {
  readonly kind: 'comparison'
  readonly comparison: Comparison
  readonly truth: Truth
  readonly working: Working
  /** Value minus limit; negative below it. Null where the value is unknown. */
  readonly margin: Margin | null
}

/** A condition held against one chip: the same tree, with the answer and the working at each place. */
export type ConditionReading =
  | ComparisonReading
  | { readonly kind: 'all' | 'any'; readonly truth: Truth; readonly parts: readonly ConditionReading[] }

type Chip = Pick<RecordOf<'chip'>, 'specs'>

/**
 * Holds a condition against a chip. Three-valued by Kleene's rules: a comparison whose value cannot be reckoned is
 * undetermined, and so is a branch that hangs on it. Limits are exact: 21,000 is not less than 21,000.
 */
export function readCondition(
  condition: Condition,
  chip: Chip,
  formulas?: Formulas,
  instead?: Substitute,
): ConditionReading {
  if ('all' in condition) {
    const parts = condition.all.map((part) => readCondition(part, chip, formulas, instead))
    return { kind: 'all', truth: allOf(parts.map(({ truth }) => truth)), parts }
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => readCondition(part, chip, formulas, instead))
    return { kind: 'any', truth: anyOf(parts.map(({ truth }) => truth)), parts }
  }
  const working = reckon(chip, condition.metric, formulas, instead)
  const { value } = working
  if (value === null) return { kind: 'comparison', comparison: condition, truth: 'undetermined', working, margin: null }
  return {
    kind: 'comparison',
    comparison: condition,
    truth: compares(value, condition) ? 'met' : 'not-met',
    working,
    margin: marginOf(value, condition.limit),
  }
}

/** Whether a value passes a comparison; units are those of `CONTROL_UNITS` on both sides. */
export function compares(value: number, { operator, limit }: Pick<Comparison, 'operator' | 'limit'>): boolean {
  switch (operator) {
    case '>=':
      return value >= limit
    case '>':
      return value > limit
    case '<=':
      return value <= limit
    default:
      return value < limit
  }
}

function marginOf(value: number, limit: number): Margin {
  const absolute = Number((value - limit).toPrecision(14))
  return { absolute, share: limit === 0 ? null : absolute / limit }
}

/** The comparisons of a reading in the order of the text. */
export function comparisonsOf(reading: ConditionReading): ComparisonReading[] {
  return reading.kind === 'comparison' ? [reading] : reading.parts.flatMap(comparisonsOf)
}

/** What a reading waits for, each once; empty where it is settled. */
export function missingFor(reading: ConditionReading): Missing[] {
  if (reading.truth !== 'undetermined') return []
  const all = reading.kind === 'comparison' ? missingOf(reading.working) : reading.parts.flatMap(missingFor)
  return all.filter((one, at) => all.findIndex((other) => other.metric === one.metric) === at)
}

/** The comparisons whose value lies within a share of the limit on either side: 0.01 is one percent. */
export function closeCalls(reading: ConditionReading, share: number): ComparisonReading[] {
  return comparisonsOf(reading).filter(({ margin }) => Math.abs(margin?.share ?? Infinity) <= share)
}

/** The quantities a condition compares, each once. */
export function metricsOf(condition: Condition): ControlMetric[] {
  if ('metric' in condition) return [condition.metric]
  const parts = 'all' in condition ? condition.all : condition.any
  return [...new Set(parts.flatMap(metricsOf))]
}
