import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LaneContent } from '../../domain/lanes/lane-content'
import { cursorRooms, Plot } from './plot-geometry'

/** A px a day, from day 0: a day's own line stands in the middle of it. */
const plotOf = (widthPx: number): Plot =>
  new Plot({} as LaneContent, { startDay: 0, endDay: widthPx }, { widthPx, heightPx: 100 })
const sidesOf = (widthPx: number, ...days: number[]) =>
  cursorRooms(
    plotOf(widthPx),
    days.map((day, at) => ({ id: String(at), day })),
  ).map(({ id, fromPx }) => [id, fromPx < (days[Number(id)] ?? NaN) ? 'left' : 'right'])

describe('the room for the values of a day', () => {
  it('is right of its line, and left where there is none at the right', () => {
    expect(sidesOf(1000, 300)).toEqual([['0', 'right']])
    expect(sidesOf(1000, 900)).toEqual([['0', 'left']])
  })

  it('lies outside of two days, whichever is given first', () => {
    expect(sidesOf(1000, 300, 400)).toEqual([
      ['0', 'left'],
      ['1', 'right'],
    ])
    expect(sidesOf(1000, 400, 300)).toEqual([
      ['0', 'right'],
      ['1', 'left'],
    ])
  })

  it('is the first day’s alone where both would stand on the same side', () => {
    expect(sidesOf(1000, 20, 60)).toEqual([['0', 'right']])
    expect(sidesOf(1000, 20, 500)).toEqual([
      ['0', 'right'],
      ['1', 'right'],
    ])
  })

  it('is never that of another, and begins at its own line', () => {
    const day = fc.integer({ min: -100, max: 1500 })
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 1400 }), day, day, (widthPx, one, two) => {
        const plot = plotOf(widthPx)
        const rooms = cursorRooms(plot, [
          { id: 'one', day: one },
          { id: 'two', day: two },
        ])
        const [first, second] = rooms
        expect(first?.id).toBe('one')
        for (const { id, fromPx, toPx } of rooms) expect([fromPx, toPx]).toContain(plot.markX(id === 'one' ? one : two))
        if (first && second) expect(first.toPx <= second.fromPx || second.toPx <= first.fromPx).toBe(true)
      }),
    )
  })
})
