import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { EMPTY_DOCUMENT } from '../model/document'
import { GROUPINGS } from '../model/view'
import { lanesOf } from './lanes'
import { placeLanes, shareRows, UNLIMITED_ROWS, type RowBudget } from './place-lanes'
import { itemArbitrary, measurer, pointAt } from './layout-test-kit'
import type { Lane, PlacedLane } from './timeline-item'

const items = fc.array(itemArbitrary, { maxLength: 60 })
const grouping = fc.constantFrom(...GROUPINGS)
const budget: fc.Arbitrary<RowBudget> = fc.record({
  available: fc.integer({ min: 4, max: 60 }),
  leastPerLane: fc.constant(2),
  extraForSpans: fc.integer({ min: 0, max: 3 }),
  mostPerLane: fc.integer({ min: 2, max: 14 }),
})

const recordsIn = (placed: readonly PlacedLane[]): string[] =>
  placed.flatMap((lane) => [
    ...lane.items.map(({ item }) => item.record),
    ...lane.marks.flatMap(({ records }) => records),
  ])

const allLanes = (lanes: readonly Lane[]): Lane[] => lanes.flatMap((lane) => [lane, ...allLanes(lane.children)])

describe('lanesOf', () => {
  it('leaves no item without a lane, in any grouping', () => {
    fc.assert(
      fc.property(items, grouping, (list, by) => {
        const inLanes = new Set(
          allLanes(lanesOf(EMPTY_DOCUMENT, list, by)).flatMap((lane) => lane.items.map(({ record }) => record)),
        )
        expect(inLanes).toEqual(new Set(list.map(({ record }) => record)))
      }),
    )
  })

  it('gives every lane an id of its own', () => {
    fc.assert(
      fc.property(items, grouping, (list, by) => {
        const ids = allLanes(lanesOf(EMPTY_DOCUMENT, list, by)).map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})

describe('placeLanes', () => {
  it('places a lane of thousands as far as one looks at it, with what is wanted drawn first', () => {
    const many = Array.from({ length: 5000 }, (_, n) => pointAt(`many-${String(n)}`, 20_000 + (n % 900), n % 80))
    const [lane] = placeLanes({
      lanes: lanesOf(EMPTY_DOCUMENT, many, 'kind'),
      collapsed: new Set(),
      pxPerDay: 1,
      locale: 'en',
      measurer,
      rows: { available: 30, leastPerLane: 3, extraForSpans: 2, mostPerLane: 10 },
      wanted: { must: ['many-80'], also: [] },
    })
    const window = { startDay: 20_300, endDay: 20_700 }
    const { items: placed, marks } = lane?.windowed?.layout(window) ?? { items: [], marks: [] }
    expect(lane?.items).toEqual([])
    expect(lane?.windowed?.find('many-80')).toMatchObject({ item: { item: { record: 'many-80' } } })
    expect(Math.max(...[...placed, ...marks].map(({ row }) => row))).toBeLessThan(lane?.rows ?? 0)
    // `many-0` is least important, and 4,000 others stand on its days.
    expect(lane?.windowed?.find('many-0')).toHaveProperty('mark')
    expect(lane?.windowed?.find('elsewhere')).toBeNull()
    const seen = new Set([...placed.map(({ item }) => item.record), ...marks.flatMap(({ records }) => records)])
    const inWindow = many.filter(({ extent }) => extent.earliest < window.endDay && extent.latest > window.startDay)
    expect(inWindow.filter(({ record }) => !seen.has(record))).toEqual([])
  })

  it('draws or counts every item, whatever is folded and however few the rows', () => {
    fc.assert(
      fc.property(items, grouping, budget, fc.integer(), (list, by, rows, seed) => {
        const lanes = lanesOf(EMPTY_DOCUMENT, list, by)
        const collapsed = new Set(
          allLanes(lanes)
            .filter((_, index) => ((seed >> (index % 30)) & 1) === 1)
            .map(({ id }) => id),
        )
        const placed = placeLanes({ lanes, collapsed, pxPerDay: 0.5, locale: 'en', measurer, rows })
        expect(new Set(recordsIn(placed))).toEqual(new Set(list.map(({ record }) => record)))
      }),
    )
  })

  it('draws all as themselves with their labels where rows are unlimited', () => {
    fc.assert(
      fc.property(items, grouping, (list, by) => {
        const lanes = lanesOf(EMPTY_DOCUMENT, list, by)
        const placed = placeLanes({
          lanes,
          collapsed: new Set(),
          pxPerDay: 0.05,
          locale: 'en',
          measurer,
          rows: UNLIMITED_ROWS,
        })
        expect(placed.flatMap(({ marks }) => marks)).toEqual([])
        expect(
          placed.flatMap((lane) => lane.items).every(({ label, item }) => label !== '' || item.names.en.trim() === ''),
        ).toBe(true)
      }),
    )
  })

  it('puts an item that a folded parent holds twice only once', () => {
    const [item] = fc.sample(itemArbitrary, 1)
    if (item === undefined) throw new Error('no sample')
    const leaf = (id: string): Lane => ({ id, names: { en: id, 'zh-Hant': id }, items: [item], children: [] })
    const parent: Lane = { id: 'p', names: { en: 'p', 'zh-Hant': 'p' }, items: [], children: [leaf('a'), leaf('b')] }
    const placed = placeLanes({
      lanes: [parent],
      collapsed: new Set(['p']),
      pxPerDay: 1,
      locale: 'en',
      measurer,
      rows: UNLIMITED_ROWS,
    })
    expect(placed.map(({ lane, items: inside }) => [lane.id, inside.length])).toEqual([['p', 1]])
  })
})

describe('shareRows', () => {
  const need = fc.record({ rows: fc.integer({ min: 0, max: 40 }), ofSpans: fc.boolean() })

  it('never gives more than is needed, nor more in all than there is once each has the least', () => {
    fc.assert(
      fc.property(fc.array(need, { maxLength: 12 }), budget, (needs, rows) => {
        const least = needs.map((one) => Math.min(one.rows, rows.leastPerLane + (one.ofSpans ? rows.extraForSpans : 0)))
        const shares = shareRows(needs, rows)
        shares.forEach((share, index) => {
          expect(share).toBeLessThanOrEqual(needs[index]?.rows ?? 0)
          expect(share).toBeGreaterThanOrEqual(least[index] ?? 0)
        })
        const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0)
        expect(sum(shares)).toBeLessThanOrEqual(Math.max(rows.available, sum(least)))
      }),
    )
  })
})
