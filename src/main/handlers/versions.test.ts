import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TapelineRecord } from '../../domain/model/record'
import { Versions } from '../store/backups/versions'
import { createWorkspaceFile } from '../store/create-workspace-file'
import type { DocumentStore } from '../store/document-store'
import { MemoryStore } from '../store/memory-store'
import { openWorkspaceFile } from '../store/open-workspace-file'
import { organisation, renaming } from '../store/store-fixtures'
import { versionHandlers } from './versions'

const NVIDIA = organisation('nvidia', 'NVIDIA')
const AMD = organisation('amd', 'AMD')
const HUAWEI = organisation('huawei', 'Huawei')

let folder = ''
let store: DocumentStore
let now = Date.parse('2026-11-25T07:00:00Z')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-versions-'))
  const file = join(folder, 'work.tapeline')
  createWorkspaceFile(file, [NVIDIA, AMD])
  const opened = openWorkspaceFile(file, { clock: () => now, onTrouble: () => undefined })
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
  store = opened.store
})

afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

function handlersOf(of: DocumentStore) {
  const seen: number[] = []
  const handlers = versionHandlers({
    opened: Promise.resolve({ store: of }),
    versions: Promise.resolve(new Versions(of, () => (now += 1000))),
    onHistory: ({ revision }) => seen.push(revision),
    momentText: () => '2026-11-25 15:00',
  })
  return { handlers, seen }
}

const byId = (records: TapelineRecord[]) => records.toSorted((a, b) => (a.id < b.id ? -1 : 1))

it('a version is made, listed, read and restored in one step that undo takes back', async () => {
  const { handlers, seen } = handlersOf(store)
  const made = await handlers['versions:create']({ name: 'First' })
  if (!made.ok) throw new Error(made.error.message)
  const { id } = made.value.version

  store.commit(renaming(NVIDIA, 'N'))
  store.commit({ label: { action: 'delete', subject: AMD.name }, edits: { amd: { from: AMD, to: null } } })
  store.commit({ label: { action: 'create', subject: HUAWEI.name }, edits: { huawei: { from: null, to: HUAWEI } } })
  const edited = store.records().records

  const read = await handlers['versions:read']({ id })
  expect(read.ok && JSON.parse(read.value.recordsText)).toEqual([NVIDIA, AMD])

  const restored = await handlers['versions:restore']({ id })
  expect(restored).toMatchObject({
    ok: true,
    value: { applied: { label: { action: 'restore', subject: { en: 'First' } } }, history: { revision: 4 } },
  })
  expect(byId(store.records().records)).toEqual(byId([NVIDIA, AMD]))
  expect(seen).toEqual([4])

  expect(store.undo().ok).toBe(true)
  expect(byId(store.records().records)).toEqual(byId(edited))

  const listed = await handlers['versions:list']({})
  expect(listed).toMatchObject({
    ok: true,
    value: { folder: join(folder, 'backups', 'work'), versions: [{ kind: 'before-restore', revision: 3 }, { id }] },
  })
})

it('nothing to restore, no such version, a document without a file: each is said', async () => {
  const { handlers } = handlersOf(store)
  const made = await handlers['versions:create']({ name: 'Same' })
  const id = made.ok ? made.value.version.id : ''
  expect(await handlers['versions:restore']({ id })).toMatchObject({ ok: false, error: { code: 'nothing' } })
  expect(await handlers['versions:read']({ id: '../../etc/passwd' })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  })
  const memory = handlersOf(new MemoryStore([NVIDIA], { clock: () => now, readOnly: true })).handlers
  expect(await memory['versions:list']({})).toEqual({ ok: true, value: { folder: null, versions: [] } })
  expect(await memory['versions:create']({ name: 'x' })).toMatchObject({ ok: false, error: { code: 'read-only' } })
  expect(await memory['versions:restore']({ id })).toMatchObject({ ok: false, error: { code: 'read-only' } })
})
