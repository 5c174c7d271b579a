import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
  const shown: string[] = []
  const handlers = versionHandlers({
    opened: Promise.resolve({ store: of }),
    versions: Promise.resolve(new Versions(of, () => (now += 1000))),
    onHistory: ({ revision }) => seen.push(revision),
    momentText: () => '2026-11-25 15:00',
    reveal: (file) => shown.push(file),
  })
  return { handlers, seen, shown }
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

  const read = await handlers['versions:difference']({ id })
  expect(read.ok && Object.keys(read.value.edits).sort()).toEqual(['amd', 'huawei', 'nvidia'])
  expect(read).toMatchObject({ ok: true, value: { revision: 3, edits: { amd: { from: AMD, to: null } } } })

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
  expect(await handlers['versions:difference']({ id: '../../etc/passwd' })).toMatchObject({
    ok: false,
    error: { code: 'not-found' },
  })
  const memory = handlersOf(new MemoryStore([NVIDIA], { clock: () => now, readOnly: true })).handlers
  expect(await memory['versions:list']({})).toEqual({ ok: true, value: { folder: null, versions: [] } })
  expect(await memory['versions:create']({ name: 'x' })).toMatchObject({ ok: false, error: { code: 'read-only' } })
  expect(await memory['versions:restore']({ id })).toMatchObject({ ok: false, error: { code: 'read-only' } })
})

it('shows, renames and deletes what stands in the list, and nothing else', async () => {
  const { handlers, shown } = handlersOf(store)
  const made = await handlers['versions:create']({ name: 'One' })
  const id = made.ok ? made.value.version.id : ''
  for (const wrong of ['../work', '/etc/passwd', ''])
    expect(await handlers['versions:reveal']({ id: wrong })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect((await handlers['versions:reveal']({ id })).ok).toBe(true)
  expect(shown).toEqual([join(folder, 'backups', 'work', `${id}.tapeline`)])
  const renamed = await handlers['versions:rename']({ id, name: 'Two' })
  const newId = renamed.ok ? renamed.value.version.id : ''
  expect(await handlers['versions:delete']({ id })).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(await handlers['versions:delete']({ id: newId })).toEqual({ ok: true, value: {} })
  expect(await handlers['versions:list']({})).toMatchObject({ ok: true, value: { versions: [] } })
})

it('a version that cannot be read restores nothing, and makes no copy before it', async () => {
  const { handlers } = handlersOf(store)
  const made = await handlers['versions:create']({ name: 'Bad' })
  const id = made.ok ? made.value.version.id : ''
  store.commit(renaming(NVIDIA, 'N'))
  writeFileSync(join(folder, 'backups', 'work', `${id}.tapeline`), 'no longer a version')
  expect(await handlers['versions:restore']({ id })).toMatchObject({ ok: false, error: { code: 'corrupt' } })
  expect(await handlers['versions:list']({})).toMatchObject({ ok: true, value: { versions: [{ id }] } })
  expect(store.history().revision).toBe(1)
})
