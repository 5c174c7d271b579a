import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { labelled, valuesOn } from './cursor-values'

const lines = [
  {
    vendor: 'a',
    steps: [
      { from: 10, value: 1, chip: 'a1' },
      { from: 30, value: 4, chip: 'a2' },
    ],
  },
  { vendor: 'b', steps: [{ from: 20, value: 3, chip: 'b1' }] },
  { vendor: 'c', steps: [{ from: 20, value: 2, chip: 'c1' }] },
  {
    vendor: null,
    steps: [
      { from: 10, value: 1, chip: 'a1' },
      { from: 20, value: 3, chip: 'b1' },
      { from: 30, value: 4, chip: 'a2' },
    ],
  },
]
const chips = (day: number, only: string | null = null) => valuesOn({ lines }, day, only).map(({ chip }) => chip)

describe('the values on a day', () => {
  it('are those of the last step on or before it, the best of all first, then from the highest down', () => {
    expect(chips(9)).toEqual([])
    expect(chips(10)).toEqual(['a1'])
    expect(chips(19)).toEqual(['a1'])
    expect(chips(25)).toEqual(['b1', 'c1', 'a1'])
    expect(chips(1000)).toEqual(['a2', 'b1', 'c1'])
  })

  it('are of one vendor, and of all, where one is chosen', () => {
    expect(chips(25, 'c')).toEqual(['b1', 'c1'])
    expect(chips(25, 'b')).toEqual(['b1'])
  })

  it('say where there is nothing any more', () => {
    const gone = [
      {
        vendor: null,
        steps: [
          { from: 1, value: 0, chip: 'x' },
          { from: 5, value: null },
        ],
      },
    ]
    expect(valuesOn({ lines: gone }, 7, null)).toEqual([{ vendor: null, value: null, chip: null }])
  })
})

it('labels what has room, the more important first', () => {
  expect(labelled([{ y: 10 }, { y: 12 }, { y: 24 }], 14)).toEqual([{ y: 10 }, { y: 24 }])
  fc.assert(
    fc.property(fc.array(fc.record({ y: fc.integer({ min: 0, max: 200 }) })), (values) => {
      const shown = labelled(values, 14)
      for (const one of values)
        expect(shown.includes(one) || shown.some((other) => Math.abs(other.y - one.y) < 14)).toBe(true)
      for (const [at, one] of shown.entries())
        for (const other of shown.slice(at + 1)) expect(Math.abs(one.y - other.y)).toBeGreaterThanOrEqual(14)
    }),
  )
})
