import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryRecords } from '../../testing/arbitraries'
import { aChip, anEvent, named } from '../../testing/builders'
import { documentOf } from '../model/document'
import { RECORD_TYPES } from '../model/record'
import { columnsOf } from './columns'
import { sortRows } from './sort-rows'
import { columnNamed, contextOf } from './table-test-kit'
import { writeCell } from './write-cells'

describe('columns', () => {
  it('exist for every record type, each once, with the name in the language of the window first', () => {
    for (const type of RECORD_TYPES) {
      const ids = columnsOf(type, 'zh-Hant').map(({ id }) => id)
      expect(new Set(ids).size, type).toBe(ids.length)
      expect(columnsOf(type, 'en').some(({ atFirst }) => atFirst)).toBe(true)
    }
    expect(columnsOf('chip', 'zh-Hant')[0]?.id).toBe('name.zh-Hant')
  })

  it('read every record without a throw, and take back what they read', () => {
    fc.assert(
      fc.property(arbitraryRecords, (records) => {
        const context = contextOf(documentOf(records))
        for (const { id, type } of records)
          for (const column of columnsOf(type, 'en')) {
            const text = column.read(context.document.records.get(id) ?? expect.fail(), context)
            expect(writeCell({ record: id, column, text }, context)).toMatchObject({ problem: { code: 'no-change' } })
          }
      }),
      { numRuns: 30 },
    )
  })
})

describe('sorting', () => {
  const spec = (value: number) => ({
    metric: 'tpp' as const,
    value,
    unit: 'TPP',
    sources: [],
    confidence: 'reported' as const,
  })
  const order = (column: string, descending: boolean, chips: ReturnType<typeof aChip>[]): string[] =>
    sortRows(chips, columnNamed('chip', column), descending, contextOf(documentOf(chips))).map(({ id }) => id)

  it('puts numbers by value, with empty cells last either way', () => {
    const chips = [
      aChip({ id: 'a', specs: [spec(1000)] }),
      aChip({ id: 'none' }),
      aChip({ id: 'b', specs: [spec(200)] }),
    ]
    expect(order('metric.tpp', false, chips)).toEqual(['b', 'a', 'none'])
    expect(order('metric.tpp', true, chips)).toEqual(['a', 'b', 'none'])
  })

  it('puts dates by their first possible day, then their last', () => {
    const events = ['2024-06', '2023-41', '2024', '2023-07'].map((date) => anEvent({ id: date.toLowerCase(), date }))
    const sorted = sortRows(events, columnNamed('event', 'date'), false, contextOf(documentOf(events)))
    expect(sorted.map(({ id }) => id)).toEqual(['2023-07', '2023-41', '2024', '2024-06'])
  })

  it('keeps the order of equal cells', () => {
    const chips = ['x', 'y', 'z'].map((id) => aChip({ id, name: named('same') }))
    expect(order('name.en', false, chips)).toEqual(['x', 'y', 'z'])
    expect(order('name.en', true, chips)).toEqual(['x', 'y', 'z'])
  })
})
