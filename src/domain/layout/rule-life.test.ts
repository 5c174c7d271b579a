import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryDate } from '../../testing/arbitrary-values'
import { aRule } from '../../testing/builders'
import { RULE_FORMS } from '../model/rule'
import { documentOf } from '../model/document'
import type { RecordOf, TapelineRecord } from '../model/record'
import { dayNumberOf } from '../time/day-number'
import { readDates } from './drawn-dates'
import { ItemKeeper } from './item-keeper'
import { lifeOfRule } from './rule-life'
import { LIFE_PHASES, type LifePhase } from './timeline-item'

const RANGE = {
  origin: dayNumberOf({ year: 1980, month: 1, day: 1 }),
  horizon: dayNumberOf({ year: 2060, month: 1, day: 1 }),
}
const day = (year: number, month: number, date: number): number => dayNumberOf({ year, month, day: date })

type Rule = RecordOf<'rule'>
type Given = {
  readonly [K in 'form' | 'announced' | 'published' | 'effective' | 'enforced' | 'ended']?: Rule[K] | undefined
}

function ruleWith(given: Given): Rule {
  const { announced: _announced, effective: _effective, ...rest } = aRule()
  const fields = Object.entries(given).filter(([, value]) => value !== undefined)
  return { ...rest, ...Object.fromEntries(fields) }
}

const lived = (given: Given) => {
  const rule = ruleWith(given)
  return lifeOfRule(rule.form, readDates(rule), RANGE)
}

const phasesOf = (given: Given) => lived(given)?.life.phases.map(({ kind, from, to }) => [kind, from, to])

const known = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2039-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const lifeWith = (date: fc.Arbitrary<string>): fc.Arbitrary<Given> => {
  const maybe = fc.option(date, { nil: undefined })
  return fc.record({
    form: fc.option(fc.constantFrom(...RULE_FORMS), { nil: undefined }),
    announced: maybe,
    published: maybe,
    effective: maybe,
    enforced: maybe,
    ended: maybe,
  })
}
const anyLife = lifeWith(
  fc.oneof(known, arbitraryDate, fc.constantFrom('2024', '2024-06', '2024-06-11', '2024-06-11?', '2024-33')),
)

const isPossible = ({ from, to }: LifePhase, at: number): boolean => at >= from && at < to
const isCertain = ({ solidFrom, solidTo }: LifePhase, at: number): boolean => at >= solidFrom && at < solidTo

/** The first day, the last, and those around each turn: between them nothing changes. */
function daysOf(phases: readonly LifePhase[]): number[] {
  const [first, last] = [Math.min(...phases.map(({ from }) => from)), Math.max(...phases.map(({ to }) => to))]
  const turns = phases.flatMap(({ from, solidFrom, solidTo, to }) => [from, solidFrom, solidTo, to].map(Math.floor))
  return turns.flatMap((turn) => [turn - 1, turn, turn + 1]).filter((at) => at >= first && at < last)
}

describe('the phases of a rule', () => {
  it('are waiting, in force while compliance is not asked, in force, and end', () => {
    const dates = { announced: '2024-12-02', published: '2024-12-05', effective: '2024-12-10', enforced: '2024-12-31' }
    expect(phasesOf({ ...dates, ended: '2026-03-01' })).toEqual([
      ['waiting', day(2024, 12, 2), day(2024, 12, 10)],
      ['grace', day(2024, 12, 10), day(2024, 12, 31)],
      ['force', day(2024, 12, 31), day(2026, 3, 1)],
    ])
  })

  it.each([
    ['a decision never binds', { form: 'decision', announced: '2025-12-08' }, 'decided'],
    ['a decision never binds, whatever day it was meant to', { form: 'decision', effective: '2025-12-08' }, 'decided'],
    ['a rule without a day of effect waits', { announced: '2025-12-08' }, 'waiting'],
    ['a letter binds when it is known', { form: 'letter', announced: '2025-12-08' }, 'force'],
    ['guidance binds when it is published', { form: 'guidance', published: '2025-12-08' }, 'force'],
  ] as const)('%s', (_, given, kind) => {
    expect(phasesOf(given)).toEqual([[kind, day(2025, 12, 8), RANGE.horizon]])
    expect(lived(given)?.extent).toMatchObject({ earliest: day(2025, 12, 8), openEnd: true, leadFrom: null })
  })

  it('waits to its end where it ended before it bound', () => {
    const given = { announced: '2025-01-13', effective: '2025-05-15', ended: '2025-05-13' }
    expect(phasesOf(given)).toEqual([['waiting', day(2025, 1, 13), day(2025, 5, 13)]])
    expect(lived(given)?.extent).toMatchObject({ earliest: day(2025, 1, 13), latest: day(2025, 5, 13), leadFrom: null })
  })

  it('does not wait where it bound before it was known', () => {
    expect(phasesOf({ announced: '2025-08-11', effective: '2025-08-08' })).toEqual([
      ['force', day(2025, 8, 8), RANGE.horizon],
    ])
  })

  it('keep a date known to the month soft over all of it', () => {
    expect(lived({ announced: '2024-01-10', effective: '2024-06', enforced: '2024-08' })?.life.phases).toEqual([
      {
        kind: 'waiting',
        from: day(2024, 1, 10),
        solidFrom: day(2024, 1, 10),
        solidTo: day(2024, 6, 1),
        to: day(2024, 7, 1),
      },
      {
        kind: 'grace',
        from: day(2024, 6, 1),
        solidFrom: day(2024, 7, 1),
        solidTo: day(2024, 8, 1),
        to: day(2024, 9, 1),
      },
      { kind: 'force', from: day(2024, 8, 1), solidFrom: day(2024, 9, 1), solidTo: RANGE.horizon, to: RANGE.horizon },
    ])
  })

  it('take an interval for a day between its ends, as verdicts do', () => {
    expect(lived({ form: 'decision', announced: '2025-07-14/2025-07-15' })?.life.phases).toMatchObject([
      { from: day(2025, 7, 14), solidFrom: day(2025, 7, 16), to: RANGE.horizon },
    ])
  })

  it('give each day of a life whose dates are known to one phase, and to no other', () => {
    fc.assert(
      fc.property(lifeWith(known), (given) => {
        const phases = lived(given)?.life.phases ?? []
        for (const at of daysOf(phases)) {
          expect(phases.filter((phase) => isPossible(phase, at))).toHaveLength(1)
          expect(phases.filter((phase) => isCertain(phase, at))).toHaveLength(1)
        }
      }),
    )
  })

  it('come in order, reach without a gap over the whole life, and are certain of a day one at a time', () => {
    fc.assert(
      fc.property(anyLife, (given) => {
        const drawn = lived(given)
        if (drawn === null) return
        const { phases } = drawn.life
        expect(phases.length).toBeGreaterThan(0)
        for (const [at, { kind, from, solidFrom, solidTo, to }] of phases.entries()) {
          expect([from, solidFrom, solidTo, to]).toEqual([from, solidFrom, solidTo, to].toSorted((a, b) => a - b))
          expect(to).toBeGreaterThan(from)
          const next = phases[at + 1]
          if (next === undefined) continue
          expect(LIFE_PHASES.indexOf(next.kind)).toBeGreaterThan(LIFE_PHASES.indexOf(kind))
          expect(next.from).toBeGreaterThanOrEqual(from)
        }
        for (const at of daysOf(phases)) {
          const possible = phases.filter((phase) => isPossible(phase, at))
          expect(possible.length).toBeGreaterThan(0)
          const certain = phases.filter((phase) => isCertain(phase, at))
          if (certain.length > 0) expect(certain).toEqual(possible)
        }
      }),
    )
  })

  it('begin and end on days that a date names, at the horizon, or at the origin', () => {
    fc.assert(
      fc.property(anyLife, (given) => {
        const drawn = lived(given)
        if (drawn === null) return
        const { life, extent } = drawn
        const named = new Set([
          RANGE.origin,
          RANGE.horizon,
          ...life.dates.flatMap(({ first, certain }) => [first, certain]),
        ])
        const isMistyped = extent.latest === (extent.leadFrom ?? extent.earliest) + 1
        if (extent.openStart || isMistyped) return
        for (const { from, to } of life.phases) {
          expect(named).toContain(from)
          if (Object.values(given).every((text) => text?.includes('/') !== true)) expect(named).toContain(to)
        }
      }),
    )
  })
})

describe('the extent of a rule', () => {
  it('covers its phases: those in which it binds as its bar, that in which it waits as its lead', () => {
    fc.assert(
      fc.property(anyLife, (given) => {
        const drawn = lived(given)
        if (drawn === null) return
        const { life, extent } = drawn
        const { earliest, solidFrom, solidTo, latest, leadFrom } = extent
        expect([leadFrom ?? earliest, earliest, solidFrom, solidTo, latest]).toEqual(
          [leadFrom ?? earliest, earliest, solidFrom, solidTo, latest].toSorted((a, b) => a - b),
        )
        expect(leadFrom ?? earliest).toBe(Math.min(...life.phases.map(({ from }) => from)))
        expect(latest).toBe(Math.max(...life.phases.map(({ to }) => to)))
        expect(leadFrom !== null).toBe(life.phases.length > 1 && life.phases[0]?.kind === 'waiting')
      }),
    )
  })
})

it('ends where another rule takes its place, and goes on again when that is taken back', () => {
  const old = aRule({ id: 'old', effective: '2025-07-15', announced: '2025-07-14' })
  const next = aRule({ id: 'next', effective: '2025-08-08', announced: '2025-08-08', supersedes: ['old'] })
  const keeper = new ItemKeeper()
  const end = (...records: TapelineRecord[]) => {
    keeper.items(documentOf(records))
    return keeper.find('old')?.extent
  }
  expect(end(old)?.openEnd).toBe(true)
  expect(end(old, next)).toMatchObject({ latest: day(2025, 8, 8), openEnd: false })
  const later = { ...next, effective: '2025-09-01' }
  expect(end(old, later, aRule({ ...next, id: 'other', effective: '2025-10' }))?.latest).toBe(day(2025, 9, 1))
  expect(end(old, { ...next, form: 'decision' })?.openEnd).toBe(true)
  expect(end(old)?.openEnd).toBe(true)
  expect(end({ ...old, ended: '2025-07-20' }, next)?.latest).toBe(day(2025, 7, 20))
})
