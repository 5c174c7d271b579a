import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { describe, expect, it } from 'vitest'
import { DATA_FILES, recordTypeOfFile } from '../src/domain/formats/data-files'
import { readDataSet } from '../src/domain/formats/read-data-set'
import type { DataFile } from '../src/domain/formats/read-records'
import { writeRecords } from '../src/domain/formats/write-records'
import { problemLine } from '../src/domain/model/problem'
import { RECORD_TYPES, type TapelineRecord } from '../src/domain/model/record'

const DATA = fileURLToPath(new URL('../data', import.meta.url))

async function dataFiles(): Promise<DataFile[]> {
  const names = (await readdir(DATA)).filter((name) => name.endsWith('.json')).sort()
  return Promise.all(
    names.map(async (name) => ({ name: `data/${name}`, text: await readFile(join(DATA, name), 'utf8') })),
  )
}

const files = await dataFiles()
const { records, problems } = readDataSet(files)

/** Everything in a record that states a fact and says where it comes from. */
function statements(record: TapelineRecord): { place: string; sources: readonly string[]; confidence: string }[] {
  if (!('confidence' in record)) return []
  const specs = 'specs' in record ? record.specs : []
  return [
    { place: record.id, ...record },
    ...specs.map((spec, index) => ({ place: `${record.id}: specs[${index}]`, ...spec })),
    ...(record.disagreements ?? []).map((one, index) => ({ place: `${record.id}: disagreements[${index}]`, ...one })),
  ]
}

describe('data/', () => {
  it('has no problem in any file', () => {
    expect(problems.map(problemLine).join('\n')).toBe('')
  })

  it('has a file for each record type that ships, and no stray one', () => {
    expect(files.filter(({ name }) => recordTypeOfFile(name) === undefined)).toEqual([])
    const types = new Set(records.map(({ type }) => type))
    expect([...types].sort()).toEqual(
      ['architecture', 'chip', 'event', 'link', 'organisation', 'rule', 'source', 'view'].sort(),
    )
  })

  it('marks as unverified what has no source', () => {
    const wrong = records.flatMap(statements).filter(({ sources, confidence }) => {
      return sources.length === 0 && confidence !== 'unverified'
    })
    expect(wrong.map(({ place }) => place)).toEqual([])
  })

  it('is written back by the writer as Prettier would lay it out', async () => {
    for (const type of RECORD_TYPES) {
      const text = writeRecords(records.filter((record) => record.type === type))
      const config = await resolveConfig(join(DATA, DATA_FILES[type]))
      expect(await format(text, { ...config, parser: 'json' }), type).toBe(text)
    }
  })
})
