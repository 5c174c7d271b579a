import { describe, expect, it } from 'vitest'
import { ROW_PX, rowsInSight, scrollTopFor } from './row-window'

describe('rows in sight', () => {
  it('are those of the view with some room above and below, and no others', () => {
    const { from, to } = rowsInSight(100 * ROW_PX, 10 * ROW_PX, 10_000)
    expect([from < 100, from > 80, to > 110, to < 130]).toEqual([true, true, true, true])
  })

  it('never go past the ends, whatever the scroller says', () => {
    expect(rowsInSight(0, 300, 5)).toEqual({ from: 0, to: 5 })
    // A filter has taken the rows away under a scroller that is far down.
    expect(rowsInSight(90_000, 300, 4)).toEqual({ from: 4, to: 4 })
    expect(rowsInSight(0, 300, 0)).toEqual({ from: 0, to: 0 })
  })

  it('of every place cover the view', () => {
    for (let top = 0; top < 50 * ROW_PX; top += 7) {
      const { from, to } = rowsInSight(top, 310, 1000)
      expect(from * ROW_PX).toBeLessThanOrEqual(top)
      expect(to * ROW_PX).toBeGreaterThanOrEqual(top + 310)
    }
  })
})

describe('scrolling to a row', () => {
  const height = 10 * ROW_PX

  it('does nothing where it stands clear of the headings and the foot', () => {
    expect(scrollTopFor(5, 0, height)).toBeNull()
    expect(scrollTopFor(3, 3 * ROW_PX, height)).toBeNull()
  })

  it('goes no further than it must', () => {
    expect(scrollTopFor(2, 3 * ROW_PX, height)).toBe(2 * ROW_PX)
    // The headings take one row of the view.
    expect(scrollTopFor(9, 0, height)).toBe(ROW_PX)
    expect(scrollTopFor(20, 0, height)).toBe(12 * ROW_PX)
  })
})
