import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ITEM_KINDS, type ItemKind } from '../../model/view'
import { addKind } from '../kind-counts'
import { kindNumber, KindTally } from './kind-tally'

const steps = fc.array(fc.tuple(fc.constantFrom(...ITEM_KINDS), fc.integer({ min: 1, max: 3 })), { maxLength: 30 })

it('gives each kind a number of its own that one byte holds', () => {
  const numbers = ITEM_KINDS.map(kindNumber)
  expect(new Set(numbers).size).toBe(ITEM_KINDS.length)
  for (const number of numbers) expect(number).toBe(number & 0xff)
})

it('counts as by adding one after the other, and knows no kind of which all were taken off', () => {
  fc.assert(
    fc.property(steps, steps, (added, removed) => {
      const [tally, expected] = [KindTally.empty(), new Map<ItemKind, number>()]
      for (const [kind, by] of added) {
        tally.count(kindNumber(kind), by)
        addKind(expected, kind, by)
      }
      for (const [kind] of removed) {
        if (!expected.has(kind)) continue
        tally.count(kindNumber(kind), -1)
        addKind(expected, kind, -1)
      }
      expect(tally.result()).toEqual(expected)
    }),
  )
})

it('is left alone by what its copy counts', () => {
  const tally = KindTally.empty()
  tally.count(kindNumber('chip'))
  const copy = tally.copy()
  copy.count(kindNumber('chip'))
  copy.count(kindNumber('rule'), 3)
  expect([...tally.result()]).toEqual([['chip', 1]])
  expect([...copy.result()]).toEqual([
    ['chip', 2],
    ['rule', 3],
  ])
})
