import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameEdges, pastEnds } from './shown-frame'

describe('the frame of the shown part', () => {
  it('is the window where that lies inside of the strip and is wide enough', () => {
    expect(frameEdges(100, 300, 1000)).toEqual({ left: 100, right: 300 })
    expect(frameEdges(-50, 300, 1000)).toEqual({ left: 0, right: 300 })
    expect(frameEdges(-50, 1300, 1000)).toEqual({ left: 0, right: 1000 })
    expect(frameEdges(500, 500.5, 1000)).toEqual({ left: 495.25, right: 505.25 })
  })

  it('never leaves the strip and is never too narrow to be held', () => {
    const px = fc.double({ min: -5000, max: 5000, noNaN: true })
    fc.assert(
      fc.property(
        px,
        fc.double({ min: 0, max: 5000, noNaN: true }),
        fc.integer({ min: 10, max: 3000 }),
        (at, by, wide) => {
          const { left, right } = frameEdges(at, at + by, wide)
          expect(left).toBeGreaterThanOrEqual(0)
          expect(right).toBeLessThanOrEqual(wide + 1e-6)
          expect(right - left).toBeGreaterThanOrEqual(10 - 1e-6)
        },
      ),
    )
  })

  it('says at which ends the window goes on', () => {
    expect([pastEnds(0, 100, 100), pastEnds(-9, 50, 100), pastEnds(50, 109, 100), pastEnds(-9, 109, 100)]).toEqual([
      '',
      'start',
      'end',
      'start end',
    ])
  })
})
