import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWorkspaceFile } from './create-workspace-file'
import type { DocumentStore } from './document-store'
import { openWorkspaceFile } from './open-workspace-file'
import { organisation, renaming } from './store-fixtures'

const NVIDIA = organisation('nvidia', 'NVIDIA')
const OTHER = organisation('amd', 'AMD')

let folder = ''
let file = ''
let told: string[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-guard-'))
  file = join(folder, 'work.tapeline')
  told = []
  createWorkspaceFile(file, [NVIDIA])
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function open(path = file): DocumentStore {
  const opened = openWorkspaceFile(path, { clock: () => 0, onTrouble: ({ detail }) => told.push(detail) })
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
  return opened.store
}

/** Opens with one edit that stands in the log only. */
function edited(): DocumentStore {
  const store = open()
  expect(store.commit(renaming(NVIDIA, 'Edited here'))).toMatchObject({ ok: true })
  return store
}

const nameIn = (path: string): unknown => {
  const store = open(path)
  const [record] = store.records().records
  store.close()
  return record !== undefined && 'name' in record ? record.name.en : undefined
}

const copies = (what: string): string[] =>
  readdirSync(folder)
    .filter((name) => name.startsWith(`work (${what} `))
    .map((name) => join(folder, name))

function foreignFile(): string {
  const foreign = join(folder, 'foreign')
  createWorkspaceFile(foreign, [OTHER])
  return foreign
}

const WAYS: readonly [string, string, () => void, string | null][] = [
  ['moved away', 'moved or deleted', () => renameSync(file, join(folder, 'elsewhere.tapeline')), null],
  ['deleted', 'moved or deleted', () => rmSync(file), null],
  ['replaced by another', 'another file was put', () => renameSync(foreignFile(), file), 'AMD'],
  ['written into', 'wrote into the file', () => copyFileSync(foreignFile(), file), 'AMD'],
  ['without its log', 'log was removed', () => rmSync(`${file}-wal`), 'Edited here'],
]

describe.each(WAYS)('an open file that was %s', (_what, words, befall, left) => {
  it('is told once, takes no more, and what was open is kept with its last edit', () => {
    const store = edited()
    befall()
    expect(store.look()).toMatch(words)
    const last = store.records().records[0]
    expect(store.commit(last === undefined ? null : renaming(NVIDIA, 'Too late'))).toMatchObject({ ok: false })
    expect(told).toHaveLength(1)
    expect(copies('kept').map(nameIn)).toEqual(['Edited here'])
    store.close()
    expect(existsSync(`${file}-wal`)).toBe(false)
    if (left === null) expect(existsSync(file)).toBe(false)
    else expect(nameIn(file)).toBe(left)
  })

  it('is noticed at the latest when it is closed', () => {
    const store = edited()
    befall()
    store.close()
    expect(copies('kept').map(nameIn)).toEqual(['Edited here'])
    if (left !== null) expect(nameIn(file)).toBe(left)
  })
})

it('keeps what was written into the file apart, byte for byte', () => {
  const store = edited()
  const foreign = foreignFile()
  copyFileSync(foreign, file)
  store.look()
  store.close()
  const [kept = ''] = copies('changed elsewhere')
  expect(readFileSync(kept).equals(readFileSync(foreign))).toBe(true)
  expect(readFileSync(file).equals(readFileSync(foreign))).toBe(true)
})

it('takes no new time alone for a change', () => {
  const store = edited()
  utimesSync(file, 1, 1)
  expect(store.look()).toBeNull()
  expect(store.undo()).toMatchObject({ ok: true })
  store.close()
  expect(told).toEqual([])
  expect(nameIn(file)).toBe('NVIDIA')
})

it('takes none of its own writes for a change, over many of them and their checkpoints', () => {
  const store = open()
  let now = NVIDIA
  for (let n = 0; n < 1500; n += 1) {
    const change = renaming(now, `Name ${String(n)} ${'x'.repeat(2000)}`)
    expect(store.commit(change).ok).toBe(true)
    now = change.edits['nvidia']?.to as typeof NVIDIA
    if (n % 100 === 0) expect(store.look()).toBeNull()
  }
  store.close()
  expect(told).toEqual([])
})

it('notices a file that grew', () => {
  const store = edited()
  appendFileSync(file, 'more')
  expect(store.look()).toMatch('wrote into the file')
  store.close()
})

it('keeps its copies elsewhere when the folder is gone', () => {
  const place = join(folder, 'stick')
  const rescue = join(folder, 'rescue')
  for (const path of [place, rescue]) mkdirSync(path)
  const onStick = join(place, 'work.tapeline')
  createWorkspaceFile(onStick, [NVIDIA])
  const opened = openWorkspaceFile(onStick, {
    clock: () => 0,
    rescueFolder: rescue,
    onTrouble: ({ detail }) => told.push(detail),
  })
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
  opened.store.commit(renaming(NVIDIA, 'Edited here'))
  renameSync(place, join(folder, 'unplugged'))
  expect(opened.store.look()).toMatch('moved or deleted')
  opened.store.close()
  const [kept = ''] = readdirSync(rescue)
  expect(nameIn(join(rescue, kept))).toBe('Edited here')
  expect(told[0]).toContain(join(rescue, kept))
})
