import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { DATA_FILES } from '../src/domain/formats/data-files'
import { dataSchemaFiles } from './data-schemas'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

describe('data/schemas', () => {
  it('is what the record schemas say now; if not, run: npx tsx scripts/data-schemas.ts', async () => {
    const wanted = await dataSchemaFiles()
    for (const [path, text] of wanted) expect(await readFile(join(ROOT, path), 'utf8'), path).toBe(text)
    const present = (await readdir(join(ROOT, 'data/schemas'))).map((name) => `data/schemas/${name}`)
    expect(present.sort()).toEqual([...wanted.keys()].sort())
  })

  it('is what editors are told to check each data file with', async () => {
    const settings = JSON.parse(await readFile(join(ROOT, '.vscode/settings.json'), 'utf8')) as Record<string, unknown>
    const expected = Object.values(DATA_FILES).map((file) => ({
      fileMatch: [`/data/${file}`],
      url: `./data/schemas/${file.replace(/\.json$/, '.schema.json')}`,
    }))
    expect(settings['json.schemas']).toEqual(expected)
  })
})
