import { expect, it } from 'vitest'
import { smallLaw } from '../../../testing/small-law'
import { destinationsOf } from './destinations'
import { nameOfRow } from './paragraph-names'
import { copyOfProvision, newProvision, provisionDrafts, provisionsOf, revivedProvisions } from './provision-drafts'

const LAW = smallLaw().find((record) => record.id === 'law')
const provisions = LAW?.type === 'rule' ? LAW.provisions : []
const IDS = { rule: 'law', taken: new Set(['law.b', 'block.a']) }

it('takes a draft of an earlier form, which kept the test in the paragraph and links as lines', () => {
  const [kept] = provisions
  const [draft] = revivedProvisions([
    { reference: 'typed', replaces: 'block.a\n x ', overrides: '', kept } as unknown as Parameters<
      typeof revivedProvisions
    >[0][number],
  ])
  expect(draft).toMatchObject({ reference: 'typed', replaces: ['block.a', 'x'], overrides: [], conditions: [] })
  expect(provisionsOf('provisions', draft === undefined ? [] : [draft], new Map(), IDS)).toMatchObject([
    { id: 'law.a', reference: 'typed', when: kept?.when, replaces: ['block.a', 'x'] },
  ])
})

it('numbers new paragraphs past all ids of the workspace, and drops links to those that were taken out again', () => {
  const [first] = provisionDrafts(provisions)
  if (first === undefined) throw new Error('no paragraph')
  const one = { ...newProvision(first), reference: 'B' }
  const two = { ...copyOfProvision(first), reference: 'b' }
  const drafts = [{ ...first, overrides: [nameOfRow(two.row), nameOfRow('gone')] }, one, two]
  const read = provisionsOf('provisions', drafts, new Map(), IDS) as { id: string; overrides?: string[] }[]
  expect(read.map(({ id }) => id)).toEqual(['law.a', 'law.b-2', 'law.b-3'])
  expect(read[0]?.overrides).toEqual(['law.b-3'])
  expect(one.destinations).toBe('CN')
})

it.each([
  ['cn, hk\n 001', ['CN', 'HK', '001']],
  ['CN、MO', ['CN', 'MO']],
  ['group D:5, unless at home', ['group D:5, unless at home']],
  ['', []],
])('reads the destinations %j', (typed, destinations) => {
  expect(destinationsOf(typed)).toEqual(destinations)
})
