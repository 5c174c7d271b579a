import fc from 'fast-check'
import { ANNOTATION_COLOURS, SPAN_SHAPES } from '../domain/model/annotation'
import { CONFIDENCES } from '../domain/model/evidence'
import { EVENT_KINDS } from '../domain/model/event'
import { LINK_KINDS } from '../domain/model/link'
import { ORGANISATION_ROLES } from '../domain/model/organisation'
import type { TapelineRecord } from '../domain/model/record'
import { CONTROL_METRICS } from '../domain/model/control-metric'
import { OUTCOME_STEPS, RULE_FORMS, RULE_GATES, RULE_ITEMS } from '../domain/model/rule'
import type { Assumption } from '../domain/model/scenario'
import { ACCESS_GRADES } from '../domain/model/source'
import { METRICS, METRIC_UNITS, SPEC_CONDITIONS, type SpecValue } from '../domain/model/spec-value'
import { GROUPINGS, ITEM_KINDS } from '../domain/model/view'
import {
  arbitraryCondition,
  arbitraryDate,
  arbitraryExpression,
  arbitraryJurisdiction,
  arbitraryNames,
  arbitraryNumber,
  arbitraryText,
  compact,
  optional,
} from './arbitrary-values'

/** How many records of each type a document has; ids are `chip-0`, `chip-1`, … */
interface Counts {
  readonly source: number
  readonly organisation: number
  readonly architecture: number
  readonly chip: number
  readonly event: number
  readonly rule: number
}

/** An id of that type, or undefined where there is none to name. */
function maybeId(type: keyof Counts, below: number): fc.Arbitrary<string | undefined> {
  return below === 0 ? fc.constant(undefined) : optional(fc.nat(below - 1).map((index) => `${type}-${index}`))
}

function ids(type: keyof Counts, below: number): fc.Arbitrary<string[]> {
  if (below === 0) return fc.constant([])
  return fc.uniqueArray(
    fc.nat(below - 1).map((index) => `${type}-${index}`),
    { maxLength: 3 },
  )
}

function evidence(counts: Counts) {
  const sources = ids('source', counts.source)
  const confidence = fc.constantFrom(...CONFIDENCES)
  const disagreement = fc
    .record({ field: arbitraryText, value: arbitraryText, sources, confidence, comment: optional(arbitraryNames) })
    .map(compact)
  return { sources, confidence, disagreements: optional(fc.array(disagreement, { maxLength: 2 })) }
}

function specValue(counts: Counts): fc.Arbitrary<SpecValue> {
  const { sources, confidence } = evidence(counts)
  return fc
    .record({
      metric: fc.constantFrom(...METRICS),
      number: arbitraryNumber,
      text: arbitraryText,
      condition: optional(fc.uniqueArray(fc.constantFrom(...SPEC_CONDITIONS))),
      sources,
      confidence,
      preferred: optional(fc.boolean()),
      reason: optional(arbitraryNames),
      comment: optional(arbitraryNames),
    })
    .map(({ number, text, ...rest }) => {
      const unit = METRIC_UNITS[rest.metric]
      return compact({ ...rest, value: unit === null ? text : number, unit: unit ?? undefined })
    })
}

type Made = fc.Arbitrary<TapelineRecord>
const made = <T extends object>(of: fc.Arbitrary<T>): Made =>
  of.map((value) => compact(value) as unknown as TapelineRecord)

function source(index: number): Made {
  return made(
    fc.record({
      type: fc.constant('source'),
      id: fc.constant(`source-${index}`),
      publisher: arbitraryText,
      title: arbitraryText,
      date: optional(arbitraryDate),
      url: optional(fc.webUrl({ validSchemes: ['https'] })),
      locator: optional(arbitraryText),
      language: optional(fc.constantFrom('en', 'zh-Hant', 'ja')),
      access: fc.constantFrom(...ACCESS_GRADES),
      note: optional(arbitraryNames),
    }),
  )
}

function organisation(index: number): Made {
  return made(
    fc.record({
      type: fc.constant('organisation'),
      id: fc.constant(`organisation-${index}`),
      name: arbitraryNames,
      roles: fc.uniqueArray(fc.constantFrom(...ORGANISATION_ROLES), { minLength: 1 }),
      jurisdiction: optional(arbitraryJurisdiction),
      aliases: optional(fc.array(arbitraryText, { maxLength: 3 })),
      summary: optional(arbitraryNames),
    }),
  )
}

function architecture(index: number, counts: Counts): Made {
  return made(
    fc.record({
      type: fc.constant('architecture'),
      id: fc.constant(`architecture-${index}`),
      name: arbitraryNames,
      vendor: fc.nat(counts.organisation - 1).map((vendor) => `organisation-${vendor}`),
      predecessor: maybeId('architecture', index),
      generationOf: maybeId('architecture', index),
      codename: optional(arbitraryText),
      announced: optional(arbitraryDate),
      available: optional(arbitraryDate),
      specs: fc.array(specValue(counts), { maxLength: 2 }),
      summary: optional(arbitraryNames),
      ...evidence(counts),
    }),
  )
}

function chip(index: number, counts: Counts): Made {
  return made(
    fc.record({
      type: fc.constant('chip'),
      id: fc.constant(`chip-${index}`),
      name: arbitraryNames,
      vendor: fc.nat(counts.organisation - 1).map((vendor) => `organisation-${vendor}`),
      architecture: maybeId('architecture', counts.architecture),
      variantOf: maybeId('chip', index),
      announced: optional(arbitraryDate),
      available: optional(arbitraryDate),
      withdrawn: optional(arbitraryDate),
      specs: fc.array(specValue(counts), { maxLength: 4 }),
      ...evidence(counts),
    }),
  )
}

function event(index: number, counts: Counts): Made {
  return made(
    fc.record({
      type: fc.constant('event'),
      id: fc.constant(`event-${index}`),
      name: arbitraryNames,
      kind: fc.constantFrom(...EVENT_KINDS),
      date: arbitraryDate,
      summary: optional(arbitraryNames),
      actors: ids('organisation', counts.organisation),
      chips: ids('chip', counts.chip),
      architectures: ids('architecture', counts.architecture),
      rules: ids('rule', counts.rule),
      jurisdictions: fc.uniqueArray(arbitraryJurisdiction, { minLength: 1, maxLength: 2 }),
      ...evidence(counts),
    }),
  )
}

function rule(index: number, counts: Counts): Made {
  const provision = (at: number) =>
    made(
      fc.record({
        id: fc.constant(`rule-${index}.p${at}`),
        reference: arbitraryText,
        item: optional(fc.constantFrom(...RULE_ITEMS)),
        when: optional(arbitraryCondition),
        chips: optional(ids('chip', counts.chip)),
        words: arbitraryNames,
        destinations: fc.array(fc.constantFrom('CN', 'MO', 'D:5'), { maxLength: 2 }),
        only: optional(arbitraryNames),
        exceptions: optional(fc.array(arbitraryNames, { maxLength: 1 })),
        replaces: optional(fc.constant([`rule-${index}.p0`])),
        overrides: optional(fc.constant([`rule-${index}.p1`])),
        outcome: fc.record({
          step: fc.constantFrom(...OUTCOME_STEPS),
          conditions: fc.array(arbitraryNames, { maxLength: 2 }),
        }),
        sources: ids('source', counts.source),
      }),
    )
  const formula = fc.record({
    metric: fc.constantFrom(...CONTROL_METRICS),
    reference: arbitraryText,
    expression: arbitraryExpression,
    words: arbitraryNames,
    sources: ids('source', counts.source),
  })
  return made(
    fc.record({
      type: fc.constant('rule'),
      id: fc.constant(`rule-${index}`),
      name: arbitraryNames,
      jurisdiction: arbitraryJurisdiction,
      form: optional(fc.constantFrom(...RULE_FORMS)),
      gate: optional(fc.constantFrom(...RULE_GATES)),
      issuer: maybeId('organisation', counts.organisation),
      citation: optional(arbitraryText),
      announced: optional(arbitraryDate),
      effective: optional(arbitraryDate),
      ended: optional(arbitraryDate),
      amends: ids('rule', index),
      supersedes: ids('rule', index),
      corrects: optional(ids('rule', index)),
      formulas: optional(fc.array(formula, { maxLength: 1 })),
      provisions: fc.nat(2).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => provision(at)))),
      ...evidence(counts),
    }),
  )
}

/** The records that only point at others: a link, a note, a view and a scenario. */
function pointers(counts: Counts): Made[] {
  const target = fc.nat(counts.event - 1).map((index) => `event-${index}`)
  return [
    made(
      fc.record({
        type: fc.constant('link'),
        id: fc.constant('link-0'),
        kind: fc.constantFrom(...LINK_KINDS),
        from: target,
        to: target,
        ...evidence(counts),
      }),
    ),
    made(
      fc.record({
        type: fc.constant('annotation'),
        id: fc.constant('annotation-0'),
        target: fc.oneof(
          target.map((record) => ({ kind: 'record', record })),
          arbitraryDate.map((date) => ({ kind: 'date', date })),
          fc.record({
            kind: fc.constant('place'),
            day: arbitraryNumber,
            lane: fc.constantFrom('story:built/chip', 'kind/policy'),
            down: fc.double({ min: 0, max: 1, noNaN: true }),
          }),
        ),
        text: arbitraryText,
        colour: optional(fc.constantFrom(...ANNOTATION_COLOURS)),
        shape: optional(fc.constantFrom(...SPAN_SHAPES)),
        author: optional(arbitraryText),
        place: optional(fc.record({ dx: arbitraryNumber, dy: arbitraryNumber })),
        created: fc.constant('2026-01-02T03:04:05Z'),
        modified: fc.constant('2026-01-02T03:04:05.678Z'),
        inFigures: fc.boolean(),
      }),
    ),
    made(
      fc.record({
        type: fc.constant('view'),
        id: fc.constant('view-0'),
        name: arbitraryNames,
        filters: fc.record({
          kinds: fc.uniqueArray(fc.constantFrom(...ITEM_KINDS), { maxLength: 3 }),
          vendors: ids('organisation', counts.organisation),
          jurisdictions: fc.uniqueArray(arbitraryJurisdiction, { maxLength: 2 }),
          confidences: fc.uniqueArray(fc.constantFrom(...CONFIDENCES)),
        }),
        grouping: fc.constantFrom(...GROUPINGS),
        collapsed: fc.array(arbitraryText, { maxLength: 2 }),
        window: optional(fc.constant({ startDay: 18_000.5, endDay: 20_000 })),
      }),
    ),
    made(
      fc.record({
        type: fc.constant('scenario'),
        id: fc.constant('scenario-0'),
        name: arbitraryNames,
        assumptions: fc.array(assumption(counts), { maxLength: counts.rule === 0 ? 0 : 4 }),
      }),
    ),
  ]
}

/** What is assumed of a rule, or of a copy of the first one. */
function assumption(counts: Counts): fc.Arbitrary<Assumption> {
  const rule = fc.nat(Math.max(counts.rule - 1, 0)).map((index) => `rule-${index}`)
  const provision = fc.nat(1).chain((at) => rule.map((id) => `${id}.${at}`))
  return fc.oneof(
    fc.record({ kind: fc.constant('suspend'), rule }),
    fc.record({ kind: fc.constant('copy'), rule, copy: fc.constant('rule-0-what-if-1') }),
    fc.record({ kind: fc.constant('effective'), rule, date: arbitraryDate }),
    fc.record({ kind: fc.constant('outcome'), rule, provision, step: fc.constantFrom(...OUTCOME_STEPS) }),
    fc.record({ kind: fc.constant('limit'), rule, provision, at: fc.nat(2), limit: arbitraryNumber }),
  )
}

/**
 * All records of a random workspace: ids told apart, every reference leading somewhere, every date
 * a date, no record its own ancestor. At least one organisation and one event.
 */
export const arbitraryRecords: fc.Arbitrary<TapelineRecord[]> = fc
  .record({
    source: fc.nat(4),
    organisation: fc.integer({ min: 1, max: 3 }),
    architecture: fc.nat(3),
    chip: fc.nat(5),
    event: fc.integer({ min: 1, max: 6 }),
    rule: fc.nat(3),
  })
  .chain((counts) => {
    const each = (type: keyof Counts, make: (index: number, counts: Counts) => Made): Made[] =>
      Array.from({ length: counts[type] }, (_, index) => make(index, counts))
    return fc.tuple(
      ...each('source', source),
      ...each('organisation', organisation),
      ...each('architecture', architecture),
      ...each('chip', chip),
      ...each('event', event),
      ...each('rule', rule),
      ...pointers(counts),
    )
  })
