import { chosenOf } from '../controls/chosen-figure'
import { controlValue } from '../controls/control-value'
import { figureOf, type SetAside } from '../controls/figure'
import { figuresOf, sourcesOf, type Working } from '../controls/working'
import { recordOfType, type Document } from '../model/document'
import { CONFIDENCES, type Confidence } from '../model/evidence'
import type { RecordId } from '../model/ids'
import type { RecordOf } from '../model/record'
import { ACCESS_GRADES } from '../model/source'
import { METRIC_UNITS, type Metric, type SpecValue } from '../model/spec-value'

export type AccessGrade = (typeof ACCESS_GRADES)[number]
type Chip = Pick<RecordOf<'chip'>, 'specs'>

/** What else is said about a metric of a chip, and why it is not the value that is used. */
export interface OtherFact {
  readonly spec: SpecValue
  /** In `unit`; of a reckoned quantity, what it would be if this source were right. */
  readonly value: number | string
  readonly unit: string
  readonly why: SetAside
}

/** What is known of one metric of one chip. */
export interface Fact {
  readonly metric: Metric
  /** Null where nothing that can be used is known. */
  readonly value: number | string | null
  /** As in `METRIC_UNITS`; empty for texts. */
  readonly unit: string
  /** The accepted statement; null for what is unknown, and for what is reckoned. */
  readonly spec: SpecValue | null
  /** How a reckoned quantity comes about; null for what is only stated. */
  readonly working: Working | null
  readonly others: readonly OtherFact[]
  readonly sources: readonly RecordId[]
  /** The weakest of what it rests on; null where nothing is known. */
  readonly confidence: Confidence | null
}

/** Quantities that are reckoned from other figures. */
const RECKONED = ['tpp', 'performance-density'] as const
type Reckoned = (typeof RECKONED)[number]
const isReckoned = (metric: Metric): metric is Reckoned => RECKONED.some((one) => one === metric)

/**
 * What is known of a metric of a chip: for a rate the dense one of the whole package (`figureOf`), for TPP and
 * performance density what follows from the figures (`controlValue`), for a text the preferred or best supported one.
 */
export function factOf(chip: Chip, metric: Metric): Fact {
  const unit = METRIC_UNITS[metric]
  if (unit === null) return textFact(chip, metric)
  if (isReckoned(metric)) return reckonedFact(chip, metric, unit)
  const { spec, value, others } = figureOf(chip, metric)
  return stated({ metric, unit, spec, value, others: others.map((other) => ({ ...other, unit })) })
}

function textFact(chip: Chip, metric: Metric): Fact {
  const specs = chip.specs.filter((spec) => spec.metric === metric)
  const spec = chosenOf(specs.filter(({ preferred }) => preferred !== false)) ?? null
  const others = specs
    .filter((other) => other !== spec && other.value !== spec?.value)
    .map((other): OtherFact => {
      const why = other.preferred === false ? 'rejected' : 'other-preferred'
      return { spec: other, value: other.value, unit: '', why }
    })
  return stated({ metric, unit: '', spec, value: spec?.value ?? null, others })
}

const stated = (fact: Omit<Fact, 'working' | 'sources' | 'confidence'>): Fact => ({
  ...fact,
  working: null,
  sources: fact.spec?.sources ?? [],
  confidence: fact.spec?.confidence ?? null,
})

function reckonedFact(chip: Chip, metric: Reckoned, unit: string): Fact {
  const { value, working, others, sparse } = controlValue(chip, metric)
  const figures = figuresOf(working).flatMap(({ spec }) => spec ?? [])
  return {
    metric,
    value,
    unit,
    spec: null,
    working,
    others: [
      ...others.map((other) => ({ spec: other.figure.spec, value: other.value, unit, why: other.figure.why })),
      ...sparse
        .filter((figure) => !others.some((other) => other.figure.spec === figure.spec))
        .map(({ spec, value: rate, why }) => ({ spec, value: rate, unit: METRIC_UNITS[spec.metric] ?? '', why })),
    ],
    sources: sourcesOf(working),
    confidence: value === null ? null : weakest(figures),
  }
}

function weakest(specs: readonly SpecValue[]): Confidence | null {
  const places = specs.map(({ confidence }) => CONFIDENCES.indexOf(confidence))
  return CONFIDENCES[Math.max(...places)] ?? null
}

/** How well the best read of some sources was read; null without any. */
export function bestAccess(document: Document, sources: readonly RecordId[]): AccessGrade | null {
  const grades = sources.flatMap((id) => recordOfType(document, 'source', id)?.access ?? [])
  const places = grades.map((grade) => ACCESS_GRADES.indexOf(grade))
  return ACCESS_GRADES[Math.min(...places)] ?? null
}
