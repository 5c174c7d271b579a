import fc from 'fast-check'
import { EVENT_KINDS } from '../domain/model/event'
import { ORGANISATION_ROLES } from '../domain/model/organisation'
import type { TapelineRecord } from '../domain/model/record'
import { ACCESS_GRADES } from '../domain/model/source'
import { METRICS, METRIC_UNITS, SPEC_CONDITIONS, type SpecValue } from '../domain/model/spec-value'
import { pointers } from './arbitrary-pointers'
import { evidence, ids, made, maybeId, type Counts, type Made } from './arbitrary-references'
import { rule } from './arbitrary-rules'
import {
  arbitraryDate,
  arbitraryJurisdiction,
  arbitraryNames,
  arbitraryNumber,
  arbitraryText,
  compact,
  optional,
} from './arbitrary-values'

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
