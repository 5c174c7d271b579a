import { describe, expect, it } from 'vitest'
import { aChip, anOrganisation, aRule, aSpec, named } from '../../testing/builders'
import { documentOf } from '../model/document'
import type { Condition, Provision } from '../model/rule'
import { dayNumberOf } from '../time/day-number'
import { asOf } from './as-of'
import { controlsIndex } from './controls-index'
import { GATE_STATES, gateStateOf, gateStretches } from './gate-state'
import { closeCallsOn, decidingAt, doubtsOn, ruleDays } from './grounds'
import { LADDER } from './ladder'
import { segmentsOf } from './segments'

const day = (year: number, month = 1, date = 1): number => dayNumberOf({ year, month, day: date })
const over = (limit: number): Condition => ({ metric: 'tpp', operator: '>=', limit, unit: 'TPP' })
const paragraph = (id: string, more: Partial<Provision>): Provision => ({
  id,
  reference: id,
  words: named(id),
  destinations: ['CN'],
  outcome: { step: 'presumption-of-denial', conditions: [] },
  sources: [],
  ...more,
})
const us = aRule({ id: 'us', effective: '2024-01-01', provisions: [paragraph('us.a', { when: over(4800) })] })
const cn = aRule({
  id: 'cn',
  jurisdiction: 'CN',
  effective: '2025-33',
  provisions: [paragraph('cn.a', { chips: ['near'], outcome: { step: 'prohibited', conditions: [] } })],
})
const chips = [
  aChip({ id: 'near', announced: '2023-06-01', specs: [aSpec('fp8', 606)] }),
  aChip({ id: 'blank', announced: '2023-06-01' }),
  aChip({ id: 'vague', announced: '2024', specs: [aSpec('fp8', 10)] }),
  aChip({ id: 'theirs', vendor: 'huawei', announced: '2023-06-01', specs: [aSpec('fp8', 900)] }),
]
const index = controlsIndex(
  documentOf([anOrganisation(), anOrganisation({ id: 'huawei', jurisdiction: 'CN' }), us, cn, ...chips]),
)
const on = (chip: string, at: number) => {
  const entry = index.chips.get(chip)
  const status = asOf(index, 'CN', at).chips.get(chip)?.status
  if (entry === undefined || status === undefined) throw new Error(chip)
  return { entry, status, at }
}
const deciding = (chip: string, at: number, gate: 'export' | 'import') => {
  const { entry, status } = on(chip, at)
  return decidingAt(index, entry, 'CN', at, status, gate).map(({ provision }) => provision.id)
}
const doubts = (chip: string, at: number) => {
  const { entry, status } = on(chip, at)
  return doubtsOn(index, entry, 'CN', at, status)
}

describe('what decides at a gate', () => {
  it('is told for each gate by itself', () => {
    expect(deciding('near', day(2025, 6), 'export')).toEqual(['us.a'])
    expect(deciding('near', day(2025, 6), 'import')).toEqual(['cn.a'])
    expect(deciding('near', day(2023, 7), 'export')).toEqual([])
  })
})

describe('what leaves an outcome open', () => {
  it('is a missing figure, a rule’s date or the chip’s own date, and nothing where all is known', () => {
    expect(doubts('blank', day(2024, 6)).map((each) => each.kind)).toEqual(['missing', 'missing', 'missing', 'missing'])
    expect(doubts('near', day(2025, 2))).toMatchObject([
      { kind: 'rule-date', rule: 'cn', date: { precision: 'quarter' } },
    ])
    expect(doubts('vague', day(2024, 6))).toMatchObject([{ kind: 'chip-date', date: { text: '2024' } }])
    expect(doubts('near', day(2025, 6))).toEqual([])
    expect(doubts('blank', day(2023, 1))).toEqual([])
  })
})

describe('close calls', () => {
  const calls = (chip: string, at: number, share: number) =>
    closeCallsOn(index, on(chip, at).entry, 'CN', at, share).map(({ call }) => call.margin?.absolute)
  it('are within the share of a limit in force', () => {
    expect(calls('near', day(2025, 6), 0.01)).toEqual([48])
    expect(calls('near', day(2025, 6), 0.0099)).toEqual([])
    expect(calls('near', day(2023, 12), 0.01)).toEqual([])
    expect(calls('theirs', day(2025, 6), 1)).toEqual([])
  })
})

describe('the state at a gate', () => {
  it('is never one word for both', () => {
    const { status } = on('near', day(2025, 6))
    expect([gateStateOf(status, 'export'), gateStateOf(status, 'import')]).toEqual([
      'presumption-of-denial',
      'prohibited',
    ])
  })

  it('says that a chip is not there, that its stage is open, or that it is sold at home', () => {
    expect(gateStateOf(on('near', day(2020)).status, 'import')).toBe('not-announced')
    expect(gateStateOf(on('vague', day(2024, 6)).status, 'export')).toBe('undetermined')
    expect(gateStateOf(on('theirs', day(2025)).status, 'export')).toBe('at-home')
  })

  it('runs in stretches without gaps, neighbours unlike', () => {
    const stretches = gateStretches(segmentsOf(index, on('near', 0).entry, 'CN'), 'export')
    expect(stretches.map(({ state }) => state)).toEqual(['not-announced', 'no-licence', 'presumption-of-denial'])
    expect(stretches.map(({ from }) => from)).toEqual([-Infinity, day(2023, 6), day(2024)])
    expect(stretches.map(({ to }) => to)).toEqual([day(2023, 6), day(2024), Infinity])
  })

  it('has a place in the order for every step of the ladder', () => {
    expect(LADDER.filter((step) => !GATE_STATES.includes(step))).toEqual([])
  })
})

it('knows the days on which a rule may stand otherwise', () => {
  expect(ruleDays(index)).toEqual([day(2022, 10, 7), day(2024), day(2025), day(2025, 3, 31)])
})
