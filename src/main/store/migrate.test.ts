import { DatabaseSync } from '@photostructure/sqlite'
import { createHash } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aScenario } from '../../testing/builders'
import { openWorkspaceFile, type Opened } from './open-workspace-file'
import { MIGRATIONS } from './migrations'
import type { Migration } from './migrations/migration'
import { organisation } from './store-fixtures'

const FIXTURES = join(dirname(fileURLToPath(import.meta.url)), 'fixtures')
const NVIDIA = organisation('nvidia', 'NVIDIA')
const RENAMED = { ...NVIDIA, name: { en: 'Nvidia', 'zh-Hant': 'Nvidia' } }

const next = (...statements: string[]): Migration => ({ version: MIGRATIONS.length + 1, name: 'next', statements })

let folder = ''
let file = ''

/** A file as version 1.0 left it: one rename done, one deletion undone. Never written again. */
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-migrate-'))
  file = join(folder, 'v1.tapeline')
  copyFileSync(join(FIXTURES, 'v1.tapeline'), file)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function open(migrations: readonly Migration[] = MIGRATIONS): Opened {
  return openWorkspaceFile(file, { clock: () => 0, onTrouble: () => undefined, migrations })
}
const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const copies = () => readdirSync(folder).filter((name) => name.includes('before'))

describe('a file of version 1', () => {
  it('opens with all it held, its steps included', () => {
    const opened = open()
    if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
    const { store } = opened
    expect(store.records()).toEqual({ records: [RENAMED, organisation('amd', 'AMD')], problems: [], damagedSteps: [] })
    expect(store.history()).toEqual({
      revision: 3,
      undo: { action: 'rename', subject: NVIDIA.name },
      redo: { action: 'delete', subject: { en: 'AMD', 'zh-Hant': 'AMD' } },
    })
    expect(store.steps({ before: null, limit: 5 })).toMatchObject({
      value: {
        steps: [
          { author: null, content: { records: 1 } },
          { author: null, content: { records: 1 } },
        ],
      },
    })
    expect(store.undo().ok).toBe(true)
    expect(store.records().records[0]).toEqual(NVIDIA)
    store.close()
  })

  it('takes a scenario, a type that it never knew, and holds it when it is opened again', () => {
    const scenario = aScenario({ assumptions: [] })
    const opened = open()
    if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
    const label = { action: 'create', subject: scenario.name } as const
    expect(opened.store.commit({ label, edits: { [scenario.id]: { from: null, to: scenario } } }).ok).toBe(true)
    opened.store.close()
    const again = open()
    if (again.kind !== 'open') throw new Error(JSON.stringify(again))
    expect(again.store.records()).toMatchObject({ problems: [], records: [{}, {}, scenario] })
    expect(again.store.undo().ok).toBe(true)
    expect(again.store.records().records).toHaveLength(2)
    again.store.close()
  })

  it('keeps a step that cannot be read as one', () => {
    const db = new DatabaseSync(file)
    db.exec("UPDATE change SET edits = '{' WHERE seq = 1")
    db.close()
    const opened = open()
    if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
    const { store } = opened
    expect(store.steps({ before: null, limit: 5 })).toMatchObject({
      value: { steps: [{ content: { records: 1 } }, { content: null }] },
    })
    expect(store.undo()).toMatchObject({ error: { code: 'corrupt' } })
    store.close()
  })

  it('is brought up to a newer version after a checked copy was made', () => {
    const migration = next('CREATE TABLE later (id TEXT PRIMARY KEY NOT NULL) STRICT')
    const opened = open([...MIGRATIONS, migration])
    if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
    expect(opened.store.records().records).toHaveLength(2)
    opened.store.close()
    expect(readFileSync(file).readInt32BE(60)).toBe(migration.version)
    expect(copies()).toEqual(['v1 (before version 2).tapeline'])
    const copy = new DatabaseSync(join(folder, copies()[0] ?? ''), { readOnly: true })
    expect(copy.prepare('PRAGMA user_version').get()).toMatchObject({ user_version: 1 })
    expect(copy.prepare('SELECT count(*) AS n FROM record').get()).toMatchObject({ n: 2 })
    copy.close()
    expect(open()).toMatchObject({ kind: 'open', notice: { code: 'newer-version' } })
  })

  it('stays whole and old when a migration fails half-way', () => {
    const rows = () => {
      const db = new DatabaseSync(file, { readOnly: true })
      const all = [
        db.prepare('SELECT * FROM record').all(),
        db.prepare('SELECT * FROM change').all(),
        db.prepare('PRAGMA user_version').all(),
      ]
      db.close()
      return JSON.stringify(all)
    }
    const before = rows()
    const [first, second] = MIGRATIONS
    if (first === undefined || second === undefined) throw new Error('two migrations')
    const failing = { ...second, last: [...(second.last ?? []), 'INSERT INTO nowhere VALUES (1)'] }
    expect(open([first, failing])).toMatchObject({
      kind: 'refused',
      notice: { code: 'migration-failed', detail: expect.stringContaining('nowhere') as string },
    })
    expect(rows()).toBe(before)
    expect(open()).toMatchObject({ kind: 'open', notice: null })
  })

  it('is not migrated when the copy cannot be made, and a copy never replaces another', () => {
    const taken = join(folder, 'v1 (before version 2).tapeline')
    copyFileSync(file, taken)
    const before = sha(taken)
    const opened = open([...MIGRATIONS, next('CREATE TABLE later (id TEXT) STRICT')])
    if (opened.kind === 'open') opened.store.close()
    expect(sha(taken)).toBe(before)
    expect(copies()).toHaveLength(2)
  })
})
