import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { aChip, anEvent, anOrganisation } from '../../testing/builders'
import { arbitraryHistory } from '../../testing/histories'
import { CONFIDENCES } from '../model/evidence'
import { documentOf } from '../model/document'
import { GROUPINGS, ITEM_KINDS, NO_FILTERS, type Filters } from '../model/view'
import { ChoiceKeeper, filterChoices } from './filter-choices'
import { indexOf } from './dense/index-of'
import { Octave } from './dense/octave'
import { filterItems, passesFilters, preparingFilters } from './filter-items'
import { toTheEnd } from '../model/in-parts'
import { itemCount } from './item-count'
import { ItemKeeper } from './item-keeper'
import { LaneKeeper } from './lane-keeper'
import { pointAt } from './layout-test-kit'
import { lanesOf } from './lanes'
import { timelineItems } from './timeline-items'
import type { Lane, TimelineItem } from './timeline-item'

const arbitraryFilters: fc.Arbitrary<Filters> = fc.oneof(
  fc.constant(NO_FILTERS),
  fc.record({
    kinds: fc.uniqueArray(fc.constantFrom(...ITEM_KINDS), { maxLength: 6 }),
    vendors: fc.uniqueArray(fc.constantFrom('organisation-0', 'organisation-1'), { maxLength: 1 }),
    jurisdictions: fc.uniqueArray(fc.constantFrom('US', 'CN', 'NL'), { maxLength: 2 }),
    confidences: fc.uniqueArray(fc.constantFrom(...CONFIDENCES), { maxLength: 2 }),
  }),
)
const arbitraryViews = fc.array(fc.tuple(arbitraryFilters, fc.constantFrom(...GROUPINGS)), {
  minLength: 1,
  maxLength: 4,
})

const flat = (lanes: readonly Lane[]): Lane[] => lanes.flatMap((lane) => [lane, ...flat(lane.children)])

const itemsBelow = (lane: Lane): string[] => [
  ...lane.items.map(({ record }) => record),
  ...lane.children.flatMap(itemsBelow),
]

describe('lanes through edits, filters and groupings', () => {
  it('are those of the document, the filters and the grouping, as worked out anew', () => {
    fc.assert(
      fc.property(arbitraryHistory, arbitraryViews, (documents, views) => {
        const [items, keeper, counts] = [new ItemKeeper(), new LaneKeeper(), new ChoiceKeeper()]
        for (const document of [...documents, ...documents.toReversed()])
          for (const [filters, grouping] of views) {
            const shown = filterItems(items.items(document), filters)
            const expected = timelineItems(document).filter((item) => passesFilters(item, filters))
            expect(shown).toEqual(expected)
            toTheEnd(preparingFilters(items.items(document)))
            expect(filterItems(items.items(document), filters)).toEqual(expected)
            expect(counts.choices(shown)).toEqual(filterChoices(shown))
            const lanes = keeper.lanes(document, shown, grouping)
            expect(lanes).toEqual(lanesOf(document, expected, grouping))
            for (const lane of flat(lanes)) expect(itemCount(lane)).toBe(new Set(itemsBelow(lane)).size)
          }
      }),
    )
  })

  it('are the same objects where they have the same items and names', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.constantFrom(...GROUPINGS), (documents, grouping) => {
        const [items, keeper] = [new ItemKeeper(), new LaneKeeper()]
        let before: readonly Lane[] = []
        for (const document of documents) {
          const after = keeper.lanes(document, items.items(document), grouping)
          const known = new Map(flat(before).map((lane) => [lane.id, lane]))
          for (const lane of flat(after)) {
            const was = known.get(lane.id)
            if (was !== lane) expect(was).not.toEqual(lane)
          }
          before = after
        }
      }),
    )
  })

  it('stay the same after an edit in another lane, and come back when a filter is taken off', () => {
    const policy = anEvent({ id: 'policy', kind: 'policy' })
    const document = documentOf([anOrganisation(), aChip(), policy, anEvent({ id: 'report', kind: 'report' })])
    const [items, keeper] = [new ItemKeeper(), new LaneKeeper()]
    const all = items.items(document)
    const before = keeper.lanes(document, all, 'kind')
    const filtered = filterItems(all, { ...NO_FILTERS, kinds: ['chip', 'policy'] })
    expect(keeper.lanes(document, filtered, 'kind').map((lane) => before.includes(lane))).toEqual([true, true])
    keeper.lanes(document, all, 'story')
    expect(keeper.lanes(document, filterItems(all, NO_FILTERS), 'kind')).toBe(before)
    const edited = { records: new Map(document.records).set('policy', { ...policy, date: '2019-03' }) }
    const after = keeper.lanes(edited, items.items(edited), 'kind')
    expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
    expect(after.filter((lane) => !before.includes(lane)).map(({ id }) => id)).toEqual(['kind/policy'])
  })
})

it('call a lane as the document does, though its items are the same', () => {
  const vendor = anOrganisation()
  const document = documentOf([vendor, aChip()])
  const renamed = documentOf([{ ...vendor, name: { en: 'NVIDIA Corporation', 'zh-Hant': '輝達' } }, aChip()])
  const [items, keeper] = [timelineItems(document), new LaneKeeper()]
  expect(keeper.lanes(document, items, 'vendor').map(({ names }) => names.en)).toEqual(['NVIDIA'])
  expect(keeper.lanes(renamed, items, 'vendor').map(({ names }) => names.en)).toEqual(['NVIDIA Corporation'])
})

describe('lanes that are made ready before they are asked for', () => {
  afterEach(() => {
    vi.restoreAllMocks()
  })
  const many = Array.from({ length: 9000 }, (_, at): TimelineItem => {
    const kind = at % 2 === 0 ? 'policy' : 'chip'
    return { ...pointAt(`r${String(at)}`, 15_000 + at, at % 90, at % 7), kind, vendors: [`v${String(at % 3)}`] }
  })
  const EMPTY = documentOf([])

  it('are there for every grouping, with all that their indexes need', () => {
    const keeper = new LaneKeeper()
    const shown = keeper.lanes(EMPTY, many, 'kind')
    const prepare = vi.spyOn(Octave.prototype, 'preparing')
    const work = keeper.preparing(EMPTY, many)
    let parts = 0
    while (work.next().done !== true) parts += 1
    expect(parts).toBeGreaterThan(GROUPINGS.length)
    const prepared = new Set(prepare.mock.contexts)
    expect(keeper.lanes(EMPTY, many, 'kind')).toBe(shown)
    for (const grouping of GROUPINGS) {
      const lanes = keeper.lanes(EMPTY, many, grouping)
      expect(lanes).toEqual(lanesOf(EMPTY, many, grouping))
      const dense = flat(lanes).filter(({ items }) => items.length > 600)
      expect(dense.length).toBeGreaterThan(0)
      for (const { items } of dense) for (const octave of indexOf(items).octaves) expect(prepared).toContain(octave)
    }
  })

  it('are not made again when they are asked for', () => {
    let looks = 0
    const items = many.map((item) =>
      Object.defineProperty({ ...item }, 'kind', { get: () => ((looks += 1), item.kind), enumerable: true }),
    )
    const keeper = new LaneKeeper()
    toTheEnd(keeper.preparing(EMPTY, items))
    looks = 0
    for (const grouping of GROUPINGS) keeper.lanes(EMPTY, items, grouping)
    expect(looks).toBe(0)
  })

  it('are those of the document that is asked for, though it was edited while they were made', () => {
    fc.assert(
      fc.property(
        arbitraryHistory,
        fc.array(fc.tuple(fc.nat(9), fc.constantFrom(...GROUPINGS), fc.nat(6)), { minLength: 1, maxLength: 12 }),
        (documents, steps) => {
          const [items, keeper] = [new ItemKeeper(), new LaneKeeper()]
          const works = documents.map((document) => keeper.preparing(document, items.items(document)))
          for (const [at, grouping, parts] of steps) {
            const document = documents[at % documents.length] ?? EMPTY
            const work = works[at % works.length]
            for (let part = 0; part < parts; part += 1) work?.next()
            const expected = lanesOf(document, timelineItems(document), grouping)
            expect(keeper.lanes(document, items.items(document), grouping)).toEqual(expected)
          }
        },
      ),
    )
  })
})
