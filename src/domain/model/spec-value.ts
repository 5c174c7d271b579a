import * as v from 'valibot'
import { Confidence, SourceIds } from './evidence'
import { Names } from './names'

/** What is measured. The unit each metric is kept in stands in `METRIC_UNITS`. */
export const METRICS = [
  'memory-capacity',
  'memory-bandwidth',
  'memory-type',
  'fp4',
  'fp8',
  'int8',
  'fp16',
  'tdp',
  'interconnect-bandwidth',
  'interconnect-type',
  'die-area',
  'transistors',
  'process',
  'tpp',
  'performance-density',
] as const
export const Metric = v.picklist(METRICS)
export type Metric = v.InferOutput<typeof Metric>

/**
 * The unit of each metric; `null` for metrics whose value is a text.
 * TFLOPS and TOPS are dense rates per package unless the value's condition says otherwise.
 * `interconnect-bandwidth` counts both directions. `performance-density` is TPP per mm²
 * (15 CFR 774, Supplement No. 1, ECCN 3A090, Technical Note 2).
 */
export const METRIC_UNITS: Readonly<Record<Metric, string | null>> = {
  'memory-capacity': 'GB',
  'memory-bandwidth': 'TB/s',
  'memory-type': null,
  fp4: 'TFLOPS',
  fp8: 'TFLOPS',
  int8: 'TOPS',
  fp16: 'TFLOPS',
  tdp: 'W',
  'interconnect-bandwidth': 'GB/s',
  'interconnect-type': null,
  'die-area': 'mm²',
  transistors: 'billion',
  process: null,
  tpp: 'TPP',
  'performance-density': 'TPP/mm²',
}

export const SPEC_CONDITIONS = ['dense', 'sparse', 'per-die', 'per-package', 'computed'] as const

/**
 * One figure of a chip or architecture, with where it comes from. Several values of one metric may
 * stand side by side when sources disagree; then exactly one is `preferred`, with a reason.
 */
export const SpecValue = v.strictObject({
  metric: Metric,
  /** A number in `unit`, or a text for metrics without one (`HBM3e`, `TSMC 4N`). */
  value: v.union([v.pipe(v.number(), v.finite()), v.pipe(v.string(), v.nonEmpty())]),
  unit: v.optional(v.pipe(v.string(), v.nonEmpty())),
  condition: v.optional(v.array(v.picklist(SPEC_CONDITIONS))),
  sources: SourceIds,
  confidence: Confidence,
  preferred: v.optional(v.boolean()),
  reason: v.optional(Names),
  comment: v.optional(Names),
})
export type SpecValue = Readonly<v.InferOutput<typeof SpecValue>>
