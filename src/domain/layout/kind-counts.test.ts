import fc from 'fast-check'
import { expect, it } from 'vitest'
import { ITEM_KINDS, type ItemKind } from '../model/view'
import { addKind, countKinds, isSameCounts, totalOf } from './kind-counts'
import { itemArbitrary } from './layout-test-kit'

const items = fc.array(itemArbitrary, { maxLength: 30 })
const steps = fc.array(fc.tuple(fc.constantFrom(...ITEM_KINDS), fc.integer({ min: -2, max: 2 })), { maxLength: 20 })

it('counts each kind that is there, and no other', () => {
  fc.assert(
    fc.property(items, (list) => {
      const counts = countKinds(list)
      for (const kind of ITEM_KINDS)
        expect(counts.get(kind) ?? 0).toBe(list.filter((item) => item.kind === kind).length)
      expect(counts.size).toBe(new Set(list.map(({ kind }) => kind)).size)
      expect(totalOf(counts)).toBe(list.length)
    }),
  )
})

it('forgets a kind of which none is left', () => {
  fc.assert(
    fc.property(steps, (changes) => {
      const counts = new Map<ItemKind, number>()
      const sums = new Map<ItemKind, number>()
      for (const [kind, by] of changes) {
        addKind(counts, kind, by)
        sums.set(kind, (sums.get(kind) ?? 0) + by)
      }
      expect(counts).toEqual(new Map([...sums].filter(([, sum]) => sum !== 0)))
    }),
  )
})

it('is the same with the same counts in any order, and with no others', () => {
  fc.assert(
    fc.property(items, items, (list, other) => {
      const counts = countKinds(list)
      expect(isSameCounts(counts, countKinds(list.toReversed()))).toBe(true)
      const isSame = ITEM_KINDS.every((kind) => counts.get(kind) === countKinds(other).get(kind))
      expect(isSameCounts(counts, countKinds(other))).toBe(isSame)
    }),
  )
  expect(isSameCounts(new Map([['chip', 1]]), new Map([['rule', 1]]))).toBe(false)
  expect(isSameCounts(new Map(), new Map([['rule', 1]]))).toBe(false)
})
