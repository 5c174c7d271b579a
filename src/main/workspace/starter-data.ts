import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDataSet } from '../../domain/formats/read-data-set'
import type { ReadResult } from '../../domain/formats/read-records'

/** Reads the data set that ships with the app. Never throws: what cannot be read is a problem. */
export function readStarterData(folder: string): ReadResult {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
    const files = names.sort().map((name) => {
      const path = join(folder, name)
      return { name: path, text: readFileSync(path, 'utf8') }
    })
    if (files.length > 0) return readDataSet(files)
    return { records: [], problems: [{ code: 'not-found', file: folder, detail: 'holds no data file' }] }
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return { records: [], problems: [{ code: 'not-found', file: folder, detail }] }
  }
}
