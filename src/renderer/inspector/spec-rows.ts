import { valueText } from '../../domain/compare/number-text'
import type { Locale } from '../../domain/model/names'
import { METRIC_UNITS, METRICS, type Metric, type SpecValue } from '../../domain/model/spec-value'

/** The values of one metric: the one to use first, the others beside it. */
export interface SpecRow {
  readonly metric: Metric
  /** Null where the only values known are held to be errors. */
  readonly preferred: SpecValue | null
  readonly others: readonly SpecValue[]
}

/** One row for each metric that has a value, in the order metrics are listed in the model. */
export function specRows(specs: readonly SpecValue[]): SpecRow[] {
  return METRICS.flatMap((metric): SpecRow[] => {
    const values = specs.filter((spec) => spec.metric === metric)
    if (values.length === 0) return []
    const preferred = values.find((spec) => spec.preferred === true) ?? values.find((spec) => spec.preferred !== false)
    return [{ metric, preferred: preferred ?? null, others: values.filter((spec) => spec !== preferred) }]
  })
}

/**
 * A value with its unit, as two parts. Chinese counts transistors in 億 (a hundred million), so that
 * `208 billion` reads `2,080 億`.
 */
export function valueInWords(spec: SpecValue, locale: Locale): { value: string; unit: string } {
  return valueText(spec.value, spec.unit ?? METRIC_UNITS[spec.metric] ?? '', locale)
}
