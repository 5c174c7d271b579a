import { describe, expect, it } from 'vitest'
import { aChip, anOrganisation, aRule, aSpec, named } from '../../testing/builders'
import { documentOf, recordOfType } from '../model/document'
import type { Condition } from '../model/rule'
import { dayNumberOf } from '../time/day-number'
import type { Assumption } from '../model/scenario'
import { leavesOf, rulesUnder } from './assumptions'
import { controlsIndex } from './controls-index'
import { differences, hypothetically } from './scenario'

const tpp = (limit: number): Condition => ({ metric: 'tpp', operator: '>=', limit, unit: 'TPP' })
const density = (limit: number): Condition => ({
  metric: 'performance-density',
  operator: '>=',
  limit,
  unit: 'TPP/mm²',
})
const when: Condition = { any: [tpp(4800), { all: [tpp(1600), density(5.92)] }] }
const law = aRule({
  id: 'law',
  effective: '2024-01-01',
  provisions: [
    {
      id: 'law.a',
      reference: 'a',
      when,
      words: named('a'),
      destinations: ['CN'],
      outcome: { step: 'presumption-of-denial', conditions: [] },
      sources: [],
    },
  ],
})
const wish = aRule({ ...law, id: 'wish', form: 'decision', provisions: [] })
const small = aChip({ id: 'small', announced: '2023-01-01', specs: [aSpec('fp8', 500)] })
const document = documentOf([anOrganisation(), law, wish, small])
const only = (...assumptions: Assumption[]) => rulesUnder(document, assumptions)

describe('assumptions', () => {
  it('change the comparison at a place of the text and no other', () => {
    const [rule] = only({ kind: 'limit', rule: 'law', provision: 'law.a', at: 2, limit: 3 }).rules
    expect(leavesOf(rule?.provisions[0]?.when).map(({ limit }) => limit)).toEqual([4800, 1600, 3])
    expect(leavesOf(when).map(({ limit }) => limit)).toEqual([4800, 1600, 5.92])
  })

  it('change an outcome and a date; a decision that is given a day binds from it', () => {
    const [rule] = only({ kind: 'outcome', rule: 'law', provision: 'law.a', step: 'notified' }).rules
    expect(rule?.provisions[0]?.outcome.step).toBe('notified')
    expect(only({ kind: 'effective', rule: 'wish', date: '2025' }).rules).toMatchObject([
      { form: 'rule', effective: '2025' },
    ])
  })

  it('suspend a rule; what is assumed of it afterwards brings it back', () => {
    expect(only({ kind: 'suspend', rule: 'law' })).toEqual({ rules: [], without: ['law'] })
    const back = only({ kind: 'suspend', rule: 'law' }, { kind: 'effective', rule: 'law', date: '2030' })
    expect([back.rules.map(({ id }) => id), back.without]).toEqual([['law'], []])
  })

  it('speak of a copy that an earlier one made, and leave the original alone', () => {
    const { rules } = only(
      { kind: 'copy', rule: 'law', copy: 'copy' },
      { kind: 'limit', rule: 'copy', provision: 'copy.1', at: 0, limit: 4000 },
    )
    expect(rules.map(({ id }) => id)).toEqual(['copy'])
    expect(leavesOf(rules[0]?.provisions[0]?.when)[0]?.limit).toBe(4000)
    const found = differences(controlsIndex(document), hypothetically(document, { rules, without: [] }), 'CN')
    expect(found.map(({ chip, from }) => [chip, from])).toEqual([
      ['small', dayNumberOf({ year: 2024, month: 1, day: 1 })],
    ])
  })

  it('pass over what is not there, and never take the place of a record', () => {
    expect(only({ kind: 'suspend', rule: 'small' })).toEqual({ rules: [], without: [] })
    expect(only({ kind: 'copy', rule: 'law', copy: 'small' }).rules).toEqual([])
    expect(only({ kind: 'limit', rule: 'law', provision: 'no', at: 0, limit: 1 }).rules).toEqual([law])
  })

  it('leave the document as it was', () => {
    only({ kind: 'limit', rule: 'law', provision: 'law.a', at: 0, limit: 1 }, { kind: 'suspend', rule: 'wish' })
    expect(recordOfType(document, 'rule', 'law')).toBe(law)
  })
})
