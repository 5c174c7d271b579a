import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { documentAt } from '../../domain/change/restore'
import { documentOf, type Document } from '../../domain/model/document'
import { createWorkspaceFile } from './create-workspace-file'
import type { DocumentStore } from './document-store'
import { MemoryStore } from './memory-store'
import { openWorkspaceFile } from './open-workspace-file'
import { organisation, renaming } from './store-fixtures'

const NVIDIA = organisation('nvidia', 'Start')
const folder = mkdtempSync(join(tmpdir(), 'tapeline-steps-'))
const file = join(folder, 'work.tapeline')
let now = 1_000

function openFile(): DocumentStore {
  const opened = openWorkspaceFile(file, { clock: () => now, onTrouble: () => undefined })
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
  return opened.store
}

const MAKERS = [
  ['memory', () => new MemoryStore([NVIDIA], { clock: () => now })],
  [
    'SQLite',
    () => {
      createWorkspaceFile(file, [NVIDIA])
      return openFile()
    },
  ],
] as const

describe.each(MAKERS)('the steps of a log in %s', (_name, make) => {
  let store: DocumentStore
  const names = ['Start', 'a', 'b', 'c', 'd', 'e']
  /** The document after each step, by the number of steps. */
  const states: Document[] = names.map((name) => documentOf([organisation('nvidia', name)]))

  beforeEach(() => {
    now = 1_000
    store = make()
    for (const [at, name] of names.entries()) {
      if (at === 0) continue
      now += 1_000
      store.commit(renaming(organisation('nvidia', names[at - 1] ?? ''), name))
    }
  })
  afterEach(() => {
    store.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
  })

  const page = (before: number | null = null, limit = 60) => {
    const reply = store.steps({ before, limit })
    if (!reply.ok) throw new Error(reply.error.message)
    return reply.value
  }

  it('come newest first, page by page, with their time and number of records', () => {
    const first = page(null, 2)
    expect(first).toMatchObject({ revision: 5, more: true })
    expect(first.steps.map(({ madeAt }) => madeAt)).toEqual([6_000, 5_000])
    expect(first.steps[0]).toMatchObject({
      undone: false,
      merges: false,
      content: { label: { action: 'rename', subject: { en: 'd', 'zh-Hant': 'd' } }, records: 1 },
    })
    const rest = page(first.steps.at(-1)?.seq ?? null, 60)
    expect(rest.more).toBe(false)
    expect(rest.steps.map(({ madeAt }) => madeAt)).toEqual([4_000, 3_000, 2_000])
  })

  it('say what is undone, and forget it when a new edit comes', () => {
    store.undo()
    store.undo()
    expect(page().steps.map(({ undone }) => undone)).toEqual([true, true, false, false, false])
    store.commit({ ...renaming(organisation('nvidia', 'c'), 'x'), mergeKey: 'rename' })
    expect(page().steps).toHaveLength(4)
    expect(page().steps[0]).toMatchObject({ undone: false, merges: true, content: { label: { subject: { en: 'c' } } } })
    // Joined by typing: the same step, a longer change.
    store.commit({ ...renaming(organisation('nvidia', 'x'), 'xy'), mergeKey: 'rename' })
    expect(page().steps).toHaveLength(4)
  })

  it('lead to every state from every place of the cursor, on both sides', () => {
    for (let undone = 0; undone <= 5; undone += 1) {
      const present = states[5 - undone]
      if (present === undefined) throw new Error('a state')
      for (const [at, { seq }] of page().steps.toReversed().entries())
        for (const side of ['before', 'after'] as const) {
          const reply = store.wayTo({ seq, side })
          if (!reply.ok) throw new Error(reply.error.message)
          expect(documentAt(present, reply.value.changesBack)).toEqual(states[side === 'before' ? at : at + 1])
        }
      store.undo()
    }
  })

  it('are given whole, and missed with a word', () => {
    const [newest] = page().steps
    expect(store.step(newest?.seq ?? 0)).toMatchObject({
      ok: true,
      value: { change: renaming(organisation('nvidia', 'd'), 'e') },
    })
    expect(store.step(999)).toMatchObject({ ok: false, error: { code: 'nothing' } })
    expect(store.wayTo({ seq: 999, side: 'after' })).toMatchObject({ ok: false, error: { code: 'nothing' } })
  })

  it('are listed when they cannot be read, and bar the way', () => {
    if (store.file === null) return
    const [, , damaged] = page().steps
    store.close()
    const db = new DatabaseSync(file)
    db.prepare(`UPDATE change SET edits = '{"nvidia":' WHERE seq = ?`).run(damaged?.seq ?? 0)
    db.close()
    store = openFile()
    const { steps } = page()
    expect(steps.map(({ content }) => content === null)).toEqual([false, false, true, false, false])
    expect(store.step(damaged?.seq ?? 0)).toMatchObject({ error: { code: 'corrupt' } })
    expect(store.wayTo({ seq: steps[1]?.seq ?? 0, side: 'before' })).toMatchObject({ ok: true })
    expect(store.wayTo({ seq: steps[3]?.seq ?? 0, side: 'after' })).toMatchObject({ error: { code: 'corrupt' } })
  })
})
