import type { ControlMetric } from '../model/control-metric'
import type { Expression } from '../model/formula'
import type { RecordOf } from '../model/record'
import type { Metric, SpecValue } from '../model/spec-value'
import { figureOf, type Figure } from './figure'
import { STANDARD_FORMULAS, STATED_AS } from './standard-formulas'
import type { Working } from './working'

/** The definitions that hold for a rule; what is absent is as in {@link STANDARD_FORMULAS}. */
export type Formulas = Partial<Readonly<Record<ControlMetric, Expression>>>

/** A value put in place of an accepted one: what if the other source is right? */
export interface Substitute {
  readonly metric: Metric
  readonly spec: SpecValue
  readonly value: number
}

type Chip = Pick<RecordOf<'chip'>, 'specs'>

/**
 * A quantity of a chip, worked out term by term. A value that a source states outright (a TPP without the condition
 * `computed`) is taken where it is preferred, or where the figures do not give one; else the figures count. A
 * definition that leads back to itself counts as none.
 */
export function reckon(chip: Chip, metric: ControlMetric, formulas = STANDARD, instead?: Substitute): Working {
  if (instead !== undefined) return quantity(metric, { chip, formulas, instead, under: [] })
  const ofChip = KNOWN.get(chip) ?? new WeakMap<Formulas, Map<ControlMetric, Working>>()
  const known = ofChip.get(formulas) ?? new Map<ControlMetric, Working>()
  KNOWN.set(chip, ofChip.set(formulas, known))
  const working = known.get(metric) ?? quantity(metric, { chip, formulas, instead, under: [] })
  known.set(metric, working)
  return working
}

const STANDARD: Formulas = {}
/** Records and formulas are never changed, only replaced; a rulebook asks for the same quantity once for each limit. */
const KNOWN = new WeakMap<Chip, WeakMap<Formulas, Map<ControlMetric, Working>>>()

interface Task {
  readonly chip: Chip
  readonly formulas: Formulas
  readonly instead: Substitute | undefined
  readonly under: readonly ControlMetric[]
}

function quantity(metric: ControlMetric, task: Task): Working {
  const statedAs = STATED_AS[metric]
  const stated = statedAs === undefined ? null : statedIn(task, statedAs, metric)
  const wins = stated?.figure.spec?.preferred === true || (stated !== null && task.instead?.metric === statedAs)
  if (stated !== null && wins) return stated
  const expression = task.under.includes(metric) ? null : (task.formulas[metric] ?? STANDARD_FORMULAS[metric])
  const reckoned: Working =
    expression === null
      ? { kind: 'undefined', value: null, metric }
      : evaluate(expression, { ...task, under: [...task.under, metric] })
  return reckoned.value === null && stated !== null ? stated : reckoned
}

function statedIn(task: Task, as: Metric, metric: ControlMetric): Extract<Working, { kind: 'stated' }> | null {
  const figure = figureIn(task, as)
  return figure.value === null ? null : { kind: 'stated', value: figure.value, figure, metric }
}

function figureIn({ chip, instead }: Task, metric: Metric): Figure {
  const figure = figureOf(chip, metric)
  if (instead?.metric !== metric) return figure
  return { ...figure, spec: instead.spec, value: instead.value }
}

function evaluate(expression: Expression, task: Task): Working {
  if (typeof expression === 'number') return { kind: 'constant', value: expression }
  if ('spec' in expression) {
    const figure = figureIn(task, expression.spec)
    return { kind: 'figure', value: figure.value, figure }
  }
  if ('control' in expression) {
    const of = quantity(expression.control, task)
    return { kind: 'control', value: of.value, metric: expression.control, of }
  }
  if ('product' in expression) {
    const terms = expression.product.map((part) => evaluate(part, task))
    return { kind: 'product', value: folded(terms, (a, b) => a * b), terms }
  }
  if ('quotient' in expression) {
    const [top, below] = [evaluate(expression.quotient[0], task), evaluate(expression.quotient[1], task)]
    const value = below.value === 0 ? null : folded([top, below], (a, b) => a / b)
    return { kind: 'quotient', value, terms: [top, below] }
  }
  return largestOf(expression.largest.map((part) => evaluate(part, task)))
}

function folded(terms: readonly Working[], join: (a: number, b: number) => number): number | null {
  return terms.map(({ value }) => value).reduce((a, b) => (a === null || b === null ? null : exact(join(a, b))))
}

/** Figures have at most a few places; a tail of the fifteenth place is the machine's, and would miss an exact limit. */
const exact = (value: number): number => Number(value.toPrecision(14))

function largestOf(terms: readonly Working[]): Working {
  let chosen: number | null = null
  let value: number | null = null
  for (const [at, term] of terms.entries())
    if (term.value !== null && (value === null || term.value > value)) [chosen, value] = [at, term.value]
  return { kind: 'largest', value, chosen, terms }
}
