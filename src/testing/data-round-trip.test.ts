import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DATA_FILES } from '../domain/formats/data-files'
import { readDataSet } from '../domain/formats/read-data-set'
import { readRecords } from '../domain/formats/read-records'
import { writeRecords } from '../domain/formats/write-records'
import type { RecordType } from '../domain/model/record'
import { arbitraryRecords } from './arbitraries'

describe('records written and read back', () => {
  it('are the same records, without a problem', () => {
    fc.assert(
      fc.property(arbitraryRecords, (records) => {
        const read = readRecords({ name: 'all.json', text: writeRecords(records) })
        expect(read.problems).toEqual([])
        expect(read.records).toEqual(records)
      }),
    )
  })

  it('are the same data set when each type has its own file', () => {
    fc.assert(
      fc.property(arbitraryRecords, (records) => {
        const files = (Object.keys(DATA_FILES) as RecordType[]).map((type) => ({
          name: `data/${DATA_FILES[type]}`,
          text: writeRecords(records.filter((record) => record.type === type)),
        }))
        const read = readDataSet(files)
        expect(read.problems).toEqual([])
        expect([...read.records].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
          [...records].sort((a, b) => (a.id < b.id ? -1 : 1)),
        )
      }),
    )
  })

  it('give the same text whatever order their keys were built in', () => {
    fc.assert(
      fc.property(arbitraryRecords, (records) => {
        const turned = records.map((record) => Object.fromEntries(Object.entries(record).reverse()) as typeof record)
        expect(writeRecords(turned)).toBe(writeRecords(records))
      }),
    )
  })
})

describe('a reader given anything', () => {
  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { records, problems } = readDataSet([{ name: 'x.json', text }])
        expect(records.length + problems.length > 0 || text.trim() === '[]').toBe(true)
      }),
    )
  })

  it('loses only the record that was damaged', () => {
    fc.assert(
      fc.property(arbitraryRecords, fc.nat(), fc.jsonValue(), (records, at, junk) => {
        const damaged: unknown[] = records.map((record) => JSON.parse(writeRecords([record])) as unknown[]).flat()
        const index = at % damaged.length
        damaged[index] = junk
        const { records: kept } = readRecords({ name: 'x.json', text: JSON.stringify(damaged) })
        expect(kept).toEqual(records.filter((_, place) => place !== index))
      }),
    )
  })
})
