import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { WorkspaceNotice } from '../../ipc/values'
import { createWorkspaceFile } from '../store/create-workspace-file'
import { MemoryStore } from '../store/memory-store'
import { organisation } from '../store/store-fixtures'
import { draftHandlers } from './drafts'
import { salvageHandlers } from './salvage'

let folder = ''
let file = ''

function make(notices: WorkspaceNotice[], store = new MemoryStore([], { clock: () => 0, readOnly: true })) {
  return salvageHandlers({
    opened: Promise.resolve({ store, notices }),
    clock: () => Date.parse('2026-11-25T10:00:00Z'),
    dayText: (ms) => new Date(ms).toISOString().slice(0, 10),
    minuteText: (ms) => new Date(ms).toISOString().slice(0, 16).replace('T', ' ').replace(':', '-'),
  })
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-salvage-handlers-'))
  file = join(folder, 'work.tapeline')
  createWorkspaceFile(
    file,
    Array.from({ length: 300 }, (_, n) => organisation(`o-${String(n)}`, 'x'.repeat(200))),
  )
  writeFileSync(file, readFileSync(file).fill(0, 4096 * 10, 4096 * 11))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('salvages the file that was refused at the start', async () => {
  const handlers = make([
    { code: 'broken-starter-data', file: '/data', detail: '' },
    { code: 'damaged', file, detail: 'page 11' },
  ])
  const reply = await handlers['salvage:run']({})
  if (!reply.ok) throw new Error(reply.error.message)
  const made = join(folder, 'work (salvaged 2026-11-25).tapeline')
  expect(reply.value).toMatchObject({ file: made, records: { fromLog: 0, doubtful: [] }, steps: { saved: 0, lost: 0 } })
  expect(reply.value.records.saved + reply.value.records.lost.length).toBe(300)
})

it('says that there is no backup, and that a document without a file has nothing to salvage', async () => {
  expect(await make([{ code: 'damaged', file, detail: '' }])['salvage:backup']({})).toMatchObject({
    error: { code: 'not-found' },
  })
  expect(await make([])['salvage:run']({})).toMatchObject({ error: { code: 'nothing' } })
  expect(await make([])['salvage:backup']({})).toMatchObject({ error: { code: 'nothing' } })
})

it('unsaved text is written, listed and dropped; a read-only workspace keeps none', async () => {
  const of = (readOnly: boolean) => {
    const store = new MemoryStore([], { clock: () => 7, readOnly })
    return draftHandlers({ store: () => Promise.resolve(store) })
  }
  const handlers = of(false)
  expect(await handlers['drafts:write']({ key: 'create:event#1', body: 'typed' })).toEqual({ ok: true, value: {} })
  expect(await handlers['drafts:list']({})).toEqual({
    ok: true,
    value: { drafts: [{ key: 'create:event#1', madeAt: 7, body: 'typed' }] },
  })
  expect(await handlers['drafts:drop']({ key: 'create:event#1' })).toEqual({ ok: true, value: {} })
  expect(await handlers['drafts:list']({})).toMatchObject({ value: { drafts: [] } })
  expect(await of(true)['drafts:write']({ key: 'a', body: 'b' })).toMatchObject({ error: { code: 'read-only' } })
})
