import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byFirstDay } from '../item-order'
import { countKinds } from '../kind-counts'
import { itemArbitrary } from '../layout-test-kit'
import { byImportance } from '../pack-lane'
import { sameObjects } from '../same-objects'
import { KindTally } from './kind-tally'
import { LaneIndex } from './lane-index'
import { beginOf, endOf, Octave } from './octave'
import { RankTree } from './rank-tree'

const itemsArbitrary = fc.uniqueArray(itemArbitrary, { maxLength: 80, selector: ({ record }) => record })
const dayArbitrary = fc.integer({ min: 17_500, max: 23_500 })

describe('ranks in an order', () => {
  it('come best first from any stretch, as by sorting it', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 70 }), fc.nat(70), fc.nat(70), (ranks, a, b) => {
        const [from, to] = [Math.min(a, b, ranks.length), Math.min(Math.max(a, b), ranks.length)]
        const found = [...new RankTree(Uint32Array.from(ranks)).bestFirst(from, to)]
        expect(found.map((place) => ranks[place])).toEqual(ranks.slice(from, to).toSorted((x, y) => x - y))
        expect(new Set(found).size).toBe(to - from)
        for (const place of found) expect(place >= from && place < to).toBe(true)
      }),
    )
  })
})

describe('the items of one octave', () => {
  it('are counted as by looking at each', () => {
    fc.assert(
      fc.property(itemsArbitrary, dayArbitrary, dayArbitrary, (items, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1]
        const octave = new Octave(14, items.toSorted(byFirstDay))
        const begun = items.filter((item) => beginOf(item) >= from && beginOf(item) < to)
        const beginning = KindTally.empty()
        octave.countBeginning(beginning, from, to)
        expect(beginning.result()).toEqual(countKinds(begun))
        expect(
          octave
            .beginning(from, to)
            .map(({ record }) => record)
            .sort(),
        ).toEqual(begun.map(({ record }) => record).sort())
        const meeting = KindTally.empty()
        octave.countMeeting(meeting, from, to)
        expect(meeting.result()).toEqual(countKinds(items.filter((item) => beginOf(item) < to && endOf(item) > from)))
      }),
    )
  })
})

describe('the index of a lane', () => {
  it('gives those that begin in a stretch, the most important first, over all lengths', () => {
    fc.assert(
      fc.property(itemsArbitrary, dayArbitrary, dayArbitrary, (items, a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b) + 1]
        const found = LaneIndex.of(items).bestBeginning(
          () => from,
          to,
          () => true,
        )
        const expected = items.filter((item) => beginOf(item) >= from && beginOf(item) < to).toSorted(byImportance)
        expect([...found].map(({ record }) => record)).toEqual(expected.map(({ record }) => record))
      }),
    )
  })

  it('gives the same after edits and filters, and keeps the octaves that are the same', () => {
    fc.assert(
      fc.property(itemsArbitrary, itemsArbitrary, fc.array(fc.boolean()), dayArbitrary, (items, come, kept, from) => {
        const before = LaneIndex.of(items)
        const after = [...items.filter((_, at) => kept[at % kept.length] ?? true), ...come]
        const index = LaneIndex.of(after, before)
        const fresh = LaneIndex.of(after)
        const asked = (one: LaneIndex) => [
          ...one.bestBeginning(
            () => from,
            from + 900,
            () => true,
          ),
        ]
        expect(asked(index)).toEqual(asked(fresh))
        expect([index.firstDay, index.lastDay]).toEqual([fresh.firstDay, fresh.lastDay])
        for (const [at, octave] of index.octaves.entries()) {
          expect(octave.items).toEqual(fresh.octaves[at]?.items)
          const known = before.octaves.find(({ number }) => number === octave.number)
          if (known !== undefined) expect(known === octave).toBe(sameObjects(known.given, octave.given))
        }
        for (const { record } of after) expect(index.find(record)?.record).toBe(record)
        expect(index.find('none such')).toBeUndefined()
      }),
    )
  })

  it('knows an octave that is at least as long as each of its items, and at most twice', () => {
    fc.assert(
      fc.property(itemsArbitrary, (items) => {
        const index = LaneIndex.of(items)
        for (const item of items) {
          const days = endOf(item) - beginOf(item)
          const { longestDays } = index.octaveOf(item)
          expect(days).toBeLessThanOrEqual(longestDays + 1e-6)
          if (days > 1) expect(days).toBeGreaterThan(longestDays / 2 - 1e-6)
        }
      }),
    )
  })

  it('has no octave for an item of another lane', () => {
    const [item] = fc.sample(itemArbitrary, 1)
    if (item === undefined) throw new Error('no item was made')
    expect(() => LaneIndex.of([]).octaveOf(item)).toThrow(item.record)
  })
})
