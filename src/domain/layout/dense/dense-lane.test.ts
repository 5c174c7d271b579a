import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TimeWindow } from '../../model/view'
import { footprintOf, ITEM_GAP_PX } from '../footprint'
import { meetsWindow } from '../in-window'
import { itemArbitrary, measurer, pointAt } from '../layout-test-kit'
import type { PlacedItem, TimelineItem } from '../timeline-item'
import { packingScale } from '../zoom-step'
import { NOTHING_WANTED, type Wanted } from '../wanted'
import { DenseLane, type DenseWindow } from './dense-lane'
import { LaneIndex } from './lane-index'
import { placeDense } from './place-dense'

const laneOf = (
  items: readonly TimelineItem[],
  pxPerDay: number,
  maxRows = 4,
  first: readonly TimelineItem[] = [],
): DenseLane =>
  new DenseLane(
    LaneIndex.of(items),
    { laneId: 'lane', pxPerDay, maxRows, locale: 'en', measurer },
    { must: [], also: [] },
    first,
  )

const itemsArbitrary = fc.uniqueArray(itemArbitrary, { maxLength: 120, selector: ({ record }) => record })
const scaleArbitrary = fc.double({ min: 0.02, max: 400, noNaN: true }).map(packingScale)
const windowArbitrary: fc.Arbitrary<TimeWindow> = fc
  .tuple(fc.integer({ min: 17_000, max: 22_500 }), fc.integer({ min: 1, max: 4000 }))
  .map(([startDay, days]) => ({ startDay, endDay: startDay + days }))

const everything: TimeWindow = { startDay: -200_000, endDay: 200_000 }
const both = (name: string) => ({ en: name, 'zh-Hant': name })
const keyed = ({ items }: DenseWindow) => new Map(items.map((placed) => [placed.item.record, placed]))

describe('a lane of very many items', () => {
  it('draws or counts each item that meets the window, and none twice', () => {
    fc.assert(
      fc.property(
        itemsArbitrary,
        scaleArbitrary,
        windowArbitrary,
        fc.integer({ min: 1, max: 6 }),
        (items, px, window, rows) => {
          const { items: placed, marks } = laneOf(items, px, rows).layout(window)
          const drawn = new Set(placed.map(({ item }) => item.record))
          const counted = new Set(marks.flatMap((mark) => mark.records))
          for (const item of items.filter(({ extent }) => meetsWindow(extent, window)))
            expect([item.record, drawn.has(item.record) !== counted.has(item.record)]).toEqual([item.record, true])
          for (const mark of marks) expect(mark.records).toHaveLength(mark.count)
        },
      ),
    )
  })

  it('counts what begins in one mark only, so that these marks add up over the whole lane', () => {
    fc.assert(
      fc.property(itemsArbitrary, scaleArbitrary, (items, px) => {
        const { items: placed, marks } = laneOf(items, px, 2).layout(everything)
        const begun = marks.filter(({ counts }) => counts === 'beginning')
        const records = begun.flatMap((mark) => mark.records)
        expect(new Set(records).size).toBe(records.length)
        const passing = new Set(marks.filter(({ counts }) => counts === 'passing').flatMap((mark) => mark.records))
        expect(placed.length + records.length + passing.size).toBe(items.length)
      }),
    )
  })

  it('finds each record where it is drawn, or in the mark that counts it', () => {
    fc.assert(
      fc.property(itemsArbitrary, scaleArbitrary, (items, px) => {
        const lane = laneOf(items, px, 2)
        const drawn = keyed(lane.layout(everything))
        for (const { record } of items) {
          const found = lane.find(record)
          if (found !== null && 'mark' in found) expect(found.mark.records).toContain(record)
          else expect(found?.item).toEqual(drawn.get(record))
        }
        expect(lane.find('of another lane')).toBeNull()
      }),
    )
  })

  it('never draws two over each other', () => {
    fc.assert(
      fc.property(itemsArbitrary, scaleArbitrary, windowArbitrary, (items, px, window) => {
        const byRow = new Map<number, [number, number][]>()
        for (const { item, row, labelWidthPx } of laneOf(items, px).layout(window).items) {
          const { leftPx, rightPx } = footprintOf(item.extent, px, labelWidthPx)
          byRow.set(row, [...(byRow.get(row) ?? []), [leftPx, rightPx - ITEM_GAP_PX]])
        }
        for (const stretches of byRow.values()) {
          const sorted = stretches.toSorted(([a], [b]) => a - b)
          for (const [at, [left]] of sorted.entries())
            expect(left).toBeGreaterThanOrEqual(sorted[at - 1]?.[1] ?? -Infinity)
        }
      }),
    )
  })

  it('gives an item the same row and label whatever window is asked for, and in whatever order', () => {
    fc.assert(
      fc.property(
        itemsArbitrary,
        scaleArbitrary,
        fc.array(windowArbitrary, { minLength: 1, maxLength: 8 }),
        (items, px, windows) => {
          const whole = keyed(laneOf(items, px).layout(everything))
          const panned = laneOf(items, px)
          for (const window of windows)
            for (const placed of panned.layout(window).items) expect(placed).toEqual(whole.get(placed.item.record))
          for (const placed of panned.layout(everything).items) expect(placed).toEqual(whole.get(placed.item.record))
        },
      ),
    )
  })

  it('does not hang on the order in which the items are given', () => {
    fc.assert(
      fc.property(itemsArbitrary, scaleArbitrary, windowArbitrary, (items, px, window) => {
        const there = laneOf(items, px).layout(window)
        const back = laneOf(items.toReversed(), px).layout(window)
        const rows = ({ items: placed }: { readonly items: readonly PlacedItem[] }) =>
          placed.map(({ key, row, label }) => `${key} ${String(row)} ${label}`).sort()
        expect(rows(back)).toEqual(rows(there))
        expect(back.marks.map(({ key, count }) => [key, count])).toEqual(
          there.marks.map(({ key, count }) => [key, count]),
        )
      }),
    )
  })

  it('draws what the user asked to see before all others', () => {
    const pile = Array.from({ length: 500 }, (_, n) => pointAt(`p${String(n)}`, 20_000, 90))
    const asked = pointAt('asked', 20_000, 1)
    const lane = laneOf([...pile, asked], 1, 3, [asked])
    expect(keyed(lane.layout(everything)).get('asked')).toMatchObject({ row: 2, label: 'Event asked' })
    expect(keyed(laneOf([...pile, asked], 1, 3).layout(everything)).has('asked')).toBe(false)
  })

  it('draws the one that is wanted most, wherever it stands, and moves nothing else', () => {
    fc.assert(
      fc.property(
        itemsArbitrary,
        scaleArbitrary,
        fc.nat(119),
        fc.array(fc.nat(119), { maxLength: 12 }),
        (items, px, one, others) => {
          const packing = { laneId: 'lane', pxPerDay: px, maxRows: 3, locale: 'en' as const, measurer }
          const lane = {
            lane: { id: 'lane', names: both('Lane'), children: [], items },
            depth: 0,
            collapsed: false,
            items,
          }
          const drawn = (wanted: Wanted) => {
            const { windowed } = placeDense(lane, packing, wanted)
            return keyed(windowed?.layout(everything) ?? { items: [], marks: [] })
          }
          const recordsAt = (places: number[]) => places.flatMap((place) => items[place]?.record ?? [])
          const [must, also] = [recordsAt([one]), recordsAt(others)]
          const plain = drawn(NOTHING_WANTED)
          const wanted = drawn({ must, also })
          for (const record of must) expect(wanted.has(record)).toBe(true)
          for (const [record, placed] of wanted)
            if (![...must, ...also].includes(record)) expect(placed).toEqual(plain.get(record))
          expect(drawn({ must: [], also: also.filter((record) => plain.has(record)) })).toEqual(plain)
        },
      ),
    )
  })

  it('draws the most important of those that stand in one tile', () => {
    const pile = Array.from({ length: 300 }, (_, n) => pointAt(`p${String(n)}`, 20_000, n))
    const drawn = laneOf(pile, 1, 3)
      .layout(everything)
      .items.map(({ item }) => item.importance)
    expect(Math.min(...drawn)).toBeGreaterThan(290)
  })

  it('leaves room for points where very long spans lie over them', () => {
    const spans = Array.from({ length: 200 }, (_, n) => {
      const point = pointAt(`s${String(n)}`, 18_000 + n, 99)
      return { ...point, shape: 'span' as const, extent: { ...point.extent, latest: 21_000, solidTo: 21_000 } }
    })
    const points = Array.from({ length: 20 }, (_, n) => pointAt(`p${String(n)}`, 19_000 + n * 3, 1))
    const window = { startDay: 19_000, endDay: 19_060 }
    const { items, marks } = laneOf([...spans, ...points], 16, 6).layout(window)
    expect(items.filter(({ item }) => item.shape === 'point').length).toBeGreaterThan(5)
    expect(marks.some(({ counts, count }) => counts === 'passing' && count > 150)).toBe(true)
  })
})
