import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anEvent } from '../../testing/builders'
import { documentOf } from './document'
import { documentOfParts, type PlacedRecords } from './placed-records'

const recordAt = (place: number) => anEvent({ id: `event-${String(place)}` })
const partOf = (places: readonly number[]): PlacedRecords => ({ places, records: places.map(recordAt) })

describe('a document that came in parts', () => {
  it('is the document of all its records in order, whichever part each was in and however the parts came', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ place: fc.nat(100_000), part: fc.nat(5) }), { selector: ({ place }) => place }),
        (rows) => {
          const parts = new Map<number, number[]>()
          for (const { place, part } of rows) parts.set(part, [...(parts.get(part) ?? []), place])
          const inOrder = rows.map(({ place }) => place).sort((a, b) => a - b)
          const document = documentOfParts(Array.from(parts.values(), partOf))
          expect([...document.records]).toEqual([...documentOf(inOrder.map(recordAt)).records])
        },
      ),
    )
  })

  it('holds the very records it was given', () => {
    const part = partOf([3, 1])
    expect([...documentOfParts([part]).records.values()][0]).toBe(part.records[1])
  })

  it('is refused where two readings were mixed', () => {
    expect(() => documentOfParts([partOf([1, 2]), { places: [2], records: [anEvent({ id: 'other' })] }])).toThrow(
      'place 2 used twice',
    )
    expect(() => documentOfParts([partOf([1]), { places: [2], records: [recordAt(1)] }])).toThrow('id used twice')
    expect(() => documentOfParts([{ places: [1], records: [] }])).toThrow('0 records have 1 places')
  })
})
