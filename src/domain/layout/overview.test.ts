import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ItemKind } from '../model/view'
import { KIND_NAMES } from './lane-names'
import { itemArbitrary } from './layout-test-kit'
import { countOf, LEAST_BAR_PX, overviewBarPx, overviewBins, overviewRange } from './overview'

const COLOUR_OF = Object.fromEntries(
  Object.keys(KIND_NAMES).map((kind, at) => [kind, at % 2 === 0 ? 'built' : 'other']),
) as Record<ItemKind, 'built' | 'other'>
const itemsArbitrary = fc.array(itemArbitrary, { minLength: 1, maxLength: 80 })

describe('the overview', () => {
  it('counts every item once, in the bin of the day it may first have begun', () => {
    fc.assert(
      fc.property(itemsArbitrary, fc.integer({ min: 1, max: 400 }), (items, bins) => {
        const range = overviewRange(items)
        if (range === null) throw new Error('no range')
        const { counts, most } = overviewBins(items, range, bins, COLOUR_OF)
        const days = (range.endDay - range.startDay) / bins
        for (const tone of ['built', 'other'] as const)
          for (let bin = 0; bin < bins; bin += 1) {
            // A day on the very line between two bins may be counted in either.
            const between = (room: number): number =>
              items.filter(({ kind, extent }) => {
                const at = (extent.earliest - range.startDay) / days
                return COLOUR_OF[kind] === tone && at >= bin - room && at < bin + 1 + room
              }).length
            expect(counts[tone][bin]).toBeGreaterThanOrEqual(between(-1e-6))
            expect(counts[tone][bin]).toBeLessThanOrEqual(between(1e-6))
          }
        const all = Array.from({ length: bins }, (_, bin) => countOf(counts, bin))
        expect(all.reduce((sum, count) => sum + count, 0)).toBe(items.length)
        expect(most).toBe(Math.max(...all))
      }),
    )
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
