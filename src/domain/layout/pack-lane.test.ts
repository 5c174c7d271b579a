import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { footprintOf } from './footprint'
import { packLane, type PackInput } from './pack-lane'
import { packingScale } from './zoom-step'
import { itemArbitrary, measurer, pointAt } from './layout-test-kit'

const scale = fc.double({ min: 0.02, max: 400, noNaN: true })
const lane = (items: PackInput['items'], pxPerDay: number, maxRows: number): PackInput => ({
  laneId: 'lane',
  items,
  pxPerDay,
  maxRows,
  locale: 'en',
  measurer,
})

/** Whole px that an item takes in a packing, as drawn. */
function space(placed: ReturnType<typeof packLane>['items'][number], pxPerDay: number): [number, number] {
  const { leftPx, rightPx } = footprintOf(placed.item.extent, pxPerDay, placed.labelWidthPx)
  return [leftPx, rightPx]
}

describe('packLane', () => {
  it('draws or counts every item exactly once', () => {
    fc.assert(
      fc.property(
        fc.array(itemArbitrary, { maxLength: 80 }),
        scale,
        fc.integer({ min: 1, max: 6 }),
        (items, px, rows) => {
          const packing = packLane(lane(items, px, rows))
          const seen = [
            ...packing.items.map(({ item }) => item.record),
            ...packing.marks.flatMap(({ records }) => records),
          ]
          expect(seen.toSorted()).toEqual(items.map(({ record }) => record).toSorted())
          for (const mark of packing.marks) expect(mark.count).toBe(mark.records.length)
        },
      ),
    )
  })

  it('never lets two things of one row touch, by comparing every pair', () => {
    fc.assert(
      fc.property(
        fc.array(itemArbitrary, { maxLength: 60 }),
        scale,
        fc.integer({ min: 1, max: 5 }),
        (items, px, rows) => {
          const { items: placed } = packLane(lane(items, px, rows))
          for (const a of placed)
            for (const b of placed) {
              if (a === b || a.row !== b.row) continue
              const [[aLeft, aRight], [bLeft, bRight]] = [space(a, px), space(b, px)]
              expect(aRight <= bLeft || bRight <= aLeft).toBe(true)
            }
        },
      ),
    )
  })

  it('still keeps them apart at every scale shown for a packing', () => {
    fc.assert(
      fc.property(fc.array(itemArbitrary, { maxLength: 40 }), scale, (items, shown) => {
        const packed = packingScale(shown)
        expect(packed).toBeLessThanOrEqual(shown * (1 + 1e-6))
        expect(packed * 2 ** 0.26).toBeGreaterThan(shown)
        const { items: placed } = packLane(lane(items, packed, 4))
        for (const a of placed)
          for (const b of placed) {
            if (a === b || a.row !== b.row) continue
            const [[aLeft, aRight], [bLeft, bRight]] = [space(a, shown), space(b, shown)]
            expect(aRight <= bLeft + 1e-6 || bRight <= aLeft + 1e-6).toBe(true)
          }
      }),
    )
  })

  it('covers with each mark all the days that it counts', () => {
    fc.assert(
      fc.property(fc.array(itemArbitrary, { minLength: 20, maxLength: 90 }), (items) => {
        const byId = new Map(items.map((item) => [item.record, item]))
        for (const { records, startDay, endDay } of packLane(lane(items, 0.05, 1)).marks)
          for (const record of records) {
            const extent = byId.get(record)?.extent
            expect(extent && (extent.leadFrom ?? extent.earliest)).toBeGreaterThanOrEqual(startDay)
            expect(extent?.latest).toBeLessThanOrEqual(endDay)
          }
      }),
    )
  })

  it('gives the same rows whatever order the items come in', () => {
    fc.assert(
      fc.property(fc.array(itemArbitrary, { maxLength: 40 }), scale, (items, px) => {
        const rows = (list: PackInput['items']): unknown =>
          packLane(lane(list, px, 3))
            .items.map(({ key, row, label }) => [key, row, label].join(' '))
            .toSorted()
        expect(rows(items.toReversed())).toEqual(rows(items))
      }),
    )
  })

  it('keeps the upper row and the label for the more important of two that meet', () => {
    const [minor, major] = [pointAt('minor', 100, 30), pointAt('major', 100, 90)]
    const { items } = packLane(lane([minor, major], 1, 3))
    expect(items.find(({ item }) => item.record === 'major')?.row).toBe(0)
    expect(items.find(({ item }) => item.record === 'minor')?.row).toBe(1)
  })

  it('draws what is wanted, however unimportant it is', () => {
    fc.assert(
      fc.property(fc.array(itemArbitrary, { minLength: 1, maxLength: 60 }), scale, (items, px) => {
        const [first] = items
        if (first === undefined) return
        const packing = packLane({ ...lane(items, px, 1), wanted: { must: [first.record], also: [] } })
        expect(packing.items.some(({ item }) => item.record === first.record)).toBe(true)
      }),
    )
  })

  it('moves nothing for what is wanted and has room anyway', () => {
    fc.assert(
      fc.property(fc.array(itemArbitrary, { minLength: 1, maxLength: 60 }), scale, (items, px) => {
        const plain = packLane(lane(items, px, 3))
        const drawn = plain.items.filter(({ row }) => row < plain.itemRows).map(({ item }) => item.record)
        expect(packLane({ ...lane(items, px, 3), wanted: { must: [], also: drawn } })).toEqual(plain)
      }),
    )
  })

  it('moves nothing but what it counts or draws for what is wanted', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(itemArbitrary, { minLength: 1, maxLength: 60, selector: ({ record }) => record }),
        fc.array(fc.nat(59), { maxLength: 12 }),
        scale,
        (items, places, px) => {
          const wanted = places.flatMap((place) => items[place]?.record ?? [])
          const plain = packLane(lane(items, px, 3))
          const packing = packLane({ ...lane(items, px, 3), wanted: { must: wanted.slice(0, 1), also: wanted } })
          const rows = (of: typeof plain) =>
            new Map(of.items.filter(({ row }) => row < of.itemRows).map((placed) => [placed.item.record, placed]))
          for (const [record, placed] of rows(packing))
            if (!wanted.includes(record)) expect(placed).toEqual(rows(plain).get(record))
          expect(packing.itemRows).toBe(plain.itemRows)
          const seen = [
            ...packing.items.map(({ item }) => item.record),
            ...packing.marks.flatMap(({ records }) => records),
          ]
          expect(seen.toSorted()).toEqual(items.map(({ record }) => record).toSorted())
        },
      ),
    )
  })
})
