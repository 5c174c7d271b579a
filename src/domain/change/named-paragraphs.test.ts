import { describe, expect, it } from 'vitest'
import { aRule, named } from '../../testing/builders'
import { documentOf } from '../model/document'
import type { TapelineRecord } from '../model/record'
import type { Provision } from '../model/rule'
import { applyChange, invert } from './apply'
import { planDeletion } from './delete-records'
import { forgetParagraphs, namingsOf } from './named-paragraphs'

const paragraph = (id: string, more: Partial<Provision> = {}): Provision => ({
  id,
  reference: id,
  words: named(id),
  destinations: ['CN'],
  outcome: { step: 'prohibited', conditions: [] },
  sources: [],
  ...more,
})
const SCENARIO: TapelineRecord = {
  type: 'scenario',
  id: 'what-if',
  name: named('What if'),
  assumptions: [
    { kind: 'suspend', rule: 'one' },
    { kind: 'outcome', rule: 'one', provision: 'one.a', step: 'notified' },
  ],
}
const DOCUMENT = documentOf([
  aRule({ id: 'one', provisions: [paragraph('one.a'), paragraph('one.b', { replaces: ['one.a', 'two.b'] })] }),
  aRule({ id: 'two', provisions: [paragraph('two.a', { overrides: ['one.a'] }), paragraph('two.b')] }),
  aRule({ id: 'three', provisions: [paragraph('three.a', { replaces: ['two.b'] })] }),
  SCENARIO,
])

describe('a paragraph', () => {
  it('is named by paragraphs of its own rule and of others, and by scenarios', () => {
    const found = namingsOf(DOCUMENT, new Set(['one.a']))
    expect(found.map((each) => (each.by === 'scenario' ? each.scenario.id : [each.provision.id, each.field]))).toEqual([
      ['one.b', 'replaces'],
      ['two.a', 'overrides'],
      'what-if',
    ])
    expect(namingsOf(DOCUMENT, new Set(['three.a']))).toEqual([])
  })

  it('is named nowhere once it is forgotten, in a step that can be taken back and touches nothing else', () => {
    const result = forgetParagraphs(DOCUMENT, new Set(['one.a']))
    if (!result.ok) throw new Error(result.problem.detail)
    expect(Object.keys(result.value.edits)).toEqual(['one', 'two', 'what-if'])
    const after = applyChange(DOCUMENT, result.value)
    expect(namingsOf(after, new Set(['one.a']))).toEqual([])
    expect(namingsOf(after, new Set(['two.b']))).toHaveLength(2)
    expect(after.records.get('what-if')).toMatchObject({ assumptions: [{ kind: 'suspend', rule: 'one' }] })
    const back = applyChange(after, invert(result.value))
    expect(Object.fromEntries(back.records)).toEqual(Object.fromEntries(DOCUMENT.records))
    expect(forgetParagraphs(DOCUMENT, new Set(['three.a']))).toMatchObject({ problem: { code: 'no-change' } })
  })

  it('is named nowhere once its rule is deleted', () => {
    const { changed } = planDeletion(DOCUMENT, ['two'])
    expect(changed.map(({ from }) => from.id)).toEqual(['one', 'three'])
    expect(changed.flatMap(({ to }) => namingsOf(documentOf([to]), new Set(['two.b'])))).toEqual([])
    expect(changed[0]?.to).toMatchObject({ provisions: [{}, { replaces: ['one.a'] }] })
  })
})
