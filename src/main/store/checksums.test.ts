import { DatabaseSync } from '@photostructure/sqlite'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWorkspaceFile } from './create-workspace-file'
import type { DocumentStore } from './document-store'
import { openWorkspaceFile } from './open-workspace-file'
import { organisation, renaming } from './store-fixtures'

const NVIDIA = organisation('nvidia', 'NVIDIA')
const AMD = organisation('amd', 'AMD')
const ARM = organisation('arm', 'ARM')

let folder = ''
let file = ''
let open: DocumentStore[] = []

function openStore(): DocumentStore {
  const opened = openWorkspaceFile(file, { clock: () => 5, author: () => 'ada', onTrouble: () => undefined })
  if (opened.kind !== 'open' || opened.notice !== null) throw new Error(JSON.stringify(opened))
  open.push(opened.store)
  return opened.store
}

/** Changes the file as decay would: without a word to the checksums. */
function decay(sql: string): void {
  for (const store of open) store.close()
  const db = new DatabaseSync(file)
  db.exec(sql)
  db.close()
}
const cell = (sql: string): unknown => {
  const db = new DatabaseSync(file, { readOnly: true })
  const row: unknown = db.prepare(sql).get()
  db.close()
  return row === undefined ? undefined : Object.values(row as object)[0]
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-checksums-'))
  file = join(folder, 'work.tapeline')
  open = []
  createWorkspaceFile(file, [NVIDIA, AMD, ARM])
})
afterEach(() => {
  for (const store of open) store.close()
  rmSync(folder, { recursive: true })
})

describe('a record whose row is not what was written', () => {
  it.each([
    ['a letter of its text', `UPDATE record SET body = replace(body, 'AMD', 'AMd') WHERE id = 'amd'`],
    ['its id, in both places', `UPDATE record SET id = 'amx', body = replace(body, '"amd"', '"amx"') WHERE id = 'amd'`],
    ['its place in the order', `UPDATE record SET position = 9 WHERE id = 'amd'`],
    ['its checksum', `UPDATE record SET checksum = checksum + 1 WHERE id = 'amd'`],
  ])('%s: it is named and not shown', (_what, sql) => {
    decay(sql)
    const { records, problems } = openStore().records()
    expect(records).toEqual([NVIDIA, ARM])
    expect(problems).toMatchObject([{ code: 'damaged', record: /amx/.test(sql) ? 'amx' : 'amd' }])
  })

  it('two texts that changed places are both found', () => {
    decay(`CREATE TEMP TABLE t AS SELECT * FROM record;
      UPDATE record SET type = 'organisation', body = (SELECT body FROM t WHERE id = 'arm'),
        checksum = (SELECT checksum FROM t WHERE id = 'arm') WHERE id = 'amd';
      UPDATE record SET body = (SELECT body FROM t WHERE id = 'amd'),
        checksum = (SELECT checksum FROM t WHERE id = 'amd') WHERE id = 'arm'`)
    const { records, problems } = openStore().records()
    expect(records).toEqual([NVIDIA])
    expect(problems.map(({ record }) => record)).toEqual(['amd', 'arm'])
  })

  it('takes no edit and stays in the file as it is; the others are edited', () => {
    decay(`UPDATE record SET body = replace(body, 'AMD', 'AMd') WHERE id = 'amd'`)
    const before = cell(`SELECT body FROM record WHERE id = 'amd'`)
    const store = openStore()
    expect(store.commit(renaming(AMD, 'A'))).toMatchObject({ ok: false, error: { code: 'corrupt', path: 'amd' } })
    expect(store.commit(renaming(organisation('amd', 'AMd'), 'A'))).toMatchObject({ error: { code: 'corrupt' } })
    const create = { label: { action: 'create', subject: AMD.name }, edits: { amd: { from: null, to: AMD } } }
    expect(store.commit(create)).toMatchObject({ error: { code: 'corrupt', path: 'amd' } })
    expect(store.commit(renaming(NVIDIA, 'N')).ok).toBe(true)
    store.close()
    expect(cell(`SELECT body FROM record WHERE id = 'amd'`)).toBe(before)
  })

  it('bars an undo that would touch it', () => {
    const store = openStore()
    store.commit(renaming(AMD, 'A'))
    decay(`UPDATE record SET body = replace(body, '"A"', '"B"') WHERE id = 'amd'`)
    expect(openStore().undo()).toMatchObject({ ok: false, error: { code: 'corrupt', path: 'amd' } })
  })
})

describe('a step whose row is not what was written', () => {
  beforeEach(() => {
    const store = openStore()
    store.commit(renaming(NVIDIA, 'a'))
    store.commit(renaming(organisation('nvidia', 'a'), 'b'))
    store.commit(renaming(organisation('nvidia', 'b'), 'c'))
    store.undo()
    store.close()
  })

  it.each([
    ['edits', `UPDATE change SET edits = replace(edits, '"a"', '"x"') WHERE seq = 2`],
    ['label', `UPDATE change SET label = replace(label, 'a', 'e') WHERE seq = 2`],
    ['author', `UPDATE change SET author = 'eve' WHERE seq = 2`],
    ['time', 'UPDATE change SET made_at = 6 WHERE seq = 2'],
    ['mark of undone', 'UPDATE change SET undone = 1 WHERE seq = 2'],
    ['key of merging', `UPDATE change SET merge_key = 'k' WHERE seq = 2`],
    ['number of records', 'UPDATE change SET records = 2 WHERE seq = 2'],
    ['number of rows', 'UPDATE change SET more = 1 WHERE seq = 2'],
  ])('%s: it is named, and undo and restoring stop at it', (_cell, sql) => {
    decay(sql)
    const store = openStore()
    expect(store.records()).toMatchObject({ problems: [], damagedSteps: [2] })
    const page = store.steps({ before: null, limit: 9 })
    expect(page.ok && page.value.steps.map(({ content }) => content === null)).toEqual([false, true, false])
    expect(store.undo()).toMatchObject({ ok: false, error: { code: 'corrupt' } })
    expect(store.step(2)).toMatchObject({ error: { code: 'corrupt' } })
    expect(store.wayTo({ seq: 1, side: 'before' })).toMatchObject({ error: { code: 'corrupt' } })
    expect(store.commit(renaming(AMD, 'A')).ok).toBe(true)
  })

  it('a mark of undone that moves the cursor is no way past it', () => {
    decay('UPDATE change SET undone = 0 WHERE seq = 3')
    const store = openStore()
    expect(store.redo()).toMatchObject({ ok: false })
    expect(store.undo()).toMatchObject({ ok: false, error: { code: 'corrupt' } })
  })
})

it('a draft whose row is not what was written is there, without its text', () => {
  const store = openStore()
  store.writeDraft({ key: 'note:amd', body: 'typed' })
  decay(`UPDATE draft SET body = 'tyqed'`)
  expect(openStore().drafts()).toEqual({ ok: true, value: [{ key: 'note:amd', madeAt: 5, body: null }] })
})

it('a part of a long step that is not what was written, or is gone, makes the step unreadable', () => {
  const store = openStore()
  const edits = Object.fromEntries(
    Array.from({ length: 600 }, (_, n) => {
      const record = organisation(`long-${String(n)}`, 'x'.repeat(5_000))
      return [record.id, { from: null, to: record }]
    }),
  )
  expect(store.commit({ label: { action: 'import', subject: AMD.name }, edits }).ok).toBe(true)
  store.close()
  expect(cell('SELECT count(*) FROM change_part')).toBeGreaterThan(0)
  decay(`UPDATE change_part SET edits = replace(edits, 'long-599', 'long-598')`)
  expect(openStore().records()).toMatchObject({ problems: [], damagedSteps: [1] })
  decay('DELETE FROM change_part')
  expect(openStore().undo()).toMatchObject({ ok: false, error: { code: 'corrupt' } })
})

it('keys with half a character or a NUL come back as they were kept', () => {
  const store = openStore()
  expect(store.commit({ ...renaming(NVIDIA, 'a'), mergeKey: 'k\0\ud800' }).ok).toBe(true)
  expect(store.records().damagedSteps).toEqual([])
  expect(store.commit({ ...renaming(organisation('nvidia', 'a'), 'b\ud800'), mergeKey: 'k\0\ud800' }).ok).toBe(true)
  expect(store.steps({ before: null, limit: 9 })).toMatchObject({ value: { steps: [{ content: { records: 1 } }] } })
})

it('a damaged counter begins again', () => {
  decay(`UPDATE meta SET value = '1x' WHERE key = 'revision'`)
  const store = openStore()
  expect(store.commit(renaming(NVIDIA, 'a'))).toMatchObject({ value: { revision: 1 } })
})
