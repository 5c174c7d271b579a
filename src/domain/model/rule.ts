import * as v from 'valibot'
import { EdtfText } from './edtf-text'
import { evidenceFields, SourceIds } from './evidence'
import { RecordId } from './ids'
import { Jurisdiction } from './jurisdiction'
import { Names } from './names'

/** What rules compare. `bits-x-tops` and `io-bandwidth` are the October 2022 test (87 FR 62186). */
export const CONTROL_METRICS = [
  'tpp',
  'performance-density',
  'bits-x-tops',
  'io-bandwidth',
  'memory-bandwidth',
  'hbm-bandwidth-density',
  'transistors',
] as const

export const CONTROL_UNITS: Readonly<Record<(typeof CONTROL_METRICS)[number], string>> = {
  tpp: 'TPP',
  'performance-density': 'TPP/mm²',
  'bits-x-tops': 'bit·TOPS',
  'io-bandwidth': 'GB/s',
  'memory-bandwidth': 'GB/s',
  'hbm-bandwidth-density': 'GB/s/mm²',
  transistors: 'billion',
}

const Comparison = v.strictObject({
  metric: v.picklist(CONTROL_METRICS),
  operator: v.picklist(['>=', '>', '<=', '<']),
  limit: v.pipe(v.number(), v.finite()),
  unit: v.string(),
})

/** A tree of comparisons; every leaf is one number a chip is held against. */
export type Condition = v.InferOutput<typeof Comparison> | { all: Condition[] } | { any: Condition[] }

export const Condition: v.GenericSchema<Condition> = v.union([
  Comparison,
  v.strictObject({ all: v.pipe(v.array(v.lazy(() => Condition)), v.minLength(1)) }),
  v.strictObject({ any: v.pipe(v.array(v.lazy(() => Condition)), v.minLength(1)) }),
])

/**
 * The ladder of what a rule does to a shipment, mildest first. `licence-required` says that a licence
 * is needed and that no source read says how applications are judged.
 */
export const OUTCOME_STEPS = [
  'no-licence',
  'notified',
  'licence-required',
  'case-by-case',
  'presumption-of-denial',
  'prohibited',
  'tariff',
  'discouraged',
] as const

/** One paragraph of a rule: whom it catches and what then follows. */
export const Provision = v.strictObject({
  id: RecordId,
  /** `3A090.a`, `742.6(b)(10)(iii)(A)(1)`. */
  reference: v.pipe(v.string(), v.nonEmpty()),
  when: v.optional(Condition),
  /** Chips it names outright. They are caught whatever `when` says; `when` catches others beside them. */
  chips: v.optional(v.array(RecordId)),
  /** The condition and its definitions in words: all there is, where neither figures nor chips are named. */
  words: Names,
  destinations: v.array(v.pipe(v.string(), v.nonEmpty())),
  outcome: v.strictObject({
    step: v.picklist(OUTCOME_STEPS),
    conditions: v.array(Names),
  }),
  sources: SourceIds,
})
export type Provision = Readonly<v.InferOutput<typeof Provision>>

/** A rule, letter, guidance or law, with its own life: announced, published, effective, ended. */
export const Rule = v.strictObject({
  type: v.literal('rule'),
  id: RecordId,
  name: Names,
  jurisdiction: Jurisdiction,
  issuer: v.optional(RecordId),
  /** `87 FR 62186`, `FR Doc. 2022-21658`. */
  citation: v.optional(v.pipe(v.string(), v.nonEmpty())),
  announced: v.optional(EdtfText),
  published: v.optional(EdtfText),
  effective: v.optional(EdtfText),
  enforced: v.optional(EdtfText),
  ended: v.optional(EdtfText),
  amends: v.array(RecordId),
  supersedes: v.array(RecordId),
  provisions: v.array(Provision),
  summary: v.optional(Names),
  ...evidenceFields,
})
export type Rule = Readonly<v.InferOutput<typeof Rule>>
