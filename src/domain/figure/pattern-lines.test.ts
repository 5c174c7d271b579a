import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { patternLines } from './pattern-lines'

const boxes = fc.record({
  xPx: fc.double({ min: 0, max: 500, noNaN: true }),
  yPx: fc.double({ min: 0, max: 500, noNaN: true }),
  widthPx: fc.double({ min: 1, max: 300, noNaN: true }),
  heightPx: fc.double({ min: 1, max: 60, noNaN: true }),
})
const kinds = fc.constantFrom('hatch', 'back-hatch', 'cross', 'dots', 'dashes' as const)

describe('patternLines', () => {
  it('never leaves its rectangle', () => {
    fc.assert(
      fc.property(boxes, kinds, fc.double({ min: 2, max: 20, noNaN: true }), (box, kind, spacingPx) => {
        for (const { x1, y1, x2, y2 } of patternLines(box, { kind, spacingPx })) {
          for (const x of [x1, x2]) expect(Math.abs(x - box.xPx - box.widthPx / 2)).toBeLessThan(box.widthPx / 2 + 1e-6)
          for (const y of [y1, y2])
            expect(Math.abs(y - box.yPx - box.heightPx / 2)).toBeLessThan(box.heightPx / 2 + 1e-6)
        }
      }),
    )
  })

  it('draws lines as far apart as asked', () => {
    const [first, second] = patternLines(
      { xPx: 0, yPx: 0, widthPx: 400, heightPx: 100 },
      { kind: 'hatch', spacingPx: 5 },
    ).slice(30)
    const between = (second?.x1 ?? 0) + (second?.y1 ?? 0) - (first?.x1 ?? 0) - (first?.y1 ?? 0)
    expect(between / Math.SQRT2).toBeCloseTo(5)
  })

  it('goes on from one rectangle to its neighbour', () => {
    const sums = (xPx: number): number[] =>
      patternLines({ xPx, yPx: 0, widthPx: 50, heightPx: 10 }, { kind: 'hatch', spacingPx: 4 }).map(
        ({ x1, y1 }) => (x1 + y1) / (4 * Math.SQRT2),
      )
    for (const sum of [...sums(0), ...sums(50)]) expect(sum).toBeCloseTo(Math.round(sum))
  })

  it('draws nothing where there is no room or no distance', () => {
    expect(patternLines({ xPx: 0, yPx: 0, widthPx: 0, heightPx: 9 }, { kind: 'dots', spacingPx: 4 })).toEqual([])
    expect(patternLines({ xPx: 0, yPx: 0, widthPx: 9, heightPx: 9 }, { kind: 'hatch', spacingPx: 0 })).toEqual([])
  })
})
