import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documentOfParts, type PlacedRecords } from '../../domain/model/placed-records'
import type { TapelineRecord } from '../../domain/model/record'
import { aChip, anEvent, anOrganisation } from '../../testing/builders'
import { createWorkspaceFile } from '../store/create-workspace-file'
import type { DocumentStore } from '../store/document-store'
import { MemoryStore } from '../store/memory-store'
import { openWorkspaceFile } from '../store/open-workspace-file'
import { workspaceHandlers } from './workspace'

const EVENTS = 20_000
const ROOM = { totalBytes: 16e9, freeBytes: 8e9 }

/** Chips and makers stand at the very end: what they are must be known from the first picture on. */
const records: TapelineRecord[] = [
  ...Array.from({ length: EVENTS }, (_, n) => anEvent({ id: `event-${String(n)}` })),
  anOrganisation(),
  aChip(),
]

let folder = ''
let stores: DocumentStore[] = []
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-parts-'))
})
afterAll(() => {
  for (const store of stores) store.close()
  rmSync(folder, { recursive: true })
})

function openFile(name: string): DocumentStore {
  const file = join(folder, name)
  createWorkspaceFile(file, records)
  const opened = openWorkspaceFile(file, { clock: () => 0, onTrouble: () => undefined })
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
  stores = [...stores, opened.store]
  return opened.store
}

const inMemory = (): DocumentStore => new MemoryStore(records, { clock: () => 0 })

const handle = (store: DocumentStore, memory = ROOM) =>
  workspaceHandlers({
    opened: Promise.resolve({ store, shows: 'file', notices: [] }),
    onHistory: () => undefined,
    memory: () => memory,
  })

async function begin(handlers: ReturnType<typeof handle>) {
  const reply = await handlers['workspace:open']({})
  if (!reply.ok || reply.value.toCome === null) throw new Error('came whole')
  const { recordsText, toCome } = reply.value
  return { toCome, first: placed(recordsText, toCome.placesText) }
}

const placed = (recordsText: string, placesText: string): PlacedRecords => ({
  records: JSON.parse(recordsText) as TapelineRecord[],
  places: JSON.parse(placesText) as number[],
})

async function mustGet(handlers: ReturnType<typeof handle>, reading: number, part: number) {
  const reply = await handlers['workspace:part']({ reading, part })
  if (!reply.ok) throw new Error(reply.error.message)
  return reply.value
}

async function readAll(handlers: ReturnType<typeof handle>) {
  const { first, toCome } = await begin(handlers)
  const parts = [first]
  for (let part = 1; ; part += 1) {
    const { recordsText, placesText, done, isLast, notices } = await mustGet(handlers, toCome.reading, part)
    parts.push(placed(recordsText, placesText))
    if (isLast) return { parts, done, toCome, notices }
  }
}

describe.each([
  ['a file', openFile],
  ['memory', inMemory],
])('a large document in %s', (name, open) => {
  it('comes in parts that together are the document, in its order', async () => {
    const { parts, done, toCome } = await readAll(handle(open(`${name} whole.tapeline`)))
    expect(parts.length).toBeGreaterThan(3)
    expect([done, toCome.total]).toEqual([records.length, records.length])
    expect([...documentOfParts(parts).records.values()]).toEqual(records)
  })

  it('comes first with all that is no event, and events from all over it', async () => {
    const { first } = await begin(handle(open(`${name} first.tapeline`)))
    expect(first.records.slice(-2)).toEqual(records.slice(-2))
    const gaps = first.places.slice(1, -2).map((place, at) => place - (first.places[at] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(3 * (EVENTS / 4_000))
    expect(first.records.length).toBeLessThan(records.length / 2)
    // Whatever comes round in them is seen as often as it is there.
    for (const period of [2, 4, 5, 12, 25])
      for (let at = 0; at < period; at += 1)
        expect(first.places.filter((place) => place % period === at).length).toBeGreaterThan(2_000 / period)
  })

  it('is refused further once it was edited, or opened anew, and then comes whole again', async () => {
    const store = open(`${name} stale.tapeline`)
    const handlers = handle(store)
    const { toCome } = await begin(handlers)
    await mustGet(handlers, toCome.reading, 1)
    const [from] = records
    if (from?.type !== 'event') throw new Error('no event')
    const to = { ...from, name: { en: 'Another', 'zh-Hant': '另一' } }
    const label = { action: 'rename', subject: from.name } as const
    expect(await handlers['workspace:commit']({ change: { label, edits: { [from.id]: { from, to } } } })).toMatchObject(
      {
        ok: true,
      },
    )
    expect(await handlers['workspace:part']({ reading: toCome.reading, part: 2 })).toMatchObject({
      error: { code: 'stale' },
    })
    const { parts } = await readAll(handlers)
    expect([...documentOfParts(parts).records.values()]).toEqual([to, ...records.slice(1)])
    expect(await handlers['workspace:part']({ reading: toCome.reading, part: 2 })).toMatchObject({
      error: { code: 'stale' },
    })
  })

  it('gives the last part twice, and none out of its turn', async () => {
    const handlers = handle(open(`${name} turn.tapeline`))
    const { toCome } = await begin(handlers)
    const once = await mustGet(handlers, toCome.reading, 1)
    expect(await mustGet(handlers, toCome.reading, 1)).toEqual(once)
    await mustGet(handlers, toCome.reading, 2)
    for (const part of [1, 4, 90])
      expect(await handlers['workspace:part']({ reading: toCome.reading, part })).toMatchObject({
        error: { code: 'stale' },
      })
    expect((await mustGet(handlers, toCome.reading, 3)).done).toBeGreaterThan(once.done)
  })
})

describe('a large document', () => {
  it('names what could not be read with its last part, and counts it', async () => {
    const problem = { code: 'damaged', record: 'event-x', detail: 'its checksum differs' } as const
    const { done, notices, toCome } = await readAll(
      handle(new MemoryStore(records, { clock: () => 0, problems: [problem] })),
    )
    expect([done, toCome.total]).toEqual([records.length + 1, records.length + 1])
    expect(notices).toEqual([{ code: 'unreadable-records', file: '', detail: 'event-x: its checksum differs' }])
  })

  it('comes evenly where much else than events is in it', async () => {
    const sources = Array.from({ length: 9_000 }, (_, n) => anOrganisation({ id: `maker-${String(n)}` }))
    const { parts } = await readAll(handle(new MemoryStore([...sources, ...records], { clock: () => 0 })))
    expect(parts[0]?.records.length).toBeLessThan(6_000)
    expect(parts[0]?.records.at(-1)?.type).not.toBe('organisation')
    expect([...documentOfParts(parts).records.keys()]).toEqual([...sources, ...records].map(({ id }) => id))
  })

  it('of few records comes whole, with no part to ask for', async () => {
    const reply = await handle(new MemoryStore(records.slice(-500), { clock: () => 0 }))['workspace:open']({})
    expect(reply).toMatchObject({ ok: true, value: { toCome: null, recordsText: JSON.stringify(records.slice(-500)) } })
  })

  it('that is more than the memory takes comes with a sample and the figures, and with no more', async () => {
    const many = Array.from({ length: 160_000 }, (_, n) => anEvent({ id: `event-${String(n)}` }))
    const store = new MemoryStore(many, { clock: () => 0 })
    const { first, toCome } = await begin(handle(store, { totalBytes: 4e9, freeBytes: 0.3e9 }))
    expect(toCome.tooLarge).toMatchObject({ limit: 'free-memory', roomBytes: 0.3e9 })
    expect(toCome.total).toBe(160_000)
    expect(first.records.length).toBeLessThan(5_000)
    expect((await begin(handle(store))).toCome.tooLarge).toBeNull()
  })
})
