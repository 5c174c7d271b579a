import { describe, expect, it } from 'vitest'
import { aChip, anOrganisation, aRule, aSpec, named } from '../../testing/builders'
import { documentOf } from '../model/document'
import { dayNumberOf } from '../time/day-number'
import { asOf } from './as-of'
import { controlsIndex } from './controls-index'
import { generationLag } from './generation-lag'
import { differences, hypothetically } from './scenario'
import { verdictOf } from './verdict'

const rate = (value: number) => aSpec('fp8', value)
const cap = (id: string, limit: number, effective: string) =>
  aRule({
    id,
    effective,
    provisions: [
      {
        id: `${id}.cap`,
        reference: 'cap',
        when: { metric: 'tpp', operator: '>=', limit, unit: 'TPP' },
        words: named('cap'),
        destinations: ['CN'],
        outcome: { step: 'prohibited', conditions: [] },
        sources: [],
      },
    ],
  })
const small = aChip({ id: 'small', announced: '2023-01-01', specs: [rate(500)] })
const large = aChip({ id: 'large', announced: '2023-01-01', specs: [rate(2000)] })
const law = documentOf([anOrganisation(), small, large, cap('law', 16_000, '2024-01-01')])
const from2025 = dayNumberOf({ year: 2025, month: 1, day: 1 })

describe('a scenario', () => {
  const scenario = hypothetically(law, { rules: [cap('draft', 4000, '2025-01-01')], without: [] })

  it('says which chips would change and since when, and marks all of it as hypothetical', () => {
    const found = differences(controlsIndex(law), scenario, 'CN')
    expect(found.map(({ chip, from, before, after }) => [chip, from, before.outcome, after.outcome])).toEqual([
      ['small', from2025, 'no-licence', 'prohibited'],
    ])
    expect(found.map(({ hypothetical }) => hypothetical)).toEqual([true])
    expect(verdictOf(scenario, 'small', 'CN', from2025)?.hypothetical).toBe(true)
    expect(asOf(scenario, 'CN', from2025).hypothetical).toBe(true)
    expect(verdictOf(controlsIndex(law), 'small', 'CN', from2025)?.hypothetical).toBe(false)
    expect(generationLag(scenario, { vendor: 'x', destination: 'CN', by: 'announced', gates: 'both' }, 0)).toBeNull()
  })

  it('leaves the document as it was', () => {
    const before = new Map(law.records)
    hypothetically(law, { rules: [cap('law', 1, '2020-01-01')], without: ['law'] })
    expect(law.records).toEqual(before)
  })

  it('can change a rule in its place, or leave it out', () => {
    const milder = hypothetically(law, { rules: [cap('law', 99_000, '2024-01-01')], without: [] })
    const none = hypothetically(law, { rules: [], without: ['law'] })
    for (const each of [milder, none])
      expect(verdictOf(each, 'large', 'CN', from2025)?.status.outcome).toBe('no-licence')
    expect(none.hypothetical).toEqual(new Set(['law']))
  })

  it('refuses a rule in the place of a chip', () => {
    expect(() => hypothetically(law, { rules: [cap('small', 1, '2020')], without: [] })).toThrow('small is a chip')
  })
})
