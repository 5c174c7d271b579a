import type { RecordOf } from '../model/record'
import { METRIC_UNITS, type Metric, type SpecValue } from '../model/spec-value'
import { chosenOf } from './chosen-figure'

/** Why a value is not the one that is reckoned with. */
export type SetAside =
  /** Counts zeros; 3A090, Technical Note 1 counts dense rates. */
  | 'sparse'
  /** About twice an accepted value of the same rate, and not marked as sparse. */
  | 'probably-sparse'
  /** About half of the accepted rate, which is therefore in doubt: it may be the sparse one. */
  | 'half-of-accepted'
  /** Of one die, where the whole package counts. */
  | 'per-die'
  /** The record says that it must not be used. */
  | 'rejected'
  /** No source was read. */
  | 'unverified'
  /** Another value of the same metric is preferred, or better supported. */
  | 'other-preferred'

export interface OtherFigure {
  readonly spec: SpecValue
  readonly value: number
  readonly why: SetAside
}

/** One figure of a chip as rules need it: what is reckoned with, and what other sources say. */
export interface Figure {
  readonly metric: Metric
  readonly unit: string
  /** The accepted value; null where none can be used. */
  readonly spec: SpecValue | null
  readonly value: number | null
  readonly others: readonly OtherFigure[]
}

type Specs = Pick<RecordOf<'chip'>, 'specs'>

/** Rates that data sheets like to print with sparsity, which doubles them. */
const RATES: ReadonlySet<Metric> = new Set(['fp4', 'fp8', 'int8', 'fp16'])

/** About twice: 1,979 and 3,958 exactly, 1,979 and 3,940 nearly. */
const isAboutTwice = (value: number, accepted: number): boolean => value >= 1.9 * accepted && value <= 2.1 * accepted

const has = (spec: SpecValue, condition: 'sparse' | 'per-die' | 'computed' | 'dense'): boolean =>
  spec.condition?.includes(condition) ?? false

/**
 * The figure of a chip for a metric: the dense value of the whole package that is preferred, else the best supported
 * and, of equals, the first. Of two rates of which one is about twice the other, the smaller is taken unless the
 * larger alone says that it is dense; either way the other is named, for what it does to the accepted one. Values with the condition
 * `computed` are left out: they follow from the figures, so reckoning with them would count the figures twice.
 */
export function figureOf(chip: Specs, metric: Metric): Figure {
  const unit = METRIC_UNITS[metric] ?? ''
  const specs = chip.specs.filter((spec) => spec.metric === metric && !has(spec, 'computed'))
  const usable = specs.filter((spec) => barTo(spec) === null)
  const accepted = RATES.has(metric) ? guarded(usable) : chosenOf(usable)
  const value = typeof accepted?.value === 'number' ? accepted.value : null
  return { metric, unit, spec: value === null ? null : (accepted ?? null), value, others: othersOf(specs, accepted) }
}

function barTo(spec: SpecValue): SetAside | null {
  if (spec.preferred === false) return 'rejected'
  if (has(spec, 'sparse')) return 'sparse'
  if (has(spec, 'per-die')) return 'per-die'
  if (spec.sources.length === 0 && spec.confidence === 'unverified') return 'unverified'
  return typeof spec.value === 'number' ? null : 'rejected'
}

const numberOf = ({ value }: SpecValue): number => (typeof value === 'number' ? value : Number.NaN)

function guarded(usable: readonly SpecValue[]): SpecValue | undefined {
  const chosen = chosenOf(usable)
  if (chosen === undefined) return undefined
  const half = usable.filter(
    (spec) => isAboutTwice(numberOf(chosen), numberOf(spec)) && (has(spec, 'dense') || !has(chosen, 'dense')),
  )
  return chosenOf(half) ?? chosen
}

function othersOf(specs: readonly SpecValue[], accepted: SpecValue | undefined): OtherFigure[] {
  const base = accepted === undefined ? Number.NaN : numberOf(accepted)
  return specs.flatMap((spec) => {
    if (spec === accepted || typeof spec.value !== 'number') return []
    const twice = RATES.has(spec.metric) && isAboutTwice(spec.value, base)
    const half = RATES.has(spec.metric) && isAboutTwice(base, spec.value)
    const bar = barTo(spec)
    const why =
      bar === 'sparse' ? bar : twice ? 'probably-sparse' : (bar ?? (half ? 'half-of-accepted' : 'other-preferred'))
    return [{ spec, value: spec.value, why }]
  })
}
