import { describe, expect, it } from 'vitest'
import type { TapelineRecord } from '../model/record'
import { readDataSet } from './read-data-set'

const both = (text: string) => ({ en: text, 'zh-Hant': text })
const evidence = { sources: ['s'], confidence: 'confirmed' as const }

const SOURCE: TapelineRecord = { type: 'source', id: 's', publisher: 'BIS', title: 'Rule', access: 'full' }
const VENDOR: TapelineRecord = { type: 'organisation', id: 'nvidia', name: both('NVIDIA'), roles: ['vendor'] }
const chip = (id: string, over: object = {}): TapelineRecord => ({
  type: 'chip',
  id,
  name: both(id),
  vendor: 'nvidia',
  specs: [],
  ...evidence,
  ...over,
})

function read(...groups: TapelineRecord[][]) {
  return readDataSet(groups.map((records, index) => ({ name: `file-${index}.json`, text: JSON.stringify(records) })))
}

describe('readDataSet', () => {
  it('accepts references that lead over files', () => {
    const all = [SOURCE, VENDOR, chip('h100'), chip('h20', { variantOf: 'h100' })]
    const result = read(all.slice(3), all.slice(0, 3))
    expect(result.problems).toEqual([])
    expect(result.records).toHaveLength(4)
  })

  it('keeps the first of two records with one id and names both files', () => {
    const { records, problems } = read([SOURCE, VENDOR, chip('h20', { announced: '2023' })], [chip('h20')])
    expect(records.find(({ id }) => id === 'h20')).toMatchObject({ announced: '2023' })
    expect(problems).toEqual([
      {
        code: 'duplicate-id',
        file: 'file-1.json',
        record: 'h20',
        path: 'id',
        detail: 'is already the id of a record of type chip in file-0.json',
      },
    ])
  })

  it('names file, record and path of a reference that leads nowhere or to the wrong type, and keeps the record', () => {
    const spec = { metric: 'tpp', value: 2368, unit: 'TPP', sources: ['s', 'gone'], confidence: 'confirmed' }
    const { records, problems } = read([SOURCE, VENDOR, chip('h20', { variantOf: 'nvidia', specs: [spec] })])
    expect(records).toHaveLength(3)
    expect(problems.map(({ code, record, path }) => [code, record, path])).toEqual([
      ['missing-reference', 'h20', 'variantOf'],
      ['missing-reference', 'h20', 'specs[0].sources[1]'],
    ])
  })

  it('finds records that are their own ancestor over any number of steps', () => {
    const { problems } = read([
      SOURCE,
      VENDOR,
      chip('a', { variantOf: 'b' }),
      chip('b', { variantOf: 'c' }),
      chip('c', { variantOf: 'a' }),
      chip('d', { variantOf: 'a' }),
    ])
    expect(problems.map(({ record }) => record)).toEqual(['a', 'b', 'c'])
  })

  it('reads the good files beside a broken one', () => {
    const good = JSON.stringify([SOURCE])
    const { records, problems } = readDataSet([
      { name: 'data/events.json', text: 'oops' },
      { name: 'data/sources.json', text: good },
    ])
    expect(records).toEqual([SOURCE])
    expect(problems.map(({ code, file }) => [code, file])).toEqual([['not-json', 'data/events.json']])
  })
})
