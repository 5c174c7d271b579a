import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RowSpace } from './row-space'

const stretch = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 1, max: 40 }))

describe('RowSpace', () => {
  it('finds free space as a list of all taken stretches does', () => {
    fc.assert(
      fc.property(fc.array(stretch, { maxLength: 60 }), (stretches) => {
        const space = new RowSpace()
        const taken: [number, number][] = []
        for (const [start, length] of stretches) {
          const end = start + length
          const free = taken.every(([from, to]) => end <= from || start >= to)
          expect(space.isFree(start, end)).toBe(free)
          if (free) {
            space.take(start, end)
            taken.push([start, end])
          }
        }
      }),
    )
  })

  it('refuses to take what is taken', () => {
    const space = new RowSpace()
    space.take(0, 10)
    expect(() => {
      space.take(9, 12)
    }).toThrow('taken twice')
  })
})
