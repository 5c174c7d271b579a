import { succeed } from '../model/problem'
import { METRIC_UNITS, type Metric, type SpecValue } from '../model/spec-value'
import type { TapelineRecord } from '../model/record'
import { cellProblem, withField, type Column } from './column'

const specsOf = (record: TapelineRecord): readonly SpecValue[] => ('specs' in record ? record.specs : [])

/**
 * One figure of a chip or architecture: the preferred value, else the first. Where sources disagree
 * it is not written here, for a cell cannot say which of them is meant. A figure typed where there
 * was none has no source, and is marked as unverified.
 */
export function metricColumn(metric: Metric, atFirst: boolean): Column {
  const unit = METRIC_UNITS[metric]
  const id = `metric.${metric}`
  return {
    id,
    words: id,
    ...(unit === null ? {} : { unit }),
    kind: unit === null ? 'text' : 'number',
    widthPx: 130,
    atFirst,
    action: 'edit',
    read(record) {
      const values = specsOf(record).filter((spec) => spec.metric === metric)
      const value = (values.find(({ preferred }) => preferred) ?? values[0])?.value
      return value === undefined ? '' : String(value)
    },
    write(record, text) {
      const specs = specsOf(record)
      const own = specs.filter((spec) => spec.metric === metric)
      if (own.length > 1)
        return cellProblem(record, id, 'not-editable', 'several sources disagree; choose in the details')
      const typed = text.trim()
      if (typed === '')
        return succeed(
          withField(
            record,
            'specs',
            specs.filter((spec) => spec.metric !== metric),
          ),
        )
      const value = unit === null ? typed : numberOf(typed)
      if (value === null) return cellProblem(record, id, 'wrong-shape', 'must be a number')
      const [old] = own
      if (old !== undefined)
        return succeed(
          withField(
            record,
            'specs',
            specs.map((spec) => (spec === old ? { ...old, value } : spec)),
          ),
        )
      const made: SpecValue = {
        metric,
        value,
        ...(unit === null ? {} : { unit }),
        sources: [],
        confidence: 'unverified',
      }
      return succeed(withField(record, 'specs', [...specs, made]))
    },
  }
}

/** A number as people type it: `1,979` or `4.8`; null for anything else, such as a number with a unit. */
export function numberOf(text: string): number | null {
  const plain = /^[-+]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(',', '') : text
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(plain) && Number.isFinite(Number(plain)) ? Number(plain) : null
}
