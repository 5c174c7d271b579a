import * as v from 'valibot'
import { CONTROL_METRICS } from './control-metric'
import { EdtfText } from './edtf-text'
import { evidenceFields, SourceIds } from './evidence'
import { Formula } from './formula'
import { RecordId } from './ids'
import { Jurisdiction } from './jurisdiction'
import { Names } from './names'

const Comparison = v.strictObject({
  metric: v.picklist(CONTROL_METRICS),
  operator: v.picklist(['>=', '>', '<=', '<']),
  limit: v.pipe(v.number(), v.finite()),
  unit: v.string(),
})

export type Comparison = Readonly<v.InferOutput<typeof Comparison>>

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
export type OutcomeStep = (typeof OUTCOME_STEPS)[number]

/**
 * What kind of act it is, which says from when it binds. `rule`: from its effective date alone. `letter` and
 * `guidance`: where no such date is given, from the day it was made known. `decision`: was announced and waits for
 * another act to carry it out, so that it never binds by itself. Without a form, an act is taken for a rule.
 */
export const RULE_FORMS = ['rule', 'letter', 'guidance', 'decision'] as const

/**
 * Where a shipment meets it: leaving the seller's country, entering the buyer's, or passing through a third on the
 * way. Without a gate, a rule of the destination itself is met on entering, any other on leaving.
 */
export const RULE_GATES = ['export', 'import', 'transit'] as const

/** What a paragraph is about. Without an item it is about chips. */
export const RULE_ITEMS = ['chip', 'memory', 'other'] as const

/** One paragraph of a rule: whom it catches and what then follows. */
export const Provision = v.strictObject({
  id: RecordId,
  /** `3A090.a`, `742.6(b)(10)(iii)(A)(1)`. */
  reference: v.pipe(v.string(), v.nonEmpty()),
  item: v.optional(v.picklist(RULE_ITEMS)),
  when: v.optional(Condition),
  /** Chips it names outright. They are caught whatever `when` says; `when` catches others beside them. */
  chips: v.optional(v.array(RecordId)),
  /** The condition and its definitions in words: all there is, where neither figures nor chips are named. */
  words: Names,
  destinations: v.array(v.pipe(v.string(), v.nonEmpty())),
  /** Whom alone it touches, in words. It then decides nothing for all the others. */
  only: v.optional(Names),
  /** Licence exceptions and savings, in words. */
  exceptions: v.optional(v.array(Names)),
  /** Paragraphs, of any rule, that read like this one once its rule is in force. */
  replaces: v.optional(v.array(RecordId)),
  /** Paragraphs whose outcome gives way to this one's, for chips that both catch. It then catches none by itself. */
  overrides: v.optional(v.array(RecordId)),
  outcome: v.strictObject({
    step: v.picklist(OUTCOME_STEPS),
    conditions: v.array(Names),
  }),
  sources: SourceIds,
})
export type Provision = Readonly<v.InferOutput<typeof Provision>>

/**
 * A rule, letter, guidance or law, with its own life. `effective` is the day from which it binds, `enforced` the day
 * from which compliance is asked; `ended` the first day on which it no longer binds.
 */
export const Rule = v.strictObject({
  type: v.literal('rule'),
  id: RecordId,
  name: Names,
  jurisdiction: Jurisdiction,
  form: v.optional(v.picklist(RULE_FORMS)),
  gate: v.optional(v.picklist(RULE_GATES)),
  issuer: v.optional(RecordId),
  /** `87 FR 62186`, `FR Doc. 2022-21658`. */
  citation: v.optional(v.pipe(v.string(), v.nonEmpty())),
  announced: v.optional(EdtfText),
  published: v.optional(EdtfText),
  effective: v.optional(EdtfText),
  enforced: v.optional(EdtfText),
  ended: v.optional(EdtfText),
  amends: v.array(RecordId),
  /** Rules whose place it takes: they end where it begins to bind. */
  supersedes: v.array(RecordId),
  /** Rules whose text it puts right without changing what was meant. */
  corrects: v.optional(v.array(RecordId)),
  /** Its own definitions. Where it has none of a quantity, that of a rule it amends, corrects or supersedes holds. */
  formulas: v.optional(v.array(Formula)),
  provisions: v.array(Provision),
  summary: v.optional(Names),
  ...evidenceFields,
})
export type Rule = Readonly<v.InferOutput<typeof Rule>>
