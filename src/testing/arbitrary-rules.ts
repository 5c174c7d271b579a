import fc from 'fast-check'
import { CONTROL_METRICS } from '../domain/model/control-metric'
import { circlesIn } from '../domain/model/definition-circle'
import { OUTCOME_STEPS, RULE_FORMS, RULE_GATES, RULE_ITEMS } from '../domain/model/rule'
import type { Assumption } from '../domain/model/scenario'
import { evidence, ids, made, maybeId, type Counts, type Made } from './arbitrary-references'
import {
  arbitraryCondition,
  arbitraryDate,
  arbitraryExpression,
  arbitraryJurisdiction,
  arbitraryNames,
  arbitraryNumber,
  arbitraryText,
  optional,
} from './arbitrary-values'

export function rule(index: number, counts: Counts): Made {
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
  const ending = formula.filter((one) => circlesIn([one]).length === 0)
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
      published: optional(arbitraryDate),
      effective: optional(arbitraryDate),
      enforced: optional(arbitraryDate),
      ended: optional(arbitraryDate),
      amends: ids('rule', index),
      supersedes: ids('rule', index),
      corrects: optional(ids('rule', index)),
      formulas: optional(fc.array(ending, { maxLength: 1 })),
      provisions: fc.nat(2).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => provision(at)))),
      ...evidence(counts),
    }),
  )
}

/** What is assumed of a rule, or of a copy of the first one. */
export function assumption(counts: Counts): fc.Arbitrary<Assumption> {
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
