import { describe, expect, it } from 'vitest'
import { aChip, anOrganisation, aRule, aSource, aSpec, named } from '../../testing/builders'
import type { Provision } from '../model/rule'
import { lostSupport } from './lost-support'

const provision = (id: string, sources: string[]): Provision => ({
  id,
  reference: id,
  words: named(id),
  destinations: ['CN'],
  outcome: { step: 'prohibited', conditions: [] },
  sources,
})
const press = new Set(['press'])

describe('what loses its support with a source', () => {
  it('is each statement that rests on nothing else', () => {
    const alone = aSpec('tdp', 700, { sources: ['press'] })
    const chip = aChip({
      sources: ['press'],
      specs: [alone, aSpec('fp8', 1979, { sources: ['press', 'a-source'] }), aSpec('fp4', 1, { sources: [] })],
      disagreements: [{ field: 'announced', value: '2023', sources: ['press'], confidence: 'reported' }],
    })
    expect(lostSupport(chip, press)).toEqual([
      { part: 'record' },
      { part: 'spec', spec: alone },
      { part: 'disagreement', disagreement: chip.disagreements?.[0] },
    ])
    expect(lostSupport(chip, new Set(['press', 'a-source']))).toHaveLength(4)
    expect(lostSupport(chip, new Set(['another']))).toEqual([])
  })

  it('is a paragraph or a formula of a rule whose other parts still stand', () => {
    const formula = {
      metric: 'tpp',
      reference: 'Note 1',
      expression: { spec: 'fp8' },
      words: named('words'),
      sources: ['press'],
    } as const
    const rule = aRule({
      provisions: [provision('a', ['press']), provision('b', ['a-source'])],
      formulas: [{ ...formula, sources: [...formula.sources] }],
    })
    expect(lostSupport(rule, press)).toMatchObject([
      { part: 'provision', provision: { id: 'a' } },
      { part: 'formula', formula: { reference: 'Note 1' } },
    ])
  })

  it('is nothing of a record that states no facts', () => {
    expect([aSource(), anOrganisation()].flatMap((record) => lostSupport(record, press))).toEqual([])
  })
})
