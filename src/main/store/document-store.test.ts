import fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Change } from '../../domain/change/change'
import type { TapelineRecord } from '../../domain/model/record'
import { LOG_LIMIT, MERGE_WINDOW_MS } from './change-log'
import { createWorkspaceFile } from './create-workspace-file'
import type { DocumentStore } from './document-store'
import { MemoryStore } from './memory-store'
import { openWorkspaceFile } from './open-workspace-file'
import { organisation, renaming } from './store-fixtures'

const NVIDIA = organisation('nvidia', 'NVIDIA')
const AMD = organisation('amd', 'AMD')
const HUAWEI = organisation('huawei', 'Huawei')

let now = 0
const clock = () => now
let name: string | null = null
const author = () => name

interface Workbench {
  readonly store: DocumentStore
  /** Closes and opens again; what lives in memory only stays as it is. */
  reopen(): DocumentStore
  dispose(): void
}

function memoryBench(records: TapelineRecord[]): Workbench {
  const store = new MemoryStore(records, { clock, author })
  return { store, reopen: () => store, dispose: () => store.close() }
}

function sqliteBench(records: TapelineRecord[]): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'tapeline-store-'))
  const file = join(folder, 'work.tapeline')
  createWorkspaceFile(file, records)
  const open = (): DocumentStore => {
    const opened = openWorkspaceFile(file, {
      clock,
      author,
      onTrouble: (trouble) => {
        throw new Error(trouble.detail)
      },
    })
    if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
    return opened.store
  }
  let store = open()
  return {
    store,
    reopen() {
      store.close()
      store = open()
      return store
    },
    dispose() {
      store.close()
      rmSync(folder, { recursive: true })
    },
  }
}

const BENCHES = [
  ['memory', memoryBench],
  ['SQLite', sqliteBench],
] as const

describe.each(BENCHES)('a document store in %s', (_name, makeBench) => {
  let bench: Workbench
  let store: DocumentStore

  beforeEach(() => {
    now = 1_000_000
    name = 'ada'
    bench = makeBench([NVIDIA, AMD])
    store = bench.store
  })
  afterEach(() => bench.dispose())

  const renamed = (from: TapelineRecord, to: string): TapelineRecord =>
    ({ ...from, name: { en: to, 'zh-Hant': to } }) as TapelineRecord
  const records = () => store.records().records
  const accept = (change: Change) => expect(store.commit(change)).toMatchObject({ ok: true })

  it('gives back its records in their order', () => {
    expect(store.records()).toEqual({ records: [NVIDIA, AMD], problems: [], damagedSteps: [] })
    expect(store.history()).toEqual({ revision: 0, undo: null, redo: null })
  })

  it('writes, creates and deletes, and keeps the place of what it changes', () => {
    const changed = renamed(NVIDIA, 'Nvidia')
    const change: Change = {
      label: { action: 'edit', subject: NVIDIA.name },
      edits: {
        nvidia: { from: NVIDIA, to: changed },
        amd: { from: AMD, to: null },
        huawei: { from: null, to: HUAWEI },
      },
    }
    expect(store.commit(change)).toEqual({
      ok: true,
      value: { revision: 1, undo: { action: 'edit', subject: NVIDIA.name }, redo: null },
    })
    expect(records()).toEqual([changed, HUAWEI])
    store = bench.reopen()
    expect(records()).toEqual([changed, HUAWEI])
  })

  it('refuses a change that does not fit the record, and leaves everything as it was', () => {
    const stale = renaming(renamed(NVIDIA, 'Other'), 'Third')
    const both: Change = { ...stale, edits: { ...renaming(AMD, 'A').edits, ...stale.edits } }
    expect(store.commit(both)).toMatchObject({ ok: false, error: { code: 'stale', path: 'nvidia' } })
    expect(records()).toEqual([NVIDIA, AMD])
    expect(store.history()).toEqual({ revision: 0, undo: null, redo: null })
  })

  it('refuses to create what is there and to change what is not', () => {
    const label = { action: 'create', subject: AMD.name } as const
    expect(store.commit({ label, edits: { amd: { from: null, to: AMD } } })).toMatchObject({ error: { code: 'stale' } })
    expect(store.commit({ label, edits: { huawei: { from: HUAWEI, to: null } } })).toMatchObject({
      error: { code: 'stale' },
    })
  })

  it.each([
    ['no change at all', null],
    ['no edits', { label: { action: 'edit', subject: { en: 'a', 'zh-Hant': 'a' } }, edits: {} }],
    [
      'a record of no known type',
      { ...renaming(AMD, 'A'), edits: { amd: { from: AMD, to: { ...AMD, type: 'spy' } } } },
    ],
    ['a record under another id', { ...renaming(AMD, 'A'), edits: { nvidia: { from: null, to: AMD } } }],
  ])('refuses %s as invalid', (_what, change) => {
    expect(store.commit(change)).toMatchObject({ ok: false, error: { code: 'invalid' } })
    expect(records()).toEqual([NVIDIA, AMD])
  })

  it('takes fields in any order and an undefined one as absent', () => {
    const { id, ...rest } = AMD
    const from = { ...rest, summary: undefined, id } as unknown as TapelineRecord
    accept({ ...renaming(AMD, 'A'), edits: { amd: { from, to: renamed(AMD, 'A') } } })
  })

  it('undoes and redoes, over a restart', () => {
    accept(renaming(NVIDIA, 'One'))
    accept(renaming(renamed(NVIDIA, 'One'), 'Two'))
    store = bench.reopen()
    expect(store.undo()).toMatchObject({ ok: true, value: { history: { revision: 3 } } })
    expect(records()[0]).toEqual(renamed(NVIDIA, 'One'))
    store = bench.reopen()
    expect(store.history()).toMatchObject({ revision: 3, undo: { action: 'rename' }, redo: { action: 'rename' } })
    store.undo()
    expect(records()).toEqual([NVIDIA, AMD])
    expect(store.undo()).toMatchObject({ ok: false, error: { code: 'nothing' } })
    store.redo()
    const redone = store.redo()
    expect(redone).toMatchObject({ value: { applied: { edits: { nvidia: { to: renamed(NVIDIA, 'Two') } } } } })
    expect(records()[0]).toEqual(renamed(NVIDIA, 'Two'))
    expect(store.redo()).toMatchObject({ ok: false, error: { code: 'nothing' } })
  })

  it('drops what was undone when a new change comes', () => {
    accept(renaming(NVIDIA, 'One'))
    store.undo()
    accept(renaming(AMD, 'A'))
    expect(store.history().redo).toBeNull()
    store.undo()
    expect(store.undo()).toMatchObject({ error: { code: 'nothing' } })
  })

  const typing = (from: TapelineRecord, to: string): Change => ({ ...renaming(from, to), mergeKey: 'rename:nvidia:en' })

  it('joins typing in one field into one step', () => {
    accept(typing(NVIDIA, 'N'))
    now += MERGE_WINDOW_MS
    accept(typing(renamed(NVIDIA, 'N'), 'Nv'))
    expect(store.history().revision).toBe(2)
    expect(store.undo()).toMatchObject({ value: { history: { undo: null } } })
    expect(records()[0]).toEqual(NVIDIA)
    store.redo()
    expect(records()[0]).toEqual(renamed(NVIDIA, 'Nv'))
  })

  it('does not join after a pause, when the clock was set back, or after an undo', () => {
    accept(typing(NVIDIA, 'N'))
    now += MERGE_WINDOW_MS + 1
    accept(typing(renamed(NVIDIA, 'N'), 'Nv'))
    now -= 10
    accept(typing(renamed(NVIDIA, 'Nv'), 'Nvi'))
    store.undo()
    accept(typing(renamed(NVIDIA, 'Nv'), 'NV'))
    store.undo()
    expect(records()[0]).toEqual(renamed(NVIDIA, 'Nv'))
    store.undo()
    expect(records()[0]).toEqual(renamed(NVIDIA, 'N'))
  })

  it('says who made a step, and joins no typing of two people', () => {
    accept(typing(NVIDIA, 'N'))
    accept(typing(renamed(NVIDIA, 'N'), 'Nv'))
    name = '王小明'
    accept(typing(renamed(NVIDIA, 'Nv'), 'Nvi'))
    name = null
    store.undo()
    store = bench.reopen()
    const page = store.steps({ before: null, limit: 9 })
    expect(page.ok && page.value.steps.map((step) => [step.author, step.undone])).toEqual([
      ['王小明', true],
      ['ada', false],
    ])
    expect(store.step(2)).toMatchObject({ value: { author: '王小明' } })
    store.redo()
    accept(renaming(AMD, 'A'))
    expect(store.steps({ before: null, limit: 1 })).toMatchObject({ value: { steps: [{ author: null }] } })
  })

  it('forgets a step whose typing came back to where it began', () => {
    accept(typing(NVIDIA, 'N'))
    accept(typing(renamed(NVIDIA, 'N'), NVIDIA.name.en))
    expect(store.history()).toEqual({ revision: 2, undo: null, redo: null })
  })

  it('keeps the newest steps only', { timeout: 60_000 }, () => {
    let current: TapelineRecord = NVIDIA
    for (let n = 0; n < LOG_LIMIT.steps + 5; n += 1) {
      accept(renaming(current, String(n)))
      current = renamed(NVIDIA, String(n))
    }
    let steps = 0
    while (store.undo().ok) steps += 1
    expect(steps).toBe(LOG_LIMIT.steps)
    expect(records()[0]).toEqual(renamed(NVIDIA, '4'))
  })

  it('keeps at most 32 MB of steps, and a longer one as the only one', { timeout: 60_000 }, () => {
    const steps = () => {
      const page = store.steps({ before: null, limit: 50 })
      return page.ok ? page.value.steps.map(({ content }) => content?.records) : []
    }
    const creating = (prefix: string, count: number): Change => ({
      label: { action: 'import', subject: AMD.name },
      edits: Object.fromEntries(
        Array.from({ length: count }, (_, n) => {
          const record = organisation(`${prefix}-${String(n)}`, '晶'.repeat(5_000))
          return [record.id, { from: null, to: record }]
        }),
      ),
    })
    // 12 MB each in UTF-8, a third of that in characters: it is bytes that count.
    for (const prefix of ['a', 'b', 'c']) accept(creating(prefix, 400))
    expect(steps()).toEqual([400, 400])
    accept(creating('d', 1100))
    expect(steps()).toEqual([1100])
    store = bench.reopen()
    expect(store.undo()).toMatchObject({ ok: true, value: { history: { undo: null } } })
    expect(store.redo().ok).toBe(true)
    accept(renaming(NVIDIA, 'N'))
    expect(steps()).toEqual([1])
    expect(records()).toHaveLength(2 + 3 * 400 + 1100)
  })

  it('takes an import of 100,000 records as one step, gone and back with one undo', { timeout: 120_000 }, () => {
    const many = Array.from({ length: 100_000 }, (_, n) => organisation(`o-${String(n)}`, 'x'.repeat(330)))
    const edits = Object.fromEntries(many.map((record) => [record.id, { from: null, to: record }]))
    const change: Change = { label: { action: 'import', subject: AMD.name }, edits }
    expect(JSON.stringify(edits).length).toBeGreaterThan(75_000_000)
    accept(change)
    store = bench.reopen()
    expect(records()).toHaveLength(100_002)
    expect(store.steps({ before: null, limit: 5 })).toMatchObject({
      value: { steps: [{ content: { records: 100_000 } }] },
    })
    expect(store.undo().ok).toBe(true)
    expect(records()).toEqual([NVIDIA, AMD])
    store = bench.reopen()
    expect(store.redo().ok).toBe(true)
    expect(records().at(-1)).toEqual(many.at(-1))
  })

  it('keeps what was typed and not saved, apart from the document and its history', () => {
    expect(store.writeDraft({ key: 'form:h200', body: '{"name":"H2' }).ok).toBe(true)
    now += 5
    expect(store.writeDraft({ key: 'note:amd', body: '台積電\ud800' }).ok).toBe(true)
    expect(store.writeDraft({ key: 'form:h200', body: '{"name":"H20"}' }).ok).toBe(true)
    store = bench.reopen()
    expect(store.drafts()).toMatchObject({
      ok: true,
      value: [
        { key: 'form:h200', madeAt: now, body: '{"name":"H20"}' },
        { key: 'note:amd', madeAt: now, body: expect.stringMatching(/^台積電/) as string },
      ],
    })
    expect(store.history()).toEqual({ revision: 0, undo: null, redo: null })
    expect(store.dropDraft('form:h200').ok && store.dropDraft('never there').ok).toBe(true)
    expect(store.drafts()).toMatchObject({ value: [{ key: 'note:amd' }] })
  })

  it('after any history, undoing all gives the first document and redoing all the last', { timeout: 60_000 }, () => {
    const command = fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          id: fc.constantFrom('nvidia', 'amd', 'huawei'),
          name: fc.constantFrom('a', 'b', null),
          key: fc.boolean(),
        }),
      },
      fc.constantFrom('undo' as const, 'redo' as const),
    )
    fc.assert(
      fc.property(fc.array(command, { maxLength: 25 }), (commands) => {
        const own = makeBench([NVIDIA, AMD])
        try {
          const byId = (stored: DocumentStore) => new Map(stored.records().records.map((record) => [record.id, record]))
          for (const step of commands) {
            if (step === 'undo') own.store.undo()
            else if (step === 'redo') own.store.redo()
            else {
              const from = byId(own.store).get(step.id) ?? null
              const to = step.name === null ? null : organisation(step.id, step.name)
              if (from === null && to === null) continue
              const label = { action: 'edit', subject: AMD.name } as const
              const merge = step.key ? { mergeKey: step.id } : {}
              expect(own.store.commit({ label, ...merge, edits: { [step.id]: { from, to } } }).ok).toBe(true)
            }
          }
          while (own.store.redo().ok);
          const last = byId(own.store)
          while (own.store.undo().ok);
          expect(byId(own.store)).toEqual(
            new Map([
              ['nvidia', NVIDIA],
              ['amd', AMD],
            ]),
          )
          while (own.store.redo().ok);
          expect(byId(own.store)).toEqual(last)
        } finally {
          own.dispose()
        }
      }),
      { numRuns: 40 },
    )
  })
})

it('a read-only store takes no edits and has nothing to undo', () => {
  const store = new MemoryStore([NVIDIA], { clock, readOnly: true, file: '/a/b.tapeline' })
  expect(store.commit(renaming(NVIDIA, 'N'))).toMatchObject({ ok: false, error: { code: 'read-only' } })
  expect(store.undo()).toMatchObject({ ok: false, error: { code: 'read-only' } })
  expect(store.records().records).toEqual([NVIDIA])
})
