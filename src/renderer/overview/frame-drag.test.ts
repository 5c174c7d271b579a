import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { centredOn, draggedWindow, holdAt, pressedHold } from './frame-drag'

const windows = fc
  .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 2, max: 4000 }))
  .map(([startDay, days]) => ({ startDay, endDay: startDay + days }))
const days = fc.integer({ min: -6000, max: 6000 })

describe('a drag on the strip', () => {
  it('takes hold of edges, the frame, or nothing, and of the middle of the narrowest', () => {
    expect([90, 97, 103, 150, 197, 203, 210].map((x) => holdAt(x, 100, 200))).toEqual([
      'empty',
      'start',
      'start',
      'frame',
      'end',
      'end',
      'empty',
    ])
    expect(holdAt(102, 100, 104)).toBe('frame')
  })

  it('moves the frame without another width, and an edge without the other', () => {
    fc.assert(
      fc.property(windows, days, (window, by) => {
        const moved = draggedWindow('frame', window, window.startDay, by)
        expect(moved.endDay - moved.startDay).toBe(window.endDay - window.startDay)
        expect(moved.startDay - window.startDay).toBe(by)
        expect(draggedWindow('start', window, 0, by).endDay).toBe(window.endDay)
        expect(draggedWindow('end', window, 0, by).startDay).toBe(window.startDay)
      }),
    )
  })

  it('never turns a window inside out', () => {
    fc.assert(
      fc.property(windows, days, fc.constantFrom('frame', 'start', 'end', 'empty'), (window, by, hold) => {
        const { startDay, endDay } = draggedWindow(hold, window, window.startDay + 5, by)
        expect(endDay).toBeGreaterThan(startDay)
      }),
    )
  })

  it('chooses a part with Shift, and where nearly everything is shown', () => {
    expect(pressedHold(150, 100, 200, 1000, false)).toBe('frame')
    expect(pressedHold(150, 100, 200, 1000, true)).toBe('empty')
    expect(pressedHold(500, 10, 990, 1000, false)).toBe('empty')
    expect(pressedHold(12, 10, 990, 1000, false)).toBe('start')
  })

  it('centres on a day', () => {
    expect(centredOn({ startDay: 0, endDay: 10 }, 100)).toEqual({ startDay: 95, endDay: 105 })
  })
})
