import fc from 'fast-check'
import { ANNOTATION_COLOURS, SPAN_SHAPES } from '../domain/model/annotation'
import { CONFIDENCES } from '../domain/model/evidence'
import { LINK_KINDS } from '../domain/model/link'
import { GROUPINGS, ITEM_KINDS } from '../domain/model/view'
import { evidence, ids, made, type Counts, type Made } from './arbitrary-references'
import { assumption } from './arbitrary-rules'
import {
  arbitraryDate,
  arbitraryJurisdiction,
  arbitraryNames,
  arbitraryNumber,
  arbitraryText,
  optional,
} from './arbitrary-values'

/** The records that only point at others: a link, a note, a view and a scenario. */
export function pointers(counts: Counts): Made[] {
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
