import type { ControlMetric } from '../model/control-metric'
import type { Expression } from '../model/formula'
import type { RecordOf } from '../model/record'
import { figureOf, type OtherFigure, type SetAside } from './figure'
import { reckon, type Formulas, type Substitute } from './reckon'
import { STANDARD_FORMULAS, STATED_AS } from './standard-formulas'
import { figuresOf, unitOf, type Working } from './working'
import type { Metric } from '../model/spec-value'

/** What the quantity would be if another source were right. */
export interface OtherValue {
  readonly value: number
  readonly working: Working
  readonly figure: OtherFigure
}

/** A quantity that rules compare, with its working, what other sources would make of it, and what to beware of. */
export interface ControlValue {
  readonly metric: ControlMetric
  readonly unit: string
  readonly value: number | null
  readonly working: Working
  /** Values that differ, by the figure they follow from. Sparse and rejected figures are not among them. */
  readonly others: readonly OtherValue[]
  /** Figures that are, or probably are, sparse rates and were left out, and those that put an accepted rate in doubt. */
  readonly sparse: readonly OtherFigure[]
}

type Chip = Pick<RecordOf<'chip'>, 'specs'>

/**
 * A quantity of a chip for rules with these formulas. Units are those of `CONTROL_UNITS`: memory bandwidth in GB/s,
 * though chips keep TB/s. A quantity that cannot be reckoned has the value null and a working that says what is missing.
 */
export function controlValue(chip: Chip, metric: ControlMetric, formulas?: Formulas): ControlValue {
  const working = reckon(chip, metric, formulas)
  const figures = opinionsOn(chip, metric, formulas, working)
  const others = figures.filter(mayBeRight).flatMap((figure): OtherValue[] => {
    const other = reckon(chip, metric, formulas, asSubstitute(figure))
    return other.value === null || other.value === working.value ? [] : [{ value: other.value, working: other, figure }]
  })
  const sparse = figures.filter(({ why }) => SPARSE.has(why))
  return { metric, unit: unitOf(metric), value: working.value, working, others, sparse }
}

/**
 * All figures that were set aside for a quantity, among them a value of the quantity itself that a source states
 * outright and that `working` does not rest on.
 */
export function opinionsOn(
  chip: Chip,
  metric: ControlMetric,
  formulas?: Formulas,
  working = reckon(chip, metric, formulas),
): OtherFigure[] {
  const used = new Set(figuresOf(working).map(({ spec }) => spec))
  return metricsBehind(metric, formulas).flatMap((each): OtherFigure[] => {
    const { spec, value, others } = figureOf(chip, each)
    if (spec === null || value === null || used.has(spec) || !STATED.has(each)) return [...others]
    return [{ spec, value, why: 'other-preferred' }, ...others]
  })
}

const STATED: ReadonlySet<Metric> = new Set(Object.values(STATED_AS))
const SPARSE: ReadonlySet<SetAside> = new Set(['sparse', 'probably-sparse', 'half-of-accepted'])
const OPEN: ReadonlySet<SetAside> = new Set(['other-preferred', 'half-of-accepted', 'unverified'])

/** Whether a figure that was set aside could be the true one of the same thing. */
export const mayBeRight = ({ why }: OtherFigure): boolean => OPEN.has(why)

export const asSubstitute = ({ spec, value }: OtherFigure): Substitute => ({ metric: spec.metric, spec, value })

/** The metrics of a chip that a quantity is reckoned from, each once. */
export function metricsBehind(metric: ControlMetric, formulas?: Formulas): Metric[] {
  const found = new Set<Metric>()
  const seen = new Set<ControlMetric>()
  const ofQuantity = (each: ControlMetric): void => {
    if (seen.has(each)) return
    seen.add(each)
    const stated = STATED_AS[each]
    if (stated !== undefined) found.add(stated)
    const expression = formulas?.[each] ?? STANDARD_FORMULAS[each]
    if (expression !== null) ofExpression(expression)
  }
  const ofExpression = (expression: Expression): void => {
    if (typeof expression === 'number') return
    if ('spec' in expression) found.add(expression.spec)
    else if ('control' in expression) ofQuantity(expression.control)
    else for (const part of Object.values<Expression[]>(expression).flat()) ofExpression(part)
  }
  ofQuantity(metric)
  return [...found]
}
