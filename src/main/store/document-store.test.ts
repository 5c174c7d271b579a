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

interface Workbench {
  readonly store: DocumentStore
  /** Closes and opens again; what lives in memory only stays as it is. */
  reopen(): DocumentStore
  dispose(): void
}

function memoryBench(records: TapelineRecord[]): Workbench {
  const store = new MemoryStore(records, { clock })
  return { store, reopen: () => store, dispose: () => store.close() }
}

function sqliteBench(records: TapelineRecord[]): Workbench {
  const folder = mkdtempSync(join(tmpdir(), 'tapeline-store-'))
  const file = join(folder, 'work.tapeline')
  createWorkspaceFile(file, records)
  const open = (): DocumentStore => {
    const opened = openWorkspaceFile(file, {
      clock,
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
    bench = makeBench([NVIDIA, AMD])
    store = bench.store
  })
  afterEach(() => bench.dispose())

  const renamed = (from: TapelineRecord, to: string): TapelineRecord =>
    ({ ...from, name: { en: to, 'zh-Hant': to } }) as TapelineRecord
  const records = () => store.records().records
  const accept = (change: Change) => expect(store.commit(change)).toMatchObject({ ok: true })

  it('gives back its records in their order', () => {
    expect(store.records()).toEqual({ records: [NVIDIA, AMD], problems: [] })
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
