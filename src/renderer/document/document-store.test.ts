import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { redate, rename, writeNote } from '../../domain/change/commands'
import { fail } from '../../domain/model/problem'
import { aChip, anOrganisation, aSource } from '../../testing/builders'
import { memoryBridge, type MemoryBridge, type MemoryBridgeOptions } from '../../testing/memory-bridge'
import { connect } from './client'
import { useDocumentStore, type Command } from './document-store'

const call =
  (text: string): Command =>
  (document) =>
    rename(document, { id: 'h200', locale: 'en', text })
const date =
  (text: string): Command =>
  (document) =>
    redate(document, { id: 'h200', field: 'available', text })

describe('document store', () => {
  let bridge: MemoryBridge
  const nameOf = (store: ReturnType<typeof useDocumentStore>): string | undefined => {
    const record = store.document.records.get('h200')
    return record?.type === 'chip' ? record.name.en : undefined
  }
  async function open(options: MemoryBridgeOptions = {}) {
    bridge = memoryBridge([aSource(), anOrganisation(), aChip()], options)
    connect(bridge)
    const store = useDocumentStore()
    await store.open()
    return store
  }
  beforeEach(() => {
    setActivePinia(createPinia())
  })

  it('opens the workspace', async () => {
    const store = await open()
    expect(store.status).toBe('ready')
    expect([...store.document.records.keys()]).toEqual(['a-source', 'nvidia', 'h200'])
    expect(store.history.undo).toBeNull()
  })

  it('says that it could not open, and opens when asked again', async () => {
    bridge = memoryBridge([aChip()])
    connect(bridge)
    bridge.refuseNext('workspace:open', 'corrupt')
    const store = useDocumentStore()
    await store.open()
    expect([store.status, store.openError?.code]).toEqual(['failed', 'corrupt'])
    await store.open()
    expect([store.status, store.openError]).toEqual(['ready', null])
  })

  it('shows an edit when main has saved it, not before', async () => {
    const store = await open()
    const saving = store.dispatch(call('H200 SXM'))
    await Promise.resolve()
    expect([nameOf(store), store.saveState.kind]).toEqual(['H200', 'saving'])
    expect(await saving).toEqual({ kind: 'done' })
    expect([nameOf(store), store.saveState.kind]).toEqual(['H200 SXM', 'saved'])
    expect(store.history.undo).toEqual({ action: 'rename', subject: { en: 'H200', 'zh-Hant': 'H200' } })
  })

  it('lets edits made at once follow on each other', async () => {
    const store = await open()
    const outcomes = await Promise.all([
      store.dispatch(call('A')),
      store.dispatch(date('2024-34')),
      store.dispatch(call('B')),
    ])
    expect(outcomes.map((outcome) => outcome.kind)).toEqual(['done', 'done', 'done'])
    expect(store.document.records.get('h200')).toMatchObject({ name: { en: 'B' }, available: '2024-34' })
  })

  it('takes a step back and brings it again', async () => {
    const store = await open()
    await store.dispatch(call('H200 SXM'))
    expect(await store.undo()).toEqual({ outcome: { kind: 'done' }, records: ['h200'] })
    expect([nameOf(store), store.history.undo, store.history.redo?.action]).toEqual(['H200', null, 'rename'])
    await store.redo()
    expect(nameOf(store)).toBe('H200 SXM')
  })

  it('does not mind having nothing to undo', async () => {
    const store = await open()
    expect((await store.undo()).outcome).toMatchObject({ kind: 'error', error: { code: 'nothing' } })
    expect(store.saveState.kind).toBe('saved')
  })

  it('asks main nothing where nothing changes or the edit makes no sense', async () => {
    const store = await open()
    const before = bridge.calls.length
    expect(await store.dispatch(call('H200'))).toEqual({ kind: 'done' })
    expect(await store.dispatch(date('soon'))).toMatchObject({ kind: 'problem', problem: { code: 'bad-date' } })
    expect(await store.dispatch(() => fail({ code: 'not-found', detail: 'x' }))).toMatchObject({ kind: 'problem' })
    expect(bridge.calls.length).toBe(before)
    expect(store.saveState.kind).toBe('saved')
  })

  it('changes nothing on screen when the disk refuses, says so, and saves the next edit', async () => {
    const store = await open()
    bridge.refuseNext('workspace:commit', 'storage')
    expect(await store.dispatch(call('Lost'))).toMatchObject({ kind: 'error', error: { code: 'storage' } })
    expect([nameOf(store), store.saveState.kind]).toEqual(['H200', 'failed'])
    await store.dispatch(call('Kept'))
    expect([nameOf(store), store.saveState.kind]).toEqual(['Kept', 'saved'])
  })

  it('takes the newest document when the record changed meanwhile', async () => {
    const store = await open()
    bridge.store.commit({
      label: { action: 'rename', subject: { en: 'H200', 'zh-Hant': 'H200' } },
      edits: { h200: { from: aChip(), to: aChip({ name: { en: 'Elsewhere', 'zh-Hant': 'H200' } }) } },
    })
    expect(await store.dispatch(call('Mine'))).toMatchObject({ kind: 'error', error: { code: 'stale' } })
    expect(nameOf(store)).toBe('Elsewhere')
    expect(await store.dispatch(call('Mine'))).toEqual({ kind: 'done' })
    expect(nameOf(store)).toBe('Mine')
  })

  it('gives main whole records, no proxies', async () => {
    const store = await open()
    const note = { target: 'h200', text: '備註', newId: 'note-1', now: '2026-01-01T00:00:00Z' }
    expect(await store.dispatch((document) => writeNote(document, note))).toEqual({ kind: 'done' })
    expect(store.document.records.get('note-1')).toMatchObject({ type: 'annotation', text: '備註' })
  })

  it('knows a workspace that takes no edits, and what main says of the file', async () => {
    const notice = { code: 'newer-version', file: '/w.tapeline', detail: 'version 9' } as const
    const store = await open({ readOnly: true, notices: [notice] })
    expect([store.canEdit, store.notices]).toEqual([false, [notice]])
    store.addNotice({ ...notice, detail: 'again' })
    expect(store.notices.map(({ detail }) => detail)).toEqual(['again'])
  })
})
