import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { GLYPH_PX, LABEL_GAP_PX } from '../../domain/layout/footprint'
import { itemArbitrary, pointAt } from '../../domain/layout/layout-test-kit'
import type { CountMark, TimelineItem } from '../../domain/layout/timeline-item'
import { daysOf, geometryOf, type ItemDays } from './item-geometry'
import type { StagedItem } from './stage'

const INSET_PX = 8
const MARK_PX = 44

function stagedOf(item: TimelineItem, startDay: number, endDay: number, labelWidthPx = 80): StagedItem {
  const placed = { key: item.record, item, row: 0, label: 'Label', labelWidthPx, labelInside: false }
  return { key: item.record, lane: 'lane', row: 0, startDay, endDay, drawn: { kind: 'item', placed, pxPerDay: 1 } }
}
const stagedArbitrary = fc
  .record({
    item: itemArbitrary,
    cutLeft: fc.integer({ min: 0, max: 300 }),
    days: fc.integer({ min: 1, max: 3000 }),
    label: fc.integer({ min: 0, max: 320 }),
  })
  .map(({ item, cutLeft, days, label }) => {
    const { leadFrom, earliest, latest } = item.extent
    const startDay = Math.min((leadFrom ?? earliest) + cutLeft, latest - 0.5)
    return stagedOf(item, startDay, startDay + days, label)
  })
const scaleArbitrary = fc.double({ min: 0.01, max: 400, noNaN: true })
const windowArbitrary = fc.integer({ min: 17_000, max: 23_000 })

describe('the days of one thing on the stage', () => {
  it('are cut to what the stage covers, but for where its bar truly ends', () => {
    const span = { ...pointAt('span', 100), extent: { ...pointAt('span', 100).extent, latest: 900, leadFrom: 40 } }
    expect(daysOf(stagedOf(span, 40, 500), MARK_PX)).toEqual({
      startDay: 40,
      barFrom: 100,
      barTo: 500,
      latest: 900,
      headPx: GLYPH_PX + LABEL_GAP_PX + 80 + INSET_PX,
      isItem: true,
    })
    expect(daysOf(stagedOf(span, 300, 1000), MARK_PX)).toMatchObject({ barFrom: 300, barTo: 900 })
  })

  it('are for a count those of its stretch', () => {
    const mark: CountMark = {
      key: 'mark',
      startDay: 100,
      endDay: 900,
      row: 3,
      count: 7,
      kinds: new Map([['chip', 7]]),
      counts: 'passing',
      records: [],
    }
    const drawn = { kind: 'mark', mark, widthPx: 64 } as const
    expect(daysOf({ key: 'mark', lane: 'lane', row: 3, startDay: 200, endDay: 600, drawn }, MARK_PX)).toEqual({
      startDay: 200,
      barFrom: 200,
      barTo: 600,
      latest: 900,
      headPx: MARK_PX,
      isItem: false,
    })
  })
})

describe('where its parts stand', () => {
  const bar: ItemDays = { startDay: 90, barFrom: 100, barTo: 200, latest: 200, headPx: 60, isItem: true }

  it('is at its days in the window, the glyph at the head of a wide bar and in the middle of a narrow one', () => {
    expect(geometryOf(bar, 80, 2)).toEqual({ x: 20, barLeft: 20, barWidth: 200, headLeft: 22, widthPx: 220 })
    const day = { ...bar, startDay: 100, barTo: 101, latest: 101 }
    expect(geometryOf(day, 80, 2)).toEqual({ x: 40, barLeft: 0, barWidth: 2, headLeft: -5, widthPx: 55 })
    expect(geometryOf({ ...bar, isItem: false, headPx: MARK_PX }, 80, 2).headLeft).toBe(0)
  })

  it('keeps glyph and label of a bar that begins left of the window in view, up to its end', () => {
    const { x, headLeft } = geometryOf(bar, 120, 2)
    expect(x + headLeft).toBe(INSET_PX + 2)
    // 20 px are left of the bar, which its label takes whole: it stands where the bar lets it, partly out of view.
    const late = geometryOf(bar, 190, 2)
    expect(late.x + late.headLeft + bar.headPx).toBe(20 + 2)
  })

  it('never has a label before its bar, nor slid past where the bar ends, and takes room for all of it', () => {
    fc.assert(
      fc.property(stagedArbitrary, scaleArbitrary, windowArbitrary, (staged, px, windowStart) => {
        const days = daysOf(staged, MARK_PX)
        expect(days.barFrom).toBeGreaterThanOrEqual(staged.startDay)
        expect(days.barTo).toBeLessThanOrEqual(staged.endDay)
        const { x, barLeft, barWidth, headLeft, widthPx } = geometryOf(days, windowStart, px)
        expect(x + barLeft).toBeCloseTo((days.barFrom - windowStart) * px, 3)
        expect(barWidth).toBeGreaterThanOrEqual(0)
        const rest = barLeft + Math.min(barWidth / 2, INSET_PX) - GLYPH_PX / 2
        expect(headLeft).toBeGreaterThanOrEqual(rest)
        if (headLeft > rest) {
          expect(x + rest).toBeLessThan(INSET_PX + 2)
          expect(x + headLeft + days.headPx).toBeLessThanOrEqual((days.latest - windowStart) * px + 2 + 1e-6)
        }
        expect(widthPx).toBe(Math.max(barLeft + barWidth, headLeft + days.headPx))
      }),
    )
  })
})
