import { describe, expect, it } from 'vitest'
import { ITEM_KINDS } from '../model/view'
import { placedGlyph, segmentsOf } from './glyph-segments'

describe('placedGlyph', () => {
  it.each(ITEM_KINDS)('keeps %s within its box, wherever it stands', (kind) => {
    const { segments } = placedGlyph({ shape: 'glyph', kind, centreXPx: 100, centreYPx: 50, sizePx: 24, colour: '' })
    for (const segment of segments)
      if (segment.to !== 'close') {
        expect(Math.abs(segment.x - 100)).toBeLessThanOrEqual(12)
        expect(Math.abs(segment.y - 50)).toBeLessThanOrEqual(12)
      }
    expect(segments[0]?.to).toBe('move')
  })

  it('draws its pen as thick as the mark is large', () => {
    const glyph = { shape: 'glyph', kind: 'market', centreXPx: 0, centreYPx: 0, sizePx: 24, colour: '' } as const
    expect(placedGlyph(glyph)).toMatchObject({ isFilled: false, strokePx: 3 })
  })
})

describe('segmentsOf', () => {
  it('goes on with lines after a move', () => {
    expect(segmentsOf('M1 2 3 4h1V0z')).toEqual([
      { to: 'move', x: 1, y: 2 },
      { to: 'line', x: 3, y: 4 },
      { to: 'line', x: 4, y: 4 },
      { to: 'line', x: 4, y: 0 },
      { to: 'close' },
    ])
  })

  it('makes half a circle of two curves, each point on it as far from the middle', () => {
    const [, first, second] = segmentsOf('M11 6A5 5 0 1 1 1 6')
    expect(first).toMatchObject({ to: 'curve', x: 6, y: 11 })
    expect(second).toMatchObject({ to: 'curve', x: 1, y: 6 })
  })

  it('throws on what no mark is drawn with', () => {
    expect(() => segmentsOf('M0 0S1 1 2 2')).toThrow('S')
  })
})
