import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aRule, named } from '../../testing/builders'
import type { LimitLine } from '../controls/limit-lines'
import { limitRuns, linesOn } from './limit-runs'
import { valueScale, valueTicks } from './value-scale'
import { VENDOR_COLOURS, vendorSigns } from './vendor-signs'

describe('a scale of values', () => {
  it('gives the higher value the higher place, and all a place within the lane', () => {
    const values = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(values, fc.constantFrom('log' as const, 'linear' as const), (all, kind) => {
        const scale = valueScale(kind, all)
        const places = [...all].sort((a, b) => a - b).map((value) => scale.at(value))
        expect(places.every((place) => place >= 0 && place <= 1)).toBe(true)
        expect(places).toEqual([...places].sort((a, b) => a - b))
      }),
    )
  })

  it('has round ticks within it, and no more than there is room for', () => {
    expect(valueTicks(valueScale('linear', [1400, 300]), 4)).toEqual([0, 500, 1000, 1500])
    expect(valueTicks(valueScale('log', [392, 400_000]), 4)).toEqual([1000, 10_000, 100_000])
    expect(valueTicks(valueScale('log', [16, 1024]), 7)).toEqual([20, 50, 100, 200, 500, 1000])
    expect(valueTicks(valueScale('log', [710, 730]), 4).length).toBeGreaterThan(1)
    expect(valueTicks(valueScale('linear', []), 4).length).toBeGreaterThan(1)
    const values = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 2, max: 12 }),
        fc.constantFrom('log' as const, 'linear' as const),
        (all, most, kind) => {
          const scale = valueScale(kind, all)
          const ticks = valueTicks(scale, most)
          expect(ticks.length).toBeLessThanOrEqual(most + 1)
          expect(ticks.every((tick) => tick >= scale.from - 1e-9 && tick <= scale.to)).toBe(true)
        },
      ),
    )
  })

  it('puts what a logarithm does not know at the bottom', () => {
    expect(valueScale('log', [0, 10, 100]).at(0)).toBe(0)
  })
})

describe('limits as runs', () => {
  const dated = (first: number, last = first) => ({ text: '', first, last, precision: 'day' as const })
  const line = (limit: number, from: number, to: number | null, id = 'p'): LimitLine => ({
    rule: aRule(),
    provision: {
      id,
      reference: id,
      words: named(id),
      destinations: [],
      outcome: { step: 'prohibited', conditions: [] },
      sources: [],
    },
    operator: '>=',
    limit,
    from: dated(from),
    to: to === null ? null : dated(to),
  })

  it('join what begins when another ends, and keep apart what does not', () => {
    const runs = limitRuns([
      line(4800, 200, null, 'b'),
      line(4800, 100, 200, 'a'),
      line(1600, 10, 20),
      line(1600, 30, 40),
    ])
    expect(runs.map(({ limit, from, to }) => [limit, from.first, to?.first])).toEqual([
      [1600, 10, 20],
      [1600, 30, 40],
      [4800, 100, undefined],
    ])
  })

  it('know whose limit it was on a day', () => {
    const [run] = limitRuns([line(4800, 100, 200, 'a'), line(4800, 200, 300, 'b')])
    const on = (day: number) => run && linesOn(run, day).map(({ provision }) => provision.id)
    expect([99, 100, 199, 200, 299, 300].map(on)).toEqual([[], ['a'], ['a'], ['b'], ['b'], []])
  })
})

describe('signs of vendors', () => {
  it('go to those with the most chips, and hang on nothing else', () => {
    const signs = vendorSigns(['b', 'a', 'c', 'b', 'c', 'b'])
    expect([...signs.keys()]).toEqual(['b', 'c', 'a'])
    fc.assert(
      fc.property(fc.shuffledSubarray(['b', 'a', 'c', 'b', 'c', 'b'], { minLength: 6 }), (vendors) => {
        expect(vendorSigns(vendors)).toEqual(signs)
      }),
    )
  })
  it('give each coloured vendor a shape and a colour of its own', () => {
    const all = [...vendorSigns('abcdefghijkl').values()]
    const coloured = all.filter(({ colour }) => colour !== null)
    expect(coloured).toHaveLength(VENDOR_COLOURS)
    expect(new Set(coloured.map(({ shape }) => shape)).size).toBe(VENDOR_COLOURS)
  })
})
