import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aChip, anEvent, anOrganisation } from '../../testing/builders'
import { arbitraryHistory } from '../../testing/histories'
import { CONFIDENCES } from '../model/evidence'
import { documentOf } from '../model/document'
import { GROUPINGS, ITEM_KINDS, NO_FILTERS, type Filters } from '../model/view'
import { filterItems, passesFilters } from './filter-items'
import { ItemKeeper } from './item-keeper'
import { LaneKeeper } from './lane-keeper'
import { lanesOf } from './lanes'
import { timelineItems } from './timeline-items'
import type { Lane } from './timeline-item'

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

describe('lanes through edits, filters and groupings', () => {
  it('are those of the document, the filters and the grouping, as worked out anew', () => {
    fc.assert(
      fc.property(arbitraryHistory, arbitraryViews, (documents, views) => {
        const [items, keeper] = [new ItemKeeper(), new LaneKeeper()]
        for (const document of [...documents, ...documents.toReversed()])
          for (const [filters, grouping] of views) {
            const shown = filterItems(items.items(document), filters)
            const expected = timelineItems(document).filter((item) => passesFilters(item, filters))
            expect(shown).toEqual(expected)
            expect(keeper.lanes(document, shown, grouping)).toEqual(lanesOf(document, expected, grouping))
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
