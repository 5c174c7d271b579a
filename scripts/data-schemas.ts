import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { format, resolveConfig } from 'prettier'
import { DATA_FILES } from '../src/domain/formats/data-files'
import { jsonSchemaOf } from './json-schema'
import { RECORD_TYPES } from '../src/domain/model/record'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The schema file of every data file, path from the repository's root to text. */
export async function dataSchemaFiles(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const type of RECORD_TYPES) {
    const path = `data/schemas/${DATA_FILES[type].replace(/\.json$/, '.schema.json')}`
    const config = await resolveConfig(join(ROOT, path))
    files.set(path, await format(JSON.stringify(jsonSchemaOf(type)), { ...config, parser: 'json' }))
  }
  return files
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await mkdir(join(ROOT, 'data/schemas'), { recursive: true })
  for (const [path, text] of await dataSchemaFiles()) {
    await writeFile(join(ROOT, path), text)
    console.log(path)
  }
}
