import type { ControlMetric } from '../model/control-metric'
import type { Expression } from '../model/formula'
import type { Metric } from '../model/spec-value'

/** Bits of an operand of each listed rate. */
export const BIT_LENGTHS = { fp8: 8, fp16: 16, int8: 8, fp4: 4 } as const satisfies Partial<Record<Metric, number>>

const ratesTimesBits: Expression = {
  largest: Object.entries(BIT_LENGTHS).map(([metric, bits]) => ({ product: [{ spec: metric as Metric }, bits] })),
}

/**
 * What a quantity means where no rule of the chain defines it.
 *
 * TPP: 15 CFR 774, Supplement No. 1, ECCN 3A090, Technical Note 1: 2 × MacTOPS × bit length of the operation, summed
 * over all processing units, without sparsity, the largest over the formats. A data sheet's dense TOPS or TFLOPS are
 * 2 × MacTOPS, so it is rate × bits. Performance density: Technical Note 2, TPP ÷ applicable die area in mm².
 * `null`: the figures of a chip do not give it.
 */
export const STANDARD_FORMULAS: Readonly<Record<ControlMetric, Expression | null>> = {
  tpp: ratesTimesBits,
  'performance-density': { quotient: [{ control: 'tpp' }, { spec: 'die-area' }] },
  'bits-x-tops': ratesTimesBits,
  'io-bandwidth': { spec: 'interconnect-bandwidth' },
  'memory-bandwidth': { product: [{ spec: 'memory-bandwidth' }, 1000] },
  'hbm-bandwidth-density': null,
  transistors: { spec: 'transistors' },
}

/** The metric of a chip under which a source may state a quantity outright. */
export const STATED_AS: Partial<Record<ControlMetric, Metric>> = {
  tpp: 'tpp',
  'performance-density': 'performance-density',
}
