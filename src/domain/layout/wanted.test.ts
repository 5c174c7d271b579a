import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSameWanted, NOTHING_WANTED } from './wanted'

const records = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 3 })
const wanted = fc.record({ must: records, also: records })

it('is the same where both lists are, in the same order', () => {
  fc.assert(
    fc.property(wanted, wanted, (one, other) => {
      expect(isSameWanted(one, structuredClone(one))).toBe(true)
      expect(isSameWanted(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other))
    }),
  )
})

it('tells what must be drawn from what may be, and the most wanted from the rest', () => {
  expect(isSameWanted({ must: ['a'], also: [] }, { must: [], also: ['a'] })).toBe(false)
  expect(isSameWanted({ must: [], also: ['a', 'b'] }, { must: [], also: ['b', 'a'] })).toBe(false)
  expect(isSameWanted({ must: [], also: ['a', 'b'] }, { must: [], also: ['a'] })).toBe(false)
  expect(isSameWanted(NOTHING_WANTED, { must: [], also: [] })).toBe(true)
})
