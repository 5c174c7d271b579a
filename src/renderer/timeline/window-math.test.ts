import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { around, NARROWEST_DAYS, panned, WIDEST_DAYS, widthOf, withinLimits, zoomed } from './window-math'

const window = fc
  .record({
    startDay: fc.double({ min: -1e5, max: 1e5, noNaN: true }),
    width: fc.double({ min: 0.2, max: 1e5, noNaN: true }),
  })
  .map(({ startDay, width }) => ({ startDay, endDay: startDay + width }))

describe('zoomed', () => {
  it('keeps the day under the pointer where it is, and the limits', () => {
    fc.assert(
      fc.property(
        window,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.2, max: 5, noNaN: true }),
        (from, part, factor) => {
          const day = from.startDay + part * widthOf(from)
          const to = zoomed(from, factor, day)
          expect((day - to.startDay) / widthOf(to)).toBeCloseTo(part, 5)
          expect(widthOf(to)).toBeGreaterThanOrEqual(NARROWEST_DAYS * 0.999)
          expect(widthOf(to)).toBeLessThanOrEqual(WIDEST_DAYS * 1.001)
        },
      ),
    )
  })
})

describe('panned', () => {
  it('keeps the width', () => {
    fc.assert(
      fc.property(window, fc.double({ min: -3, max: 3, noNaN: true }), (from, part) => {
        expect(widthOf(panned(from, part))).toBeCloseTo(widthOf(from), 6)
      }),
    )
  })
})

describe('around', () => {
  it('shows both days', () => {
    const shown = around(100, 400)
    expect(shown.startDay).toBeLessThan(100)
    expect(shown.endDay).toBeGreaterThan(400)
  })

  it('gives a single day two weeks', () => {
    expect(widthOf(around(100, 101))).toBe(14)
  })
})

describe('withinLimits', () => {
  it('leaves what is within the limits as it is', () => {
    const shown = { startDay: 0, endDay: 10 }
    expect(withinLimits(shown)).toBe(shown)
  })
})
