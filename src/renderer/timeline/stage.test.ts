import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meetsWindow } from '../../domain/layout/in-window'
import { itemArbitrary, measurer } from '../../domain/layout/layout-test-kit'
import { lanesOf } from '../../domain/layout/lanes'
import { EMPTY_DOCUMENT } from '../../domain/model/document'
import { NOTHING_WANTED } from '../../domain/layout/wanted'
import type { TimeWindow } from '../../domain/model/view'
import { Staging, type Stage, type StageInput } from './stage'

const WIDTH = 1000
const items = fc.array(itemArbitrary, { minLength: 5, maxLength: 60 })
const window = fc
  .record({
    startDay: fc.integer({ min: 17_500, max: 22_000 }),
    width: fc.double({ min: 0.5, max: 6000, noNaN: true }),
  })
  .map(({ startDay, width }): TimeWindow => ({ startDay, endDay: startDay + width }))

function inputFor(list: Parameters<typeof lanesOf>[1]): StageInput {
  const rows = { available: 24, leastPerLane: 2, extraForSpans: 1, mostPerLane: 6 }
  return {
    lanes: lanesOf(EMPTY_DOCUMENT, list, 'story'),
    collapsed: new Set(),
    locale: 'en',
    measurer,
    rows,
    wanted: NOTHING_WANTED,
  }
}

const recordsOn = (stage: Stage): Set<string> =>
  new Set(stage.items.flatMap(({ drawn }) => (drawn.kind === 'item' ? [drawn.placed.item.record] : drawn.mark.records)))

describe('Staging', () => {
  it('holds, drawn or counted, every item that brute force finds in the window', () => {
    fc.assert(
      fc.property(items, window, (list, shown) => {
        const onStage = recordsOn(new Staging().stage(inputFor(list), shown, WIDTH))
        for (const item of list) if (meetsWindow(item.extent, shown)) expect(onStage.has(item.record)).toBe(true)
      }),
    )
  })

  it('moves no item to another row while panning', () => {
    fc.assert(
      fc.property(items, window, fc.double({ min: -2, max: 2, noNaN: true }), (list, shown, part) => {
        const staging = new Staging()
        const input = inputFor(list)
        const days = (shown.endDay - shown.startDay) * part
        const before = new Map(staging.stage(input, shown, WIDTH).items.map(({ key, row }) => [key, row]))
        const after = staging.stage(input, { startDay: shown.startDay + days, endDay: shown.endDay + days }, WIDTH)
        for (const { key, row } of after.items) if (before.has(key)) expect(row).toBe(before.get(key))
      }),
    )
  })

  it('lays nothing out wider than what it covers', () => {
    fc.assert(
      fc.property(items, window, (list, shown) => {
        const { items: staged, covered } = new Staging().stage(inputFor(list), shown, WIDTH)
        for (const { startDay, endDay } of staged) {
          expect(startDay).toBeGreaterThanOrEqual(covered.startDay)
          expect(endDay).toBeLessThanOrEqual(covered.endDay)
          expect(endDay).toBeGreaterThan(startDay)
        }
      }),
    )
  })

  it('serves a window inside what it covers, and no other', () => {
    const staging = new Staging()
    const shown = { startDay: 20_000, endDay: 20_100 }
    const stage = staging.stage(inputFor(fc.sample(itemArbitrary, 5)), shown, WIDTH)
    expect(staging.serves(stage, shown, WIDTH)).toBe(true)
    expect(staging.serves(stage, { startDay: 20_015, endDay: 20_115 }, WIDTH)).toBe(true)
    expect(staging.serves(stage, { startDay: 20_200, endDay: 20_300 }, WIDTH)).toBe(false)
    expect(staging.serves(stage, { startDay: 20_000, endDay: 20_050 }, WIDTH)).toBe(false)
  })
})
