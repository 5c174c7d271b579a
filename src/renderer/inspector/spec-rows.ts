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

const HUNDRED_MILLIONS_IN_A_BILLION = 10

/**
 * A value with its unit, as two parts. Chinese counts transistors in 億 (a hundred million), so that
 * `208 billion` reads `2,080 億`.
 */
export function valueInWords(spec: SpecValue, locale: Locale): { value: string; unit: string } {
  const unit = spec.unit ?? METRIC_UNITS[spec.metric] ?? ''
  if (typeof spec.value === 'string') return { value: spec.value, unit: '' }
  const inHundredMillions = unit === 'billion' && locale === 'zh-Hant'
  const value = inHundredMillions ? spec.value * HUNDRED_MILLIONS_IN_A_BILLION : spec.value
  // Enough digits for anything a source states; the locale only groups them.
  const words = new Intl.NumberFormat(locale, { maximumSignificantDigits: 12 }).format(value)
  return { value: words, unit: inHundredMillions ? '億' : unit }
}
