import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Versions } from '../backups/versions'
import { createWorkspaceFile } from '../create-workspace-file'
import type { DocumentStore } from '../document-store'
import { openWorkspaceFile } from '../open-workspace-file'
import { organisation, renaming } from '../store-fixtures'
import { readPages } from './damaged-pages'
import { copyNewestGoodBackup } from './good-backup'
import { salvageFile, salvageOpen } from './salvage-file'
import { walkTrees } from './walk-trees'

const PAGE = 4096
const RECORDS = Array.from({ length: 300 }, (_, n) => organisation(`o-${String(n)}`, 'x'.repeat(100 + n)))
const named = (n: number, name: string) => organisation(`o-${String(n)}`, name)
const original = (n: number) => RECORDS[n] ?? organisation('none', 'none')

let folder = ''
let file = ''
let open: DocumentStore[] = []

function openStore(path = file): DocumentStore {
  const opened = openWorkspaceFile(path, { clock: () => 9, author: () => 'ada', onTrouble: () => undefined })
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
  open.push(opened.store)
  return opened.store
}
const closeAll = () => {
  for (const store of open) store.close()
}
const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

function spoil(pages: readonly number[]): void {
  const bytes = readFileSync(file)
  for (const page of pages) bytes.fill(0xa5, (page - 1) * PAGE, page * PAGE)
  writeFileSync(file, bytes)
}
const pagesOf = (tree: string) => [
  ...new Set((walkTrees(readPages(file)).trees.get(tree)?.rows ?? []).map(({ page }) => page)),
]

function mustSalvage(path = file) {
  const before = sha(path)
  const reply = salvageFile(path, '2026-11-25')
  expect(sha(path)).toBe(before)
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.value
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-salvage-'))
  file = join(folder, '台積電 work.tapeline')
  open = []
  createWorkspaceFile(file, RECORDS)
})
afterEach(() => {
  closeAll()
  rmSync(folder, { recursive: true })
})

describe('the reader of damaged files', () => {
  it('reads of a whole file what SQLite reads of it, texts longer than a page too', () => {
    const store = openStore()
    store.commit(renaming(original(3), '長'.repeat(9_000)))
    store.undo()
    store.redo()
    store.close()
    const { trees, strays } = walkTrees(readPages(file))
    expect(strays).toEqual([])
    const db = new DatabaseSync(file, { readOnly: true })
    const rows = db.prepare('SELECT position, id, type, checksum, body FROM record ORDER BY position').all()
    db.close()
    expect(trees.get('record')?.rows.map(({ rowid, values }) => [rowid, ...values.slice(1)])).toEqual(
      rows.map((row) => Object.values(row as object) as unknown[]),
    )
  })
})

describe('salvage', () => {
  it.each(['record', 'sqlite_autoindex_record_1'])(
    'loses nothing of %s whose root is said to be one of its branches',
    (tree) => {
      const many = Array.from({ length: 1500 }, (_, n) => organisation(`many-${String(n)}`, 'x'.repeat(20)))
      file = join(folder, 'many.tapeline')
      createWorkspaceFile(file, many)
      const before = many.map(({ id }) => id)
      const leaf = pagesOf(tree)[1]
      const db = new DatabaseSync(file, { defensive: false })
      db.exec('PRAGMA writable_schema = ON')
      db.prepare('UPDATE sqlite_schema SET rootpage = ? WHERE name = ?').run(leaf ?? 0, tree)
      db.close()
      expect(walkTrees(readPages(file)).trees.get(tree)?.rows.length).toBeLessThan(before.length)
      const { records, file: salvaged } = mustSalvage()
      expect(records).toMatchObject({ saved: before.length, lost: [] })
      expect(
        openStore(salvaged)
          .records()
          .records.map(({ id }) => id),
      ).toEqual(before)
    },
  )

  it('brings records, steps and unsaved texts into a new file, and the damaged one stays', () => {
    const store = openStore()
    store.commit(renaming(original(0), 'a'))
    store.commit(renaming(original(1), 'b'))
    store.undo()
    store.writeDraft({ key: 'note:o-1', body: 'typed' })
    store.close()
    const [lost] = pagesOf('record').slice(-1)
    const onIt =
      walkTrees(readPages(file))
        .trees.get('record')
        ?.rows.filter(({ page }) => page === lost).length ?? 0
    spoil([lost ?? 0])
    const salvaged = mustSalvage()
    expect(basename(salvaged.file)).toBe('台積電 work (salvaged 2026-11-25).tapeline')
    expect(salvaged.records).toMatchObject({ saved: 300 - onIt, fromLog: 0, doubtful: [] })
    expect(salvaged.records.lost).toHaveLength(onIt)
    expect(salvaged.steps).toEqual({ saved: 2, lost: 0 })

    const again = openStore(salvaged.file)
    expect(again.records()).toMatchObject({ problems: [], damagedSteps: [] })
    expect(again.history()).toMatchObject({ revision: 3, undo: { action: 'rename' }, redo: { action: 'rename' } })
    expect(again.drafts()).toMatchObject({ value: [{ key: 'note:o-1', body: 'typed' }] })
    expect(again.redo().ok && again.undo().ok && again.undo().ok).toBe(true)
    expect(again.records().records[0]).toEqual(original(0))
  })

  it('takes from the log what is lost from the table, as it was last', () => {
    const store = openStore()
    store.commit(renaming(original(299), 'once'))
    store.commit(renaming(named(299, 'once'), 'last'))
    store.close()
    spoil(pagesOf('record').slice(-1))
    const { records, file: target } = mustSalvage()
    expect(records.fromLog).toBe(1)
    expect(openStore(target).records().records.at(-1)).toEqual(named(299, 'last'))
  })

  it('does not bring back what was deleted, nor what was written over', () => {
    const store = openStore()
    store.commit(renaming(original(5), 'new'))
    const label = { action: 'delete', subject: original(6).name } as const
    store.commit({ label, edits: { 'o-6': { from: original(6), to: null } } })
    store.close()
    // The last page has no part in it; that it is bad makes every other page be searched.
    spoil(pagesOf('record').slice(-1))
    const found = openStore(mustSalvage().file).records().records
    expect(found.find(({ id }) => id === 'o-5')).toEqual(named(5, 'new'))
    expect(found.some(({ id }) => id === 'o-6')).toBe(false)
  })

  it('reads on where the first page, the roots and the inner pages are gone', () => {
    const db = new DatabaseSync(file, { readOnly: true })
    const roots = db.prepare('SELECT rootpage FROM sqlite_schema').all() as { rootpage: number }[]
    db.close()
    spoil([1, ...pagesOf('sqlite_autoindex_record_1'), ...roots.map(({ rootpage }) => rootpage)])
    expect(mustSalvage().records.saved).toBe(300)
  })

  it('reads the log beside the file, up to its last whole commit', () => {
    const store = openStore()
    store.commit(renaming(original(0), 'in the log'))
    const killed = join(folder, 'killed.tapeline')
    copyFileSync(file, killed)
    copyFileSync(`${file}-wal`, `${killed}-wal`)
    store.close()
    const before = sha(`${killed}-wal`)
    const { file: target } = mustSalvage(killed)
    expect(sha(`${killed}-wal`)).toBe(before)
    expect(openStore(target).records().records[0]).toEqual(named(0, 'in the log'))
    const log = readFileSync(`${killed}-wal`)
    log.fill(7, log.length - 100)
    writeFileSync(`${killed}-wal`, log)
    expect(openStore(mustSalvage(killed).file).records().records[0]).toEqual(original(0))
  })

  it('a step that is lost between others bars the way past it', () => {
    const store = openStore()
    let current = original(0)
    for (let n = 0; n < 60; n += 1) {
      const next = named(0, `${'y'.repeat(400)} ${String(n)}`)
      store.commit(renaming(current, next.name.en))
      current = next
    }
    store.close()
    const pages = pagesOf('change')
    spoil([pages[Math.floor(pages.length / 2)] ?? 0])
    const { steps, file: target } = mustSalvage()
    expect(steps.lost).toBeGreaterThan(0)
    expect(steps.saved + steps.lost).toBe(60)
    const again = openStore(target)
    let undone = 0
    while (again.undo().ok) undone += 1
    expect(undone).toBeGreaterThan(0)
    expect(again.undo()).toMatchObject({ error: { code: 'corrupt' } })
    expect(again.wayTo({ seq: 1, side: 'before' })).toMatchObject({ error: { code: 'corrupt' } })
  })

  it('salvages a file of version 1, where the form of a row decides', () => {
    const fixtures = join(dirname(fileURLToPath(import.meta.url)), '..', 'fixtures')
    const old = join(folder, 'v1.tapeline')
    copyFileSync(join(fixtures, 'v1.tapeline'), old)
    const bytes = readFileSync(old)
    bytes.fill(0, 0, 100)
    writeFileSync(old, bytes)
    const { records, steps, file: target } = mustSalvage(old)
    expect([records.saved, steps]).toEqual([2, { saved: 2, lost: 0 }])
    expect(openStore(target).undo().ok).toBe(true)
  })

  it('never overwrites, and says when there is nothing to save', () => {
    expect(basename(mustSalvage().file)).toBe('台積電 work (salvaged 2026-11-25).tapeline')
    expect(basename(mustSalvage().file)).toBe('台積電 work (salvaged 2026-11-25, 2).tapeline')
    for (const content of ['', 'Dear diary,\n'.repeat(900)]) {
      const other = join(folder, 'diary.tapeline')
      writeFileSync(other, content)
      expect(salvageFile(other, '2026-11-25')).toMatchObject({ ok: false, error: { code: 'nothing' } })
      expect(readFileSync(other, 'utf8')).toBe(content)
    }
    expect(readdirSync(folder)).toHaveLength(4)
  })

  it('salvages a file that is open, by way of a copy, and leaves its lock alone', () => {
    const store = openStore()
    store.commit(renaming(original(0), 'a'))
    store.close()
    const db = new DatabaseSync(file)
    db.exec(`UPDATE record SET body = replace(body, '"a"', '"b"') WHERE id = 'o-0'`)
    db.close()
    const again = openStore()
    expect(again.records().problems).toHaveLength(1)
    const reply = salvageOpen(again, '2026-11-25')
    if (!reply.ok) throw new Error(reply.error.message)
    expect(dirname(reply.value.file)).toBe(folder)
    expect(reply.value.records).toMatchObject({ saved: 300, fromLog: 1, lost: [] })
    expect(openStore(reply.value.file).records().records[0]).toEqual(named(0, 'a'))
    expect(openWorkspaceFile(file, { clock: () => 0, onTrouble: () => undefined })).toMatchObject({ kind: 'refused' })
  })
})

describe('the newest good backup', () => {
  const day = () => '2026-11-25'

  it('is copied to a file of its own; damaged ones are passed over', async () => {
    const store = openStore()
    let now = Date.parse('2026-11-25T08:00:00Z')
    const versions = new Versions(store, () => (now += 1000))
    expect((await versions.create('named', 'first')).ok).toBe(true)
    store.commit(renaming(original(0), 'a'))
    const second = await versions.create('automatic')
    if (!second.ok) throw new Error(second.error.message)
    store.close()
    const copy = join(versions.folder ?? '', `${second.value.id}.tapeline`)
    writeFileSync(copy, readFileSync(copy).fill(0xa5, 2 * PAGE, 4 * PAGE))
    const reply = copyNewestGoodBackup(file, day)
    if (!reply.ok) throw new Error(reply.error.message)
    expect(reply.value).toMatchObject({ version: { name: 'first' }, records: 300, passedOver: 1 })
    expect(basename(reply.value.file)).toBe('台積電 work (backup of 2026-11-25).tapeline')
    expect(openStore(reply.value.file).records().records[0]).toEqual(original(0))
    expect(existsSync(join(versions.folder ?? '', `${versions.list().at(-1)?.id ?? ''}.tapeline`))).toBe(true)
  })

  it('says that there is none', () => {
    expect(copyNewestGoodBackup(file, day)).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })
})
