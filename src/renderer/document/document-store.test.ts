import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { redate, rename, writeNote } from '../../domain/change/commands'
import { fail } from '../../domain/model/problem'
import { aChip, anEvent, anOrganisation, aSource } from '../../testing/builders'
import { eventually } from '../../testing/eventually'
import { memoryBridge, type MemoryBridge, type MemoryBridgeOptions } from '../../testing/memory-bridge'
import { connect } from './client'
import { isComing } from './arrival'
import { useDocumentStore, type Command } from './document-store'

const call =
  (text: string): Command =>
  (document) =>
    rename(document, { id: 'h200', locale: 'en', text })
const date =
  (text: string): Command =>
  (document) =>
    redate(document, { id: 'h200', field: 'available', text })

/** More than come in one answer. */
const MANY = Array.from({ length: 12_000 }, (_, n) => anEvent({ id: `event-${String(n)}` }))

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

  describe('of a large workspace', () => {
    let whenIdle: (() => void)[] = []
    beforeEach(() => {
      whenIdle = []
      vi.stubGlobal('requestIdleCallback', (work: () => void) => whenIdle.push(work))
    })
    afterEach(() => {
      vi.unstubAllGlobals()
    })
    /** Lets the page be idle until nothing more comes by itself. */
    const settle = (store: ReturnType<typeof useDocumentStore>): Promise<void> =>
      eventually(() => {
        for (const work of whenIdle.splice(0)) work()
        expect(store.arrival !== null && isComing(store.arrival)).toBe(false)
      })
    async function openLarge(options: MemoryBridgeOptions = {}) {
      bridge = memoryBridge([aChip(), ...MANY, anOrganisation(), aSource()], options)
      connect(bridge)
      const store = useDocumentStore()
      await store.open()
      return store
    }
    const ids = ['h200', ...MANY.map(({ id }) => id), 'nvidia', 'a-source']

    it('shows some of it at once, and takes edits when all of it is in, in its order', async () => {
      const store = await openLarge()
      expect(store.status).toBe('ready')
      expect(store.document.records.size).toBeLessThan(ids.length / 2)
      expect(store.document.records.has('nvidia')).toBe(true)
      expect([store.arrival?.state, store.arrival?.total, store.canEdit]).toEqual(['running', ids.length, false])
      const early = [...store.document.records.values()].find(({ type }) => type === 'event')
      if (early === undefined) throw new Error('no event')
      await settle(store)
      expect([store.arrival, store.canEdit]).toEqual([null, true])
      expect([...store.document.records.keys()]).toEqual(ids)
      expect(store.document.records.get(early.id)).toBe(early)
      expect(await store.dispatch(call('H200 SXM'))).toEqual({ kind: 'done' })
    })

    it('refuses edits, undo and restoring until then, and asks main nothing', async () => {
      const store = await openLarge()
      const before = bridge.calls.length
      const refused = { kind: 'error', error: { code: 'partial' } }
      expect(await store.dispatch(call('H200 SXM'))).toMatchObject(refused)
      expect((await store.undo()).outcome).toMatchObject(refused)
      expect(await store.restoreVersion('x')).toMatchObject(refused)
      expect(bridge.calls.length).toBe(before)
    })

    it('stops, goes on, and never takes the parts of two openings for one', async () => {
      const store = await openLarge()
      store.stopLoading()
      await settle(store)
      expect([store.arrival?.state, store.canEdit]).toEqual(['stopped', false])
      store.goOn()
      // Meanwhile another program of this window's asks anew, and the document is edited.
      const [from] = MANY
      if (from === undefined) throw new Error('no event')
      const to = { ...from, name: { en: 'Elsewhere', 'zh-Hant': '別處' } }
      const label = { action: 'rename', subject: from.name } as const
      bridge.store.commit({ label, edits: { [from.id]: { from, to } } })
      await settle(store)
      expect(store.arrival).toBeNull()
      expect([...store.document.records.keys()]).toEqual(ids)
      expect(store.document.records.get(from.id)).toEqual(to)
      expect(store.history.revision).toBe(1)
    })

    it('says so when main fails, and goes on when asked', async () => {
      const store = await openLarge()
      bridge.refuseNext('workspace:part', 'internal')
      await settle(store)
      expect(store.arrival).toMatchObject({ state: 'failed', error: { code: 'internal' } })
      store.goOn()
      await settle(store)
      expect([store.arrival, store.document.records.size]).toEqual([null, ids.length])
    })
  })
})
