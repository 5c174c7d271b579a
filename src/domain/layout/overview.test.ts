import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ItemKind } from '../model/view'
import { KIND_NAMES } from './lane-names'
import { itemArbitrary, pointAt } from './layout-test-kit'
import { beginOf, countOf, LEAST_BAR_PX, overviewBarPx, overviewBins, overviewRange } from './overview'

const COLOUR_OF = Object.fromEntries(
  Object.keys(KIND_NAMES).map((kind, at) => [kind, at % 2 === 0 ? 'built' : 'other']),
) as Record<ItemKind, 'built' | 'other'>
const itemsArbitrary = fc.array(itemArbitrary, { minLength: 1, maxLength: 80 })

describe('the overview', () => {
  it('spreads every item over the days on which it may have begun, and counts it once', () => {
    fc.assert(
      fc.property(itemsArbitrary, fc.integer({ min: 1, max: 400 }), (items, bins) => {
        const range = overviewRange(items)
        if (range === null) throw new Error('no range')
        const { counts, most } = overviewBins(items, range, bins, COLOUR_OF)
        const perBin = (range.endDay - range.startDay) / bins
        const expected = { built: new Array<number>(bins).fill(0), other: new Array<number>(bins).fill(0) }
        for (const { kind, extent } of items) {
          const [from, to] = beginOf(extent)
          expected[COLOUR_OF[kind]].forEach((count, bin, column) => {
            const start = range.startDay + bin * perBin
            const days = Math.min(to, start + perBin) - Math.max(from, start)
            column[bin] = count + Math.max(days, 0) / (to - from)
          })
        }
        for (const tone of ['built', 'other'] as const)
          expected[tone].forEach((count, bin) => {
            expect(counts[tone][bin]).toBeCloseTo(count, 4)
          })
        const all = Array.from({ length: bins }, (_, bin) => countOf(counts, bin))
        expect(all.reduce((sum, count) => sum + count, 0)).toBeCloseTo(items.length, 4)
        expect(most).toBe(Math.max(...all))
      }),
    )
  })

  it('counts what lies outside of the range at its ends', () => {
    const range = { startDay: 100, endDay: 110 }
    const { counts } = overviewBins([pointAt('a', 5), pointAt('b', 500), pointAt('c', 104)], range, 10, COLOUR_OF)
    const all = Array.from({ length: 10 }, (_, bin) => countOf(counts, bin))
    expect(all).toEqual([1, 0, 0, 0, 1, 0, 0, 0, 0, 1])
  })

  it('knows on which days an item may begin', () => {
    const { extent } = pointAt('a', 100)
    expect(beginOf(extent)).toEqual([100, 101])
    expect(beginOf({ ...extent, solidFrom: 115, solidTo: 115, latest: 130 })).toEqual([100, 130])
    expect(beginOf({ ...extent, solidFrom: 130, solidTo: 200, latest: 230 })).toEqual([100, 130])
  })

  it('reaches from the first to the last day of all', () => {
    fc.assert(
      fc.property(itemsArbitrary, (items) => {
        const range = overviewRange(items)
        for (const { extent } of items) {
          expect(extent.earliest).toBeGreaterThan(range?.startDay ?? Infinity)
          if (!extent.openEnd) expect(extent.latest).toBeLessThan(range?.endDay ?? -Infinity)
        }
      }),
    )
    expect(overviewRange([])).toBeNull()
  })

  it('shows one beside thousands, and the more the higher', () => {
    expect(overviewBarPx(0, 5000, 20)).toBe(0)
    expect(overviewBarPx(1, 5000, 20)).toBe(LEAST_BAR_PX)
    expect(overviewBarPx(5000, 5000, 20)).toBe(20)
    expect(overviewBarPx(1250, 5000, 20)).toBe(10)
  })
})
