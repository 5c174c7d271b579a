import * as v from 'valibot'
import { SourceIds } from './evidence'
import { Names } from './names'
import { CONTROL_METRICS, type ControlMetric } from './control-metric'
import { Metric } from './spec-value'

/** A number, a figure of the chip, another quantity of the rule, or what is reckoned from such. */
export type Expression =
  | number
  | { spec: Metric }
  | { control: ControlMetric }
  | { product: Expression[] }
  | { quotient: [Expression, Expression] }
  | { largest: Expression[] }

const several = v.pipe(v.array(v.lazy(() => Expression)), v.minLength(1))

export const Expression: v.GenericSchema<Expression> = v.union([
  v.pipe(v.number(), v.finite()),
  v.strictObject({ spec: Metric }),
  v.strictObject({ control: v.picklist(CONTROL_METRICS) }),
  v.strictObject({ product: several }),
  v.strictObject({ quotient: v.strictTuple([v.lazy(() => Expression), v.lazy(() => Expression)]) }),
  v.strictObject({ largest: several }),
])

/** How a rule defines one of the quantities that it compares. The chip's figures are put in as its sheet has them. */
export const Formula = v.strictObject({
  metric: v.picklist(CONTROL_METRICS),
  /** `3A090, Technical Note 1`. */
  reference: v.pipe(v.string(), v.nonEmpty()),
  expression: Expression,
  words: Names,
  sources: SourceIds,
})
export type Formula = Readonly<v.InferOutput<typeof Formula>>
