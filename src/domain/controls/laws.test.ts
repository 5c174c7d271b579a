import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { arbitraryRecords } from '../../testing/arbitraries'
import { arbitraryCondition } from '../../testing/arbitrary-values'
import { documentOf, recordsOfType, type Document } from '../model/document'
import { TapelineRecord, type RecordOf } from '../model/record'
import { dayNumberOf } from '../time/day-number'
import { bruteForce } from './brute-force-test-kit'
import { readCondition, comparisonsOf } from './condition-reading'
import { controlsIndex } from './controls-index'
import { entangled } from '../../testing/entangled-rules'
import { changeDays, sameStatus, segmentOn, segmentsOf } from './segments'
import { statusOn } from './status'
import { allOf, anyOf, type Truth } from './truth'
import { verdictOf } from './verdict'

const starter = documentOf(
  ['sources', 'organisations', 'architectures', 'chips', 'events', 'rules', 'links'].flatMap((name) => {
    const text = readFileSync(new URL(`../../../data/${name}.json`, import.meta.url), 'utf8')
    return v.parse(v.array(TapelineRecord), JSON.parse(text))
  }),
)
const DAYS = {
  min: dayNumberOf({ year: 2020, month: 1, day: 1 }),
  max: dayNumberOf({ year: 2028, month: 12, day: 31 }),
}
const anyDay = fc.integer(DAYS)
const place = fc.constantFrom('CN', 'MO', 'HK')

type Rule = RecordOf<'rule'>

describe('three-valued logic', () => {
  const truths: readonly Truth[] = ['met', 'not-met', 'undetermined']
  const not = (truth: Truth): Truth => (truth === 'met' ? 'not-met' : truth === 'not-met' ? 'met' : truth)
  const list = fc.array(fc.constantFrom(...truths))

  it('is Kleene’s: de Morgan holds, and the order does not matter', () => {
    fc.assert(
      fc.property(list, (parts) => {
        expect(not(allOf(parts))).toBe(anyOf(parts.map(not)))
        expect(allOf(parts.toReversed())).toBe(allOf(parts))
        expect(anyOf(parts.toReversed())).toBe(anyOf(parts))
      }),
    )
  })

  it('never goes back on an answer once the unknown becomes known', () => {
    fc.assert(
      fc.property(list, fc.infiniteStream(fc.constantFrom<Truth>('met', 'not-met')), (parts, answers) => {
        const known = parts.map((part) => (part === 'undetermined' ? (answers.next().value as Truth) : part))
        for (const join of [allOf, anyOf]) if (join(parts) !== 'undetermined') expect(join(known)).toBe(join(parts))
      }),
    )
  })

  it('answers a condition as plain logic does where every value is known', () => {
    const plain = (condition: Parameters<typeof readCondition>[0], of: (metric: string) => number): boolean => {
      if ('all' in condition) return condition.all.every((part) => plain(part, of))
      if ('any' in condition) return condition.any.some((part) => plain(part, of))
      const value = of(condition.metric)
      const { operator, limit } = condition
      return operator === '>='
        ? value >= limit
        : operator === '>'
          ? value > limit
          : operator === '<='
            ? value <= limit
            : value < limit
    }
    fc.assert(
      fc.property(arbitraryCondition, fc.integer({ min: -5, max: 5 }), (condition, value) => {
        const formulas = {
          tpp: value,
          'performance-density': value,
          'bits-x-tops': value,
          'io-bandwidth': value,
          'memory-bandwidth': value,
          'hbm-bandwidth-density': value,
          transistors: value,
        }
        const reading = readCondition(condition, { specs: [] }, formulas)
        expect(reading.truth).toBe(plain(condition, () => value) ? 'met' : 'not-met')
        for (const each of comparisonsOf(reading)) expect(each.margin).not.toBeNull()
      }),
    )
  })
})

/** What the segments say of a chip on a day, against what trying every world says. */
function expectAgreement(document: Document, of: number, destination: string, day: number): void {
  const index = controlsIndex(document)
  const entries = [...index.chips.values()]
  const entry = entries[of % Math.max(entries.length, 1)]
  if (entry === undefined) return
  const { status } = segmentOn(segmentsOf(index, entry, destination), day)
  const { export: leaving, import: entering } = bruteForce(document)(entry.chip, destination, day)
  const exact = statusOn(index, entry, destination, day)
  expect(sameStatus(status, exact), `${entry.chip.id} on ${day}`).toBe(true)
  expect([exact.gates.export.possible, exact.gates.import.possible], entry.chip.id).toEqual([leaving, entering])
}

describe('the index', () => {
  it('says of the starter data what brute force says', () => {
    fc.assert(
      fc.property(fc.nat(200), place, anyDay, (of, destination, day) => expectAgreement(starter, of, destination, day)),
      { numRuns: 40 },
    )
  })

  it('says of random workspaces what brute force says', () => {
    fc.assert(fc.property(entangled, fc.nat(5), fc.constantFrom('CN', 'MO'), anyDay, expectAgreement), { numRuns: 40 })
  })

  it('changes a status only on dates of rules and of the chip, and covers all time without a gap', () => {
    fc.assert(
      fc.property(entangled, (document) => {
        const index = controlsIndex(document)
        for (const entry of index.chips.values()) {
          const segments = segmentsOf(index, entry, 'CN')
          const allowed = new Set([-Infinity, ...changeDays(index, entry, 'CN')])
          expect(segments[0]?.from).toBe(-Infinity)
          expect(segments.at(-1)?.to).toBe(Infinity)
          for (const [at, { from, to }] of segments.entries()) {
            expect(allowed).toContain(from)
            expect(segments[at + 1]?.from ?? Infinity).toBe(to)
          }
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('a verdict', () => {
  const told = (document: Document, chip: string, destination: string, day: number) => {
    const found = verdictOf(controlsIndex(document), chip, destination, day)
    return found?.readings
      .map(({ provision, part, caught }) => [provision.id, part, caught])
      .concat([[found.status.outcome]])
  }

  it('is the same whatever becomes of records that have nothing to do with it', () => {
    const chips = recordsOfType(starter, 'chip').map(({ id }) => id)
    const strangers = fc.array(fc.constantFrom(...chips), { maxLength: 20 })
    fc.assert(
      fc.property(fc.constantFrom(...chips), strangers, arbitraryRecords, anyDay, (chip, gone, others, day) => {
        const before = told(starter, chip, 'CN', day)
        const without = [...starter.records.values()].filter(({ id, type }) => {
          return type !== 'event' && type !== 'link' && (id === chip || !gone.includes(id))
        })
        const added = others.filter(({ type, id }) => type !== 'rule' && !starter.records.has(id))
        expect(told(documentOf([...added, ...without]), chip, 'CN', day)).toEqual(before)
      }),
      { numRuns: 40 },
    )
  })

  it('has a gate grow no milder as the only figure of a limit from below grows', () => {
    const ranks = ['no-licence', 'presumption-of-denial', 'prohibited'] as const
    const rule = (limit: number, step: (typeof ranks)[number], at: number): Rule => ({
      ...(recordsOfType(starter, 'rule')[0] as Rule),
      id: `monotone-${at}`,
      amends: [],
      effective: '2020-01-01',
      provisions: [
        {
          id: `monotone-${at}.p`,
          reference: 'p',
          when: { metric: 'tpp', operator: '>=', limit, unit: 'TPP' },
          words: { en: 'p', 'zh-Hant': 'p' },
          destinations: ['CN'],
          outcome: { step, conditions: [] },
          sources: [],
        },
      ],
    })
    const limits = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.constantFrom(...ranks)), { maxLength: 5 })
    fc.assert(
      fc.property(limits, fc.nat(10), fc.nat(10), (list, one, other) => {
        const outcomeAt = (rate: number): number => {
          const chip = { ...(recordsOfType(starter, 'chip')[0] as RecordOf<'chip'>), specs: [] }
          const specs = [
            {
              metric: 'fp16',
              value: rate,
              unit: 'TFLOPS',
              condition: ['dense'],
              sources: ['s'],
              confidence: 'confirmed',
            },
          ]
          const document = documentOf([
            { ...chip, specs } as RecordOf<'chip'>,
            ...list.map(([limit, step], at) => rule(limit, step, at)),
          ])
          const { outcome } = verdictOf(controlsIndex(document), chip.id, 'CN', DAYS.max)?.status.gates.export ?? {}
          return ranks.findIndex((step) => step === outcome)
        }
        const [low, high] = [outcomeAt(Math.min(one, other)), outcomeAt(Math.max(one, other))]
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeGreaterThanOrEqual(low)
      }),
    )
  })
})
