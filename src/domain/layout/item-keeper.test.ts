import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aChip, anArchitecture, anEvent, anOrganisation, aRule } from '../../testing/builders'
import { arbitraryHistory } from '../../testing/histories'
import { changedRecords } from '../model/changed-records'
import { documentOf, EMPTY_DOCUMENT, type Document } from '../model/document'
import { toTheEnd } from '../model/in-parts'
import type { TapelineRecord } from '../model/record'
import { ItemKeeper } from './item-keeper'
import { sortedByFirstDay, byFirstDay } from './item-order'
import { itemArbitrary } from './layout-test-kit'
import { timelineItems } from './timeline-items'

const edited = ({ records }: Document, record: TapelineRecord): Document => ({
  records: new Map(records).set(record.id, record),
})

/** So many that they are made in several parts. */
const withMore = ({ records }: Document, count: number): Document => {
  const all = new Map(records)
  for (let at = 0; at < count; at += 1) all.set(`more-${String(at)}`, anEvent({ id: `more-${String(at)}` }))
  return { records: all }
}

describe('the items of a document that is edited', () => {
  it('are those of each document, as worked out anew', () => {
    fc.assert(
      fc.property(arbitraryHistory, (documents) => {
        const keeper = new ItemKeeper()
        // There and back, as undo goes.
        for (const document of [...documents, ...documents.toReversed()]) {
          const items = keeper.items(document)
          expect(items).toEqual(timelineItems(document))
          for (const item of items) expect(keeper.find(item.record)).toBe(item)
          for (const id of document.records.keys())
            expect(keeper.find(id)).toBe(items.find(({ record }) => record === id))
        }
      }),
    )
  })

  it('are the same objects where nothing that is drawn became another', () => {
    fc.assert(
      fc.property(arbitraryHistory, (documents) => {
        const keeper = new ItemKeeper()
        let before = keeper.items(documents[0] ?? documentOf([]))
        for (const document of documents.slice(1)) {
          const after = keeper.items(document)
          const known = new Map(before.map((item) => [item.record, item]))
          let same = before.length === after.length
          for (const item of after) {
            const was = known.get(item.record)
            if (was !== item) {
              expect(was).not.toEqual(item)
              same = false
            }
          }
          expect(after === before).toBe(same)
          before = after
        }
      }),
    )
  })

  it('are made in parts as at once, those of before given meanwhile, whoever comes between with a third', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.infiniteStream(fc.nat(12)), (documents, chance) => {
        const next = (): number => chance.next().value as number
        const many = documents.map((document) => withMore(document, next() * 100))
        const keeper = new ItemKeeper()
        let [shown, before] = [EMPTY_DOCUMENT, keeper.items(EMPTY_DOCUMENT)]
        for (const document of many) {
          const work = keeper.making(document)
          let parts = 0
          while (work.next().done === false && parts < next()) {
            expect(keeper.items(shown)).toBe(before)
            parts += 1
          }
          const asked = many[next()] ?? document
          expect(keeper.items(asked)).toEqual(timelineItems(asked))
          ;[shown, before] = [asked, keeper.items(asked)]
          if (next() > 6) {
            expect(toTheEnd(keeper.making(document))).toEqual(timelineItems(document))
            ;[shown, before] = [document, keeper.items(document)]
          }
        }
      }),
      { numRuns: 30 },
    )
  })

  it('follow what they take from others: a successor, a vendor, who speaks of them, the last day of all', () => {
    const old = anArchitecture({ id: 'old', available: '2020-01-01' })
    const document = documentOf([
      anOrganisation(),
      old,
      anArchitecture({ id: 'new', predecessor: 'old', available: '2022-01-01' }),
      aChip({ id: 'chip', architecture: 'old' }),
      anEvent({ id: 'last', date: '2024-05-05', chips: ['chip'], actors: [] }),
      aRule({ id: 'rule', effective: '2023-01-01' }),
    ])
    const keeper = new ItemKeeper()
    keeper.items(document)
    for (const record of [
      anArchitecture({ id: 'new', predecessor: 'old', available: '2023-06-01' }),
      anOrganisation({ jurisdiction: 'NL' }),
      aChip({ id: 'chip', architecture: 'new' }),
      anEvent({ id: 'last', date: '2030-05-05', chips: [], actors: ['nvidia'] }),
    ]) {
      const next = edited(document, record)
      const items = keeper.items(next)
      expect(items).toEqual(timelineItems(next))
      expect(items).not.toEqual(timelineItems(document))
      keeper.items(document)
    }
  })
})

describe('an order by first day', () => {
  it('is that of comparing each two', () => {
    const half = itemArbitrary.map((item) => ({ ...item, extent: { ...item.extent, earliest: 18_000.5 } }))
    fc.assert(
      fc.property(fc.array(fc.oneof({ weight: 9, arbitrary: itemArbitrary }, half), { maxLength: 60 }), (items) => {
        expect(sortedByFirstDay(items)).toEqual(items.toSorted(byFirstDay))
      }),
    )
  })
})

describe('what differs between two documents', () => {
  it('leads from the one to the other', () => {
    fc.assert(
      fc.property(arbitraryHistory, ([before, after]) => {
        if (before === undefined || after === undefined) return
        const { removed, added, replaced, inOrder } = changedRecords(before, after)
        const records = new Map(before.records)
        for (const { id } of removed) records.delete(id)
        for (const { from, to } of replaced) {
          expect(records.get(to.id)).toBe(from)
          records.set(to.id, to)
        }
        for (const record of added) records.set(record.id, record)
        expect(new Map(records)).toEqual(after.records)
        if (inOrder) expect([...records.values()]).toEqual([...after.records.values()])
      }),
    )
  })
})

it('ends an architecture by the same successor, whichever was edited last', () => {
  const first = anArchitecture({ id: 'first', available: '2020' })
  const next = (id: string, available: string) => anArchitecture({ id, predecessor: 'first', available })
  const document = documentOf([first, next('by-month', '2028-01'), next('by-year', '2028')])
  const keeper = new ItemKeeper()
  keeper.items(document)
  const renamed = edited(document, { ...next('by-month', '2028-01'), name: { en: 'New', 'zh-Hant': '新' } })
  expect(keeper.items(renamed)).toEqual(timelineItems(renamed))
  const back = documentOf([first, next('by-year', '2028'), next('by-month', '2028-01')])
  expect(timelineItems(back).find(({ record }) => record === 'first')?.extent).toEqual(keeper.find('first')?.extent)
})
