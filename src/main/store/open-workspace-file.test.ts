import { DatabaseSync } from '@photostructure/sqlite'
import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { controlsIndex } from '../../domain/controls/controls-index'
import { paragraphCatches } from '../../domain/controls/paragraph-catches'
import { documentOf } from '../../domain/model/document'
import type { Expression } from '../../domain/model/formula'
import { smallLaw } from '../../testing/small-law'
import { connect, guard, prepareToWrite, readPragma } from './connection'
import { createWorkspaceFile } from './create-workspace-file'
import type { DocumentStore } from './document-store'
import { APPLICATION_ID } from './file-header'
import { openWorkspaceFile } from './open-workspace-file'
import { MIGRATIONS } from './migrations'
import { recordChecksum } from './row-checksum'
import type { FileTrouble } from './sqlite-store'
import { organisation, renaming } from './store-fixtures'

const NVIDIA = organisation('nvidia', 'NVIDIA')
const AMD = organisation('amd', 'AMD')

let folder = ''
let file = ''
let troubles: FileTrouble[] = []
let open: DocumentStore[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-file-'))
  file = join(folder, 'work 台積電 #1%.tapeline')
  troubles = []
  open = []
})
afterEach(() => {
  for (const store of open) store.close()
  rmSync(folder, { recursive: true, force: true })
})

const options = { clock: () => 5, onTrouble: (trouble: FileTrouble) => void troubles.push(trouble) }
const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

function openStore(path = file): DocumentStore {
  const opened = openWorkspaceFile(path, options)
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
  open.push(opened.store)
  return opened.store
}

/** Opens the file with plain SQLite, as another program would. */
function tamper(sql: string, path = file): void {
  const db = new DatabaseSync(path, { defensive: false })
  db.exec(sql)
  db.close()
}

it('opens a file in which a rule defines a quantity by itself; what it limits is then undetermined', () => {
  const circle: Expression = { product: [{ control: 'tpp' }, 2] }
  const records = smallLaw().map((record) =>
    record.id === 'law' && record.type === 'rule'
      ? {
          ...record,
          formulas: [{ metric: 'tpp' as const, reference: 'x', expression: circle, words: record.name, sources: [] }],
        }
      : record,
  )
  createWorkspaceFile(file, records)
  const index = controlsIndex(documentOf(openStore().records().records))
  expect(paragraphCatches(index, 'law.a')).toMatchObject({ caught: [], open: { length: 5 } })
})

describe('opening a workspace file', () => {
  beforeEach(() => createWorkspaceFile(file, [NVIDIA, AMD]))

  it('gives a store with its records', () => {
    const store = openStore()
    expect(store.readOnly).toBe(false)
    expect(store.file).toBe(file)
    expect(store.records().records).toEqual([NVIDIA, AMD])
  })

  it('carries its own mark, a small version and no log beside it', () => {
    const header = readFileSync(file)
    expect(header.readUInt32BE(68)).toBe(APPLICATION_ID)
    expect(header.readInt32BE(60)).toBe(MIGRATIONS.length)
    expect(readdirSync(folder)).toHaveLength(1)
  })

  it('sets every switch that keeps acknowledged edits and hostile files in check', () => {
    const db = connect(file)
    prepareToWrite(db, () => undefined)
    const names = [
      'locking_mode',
      'journal_mode',
      'synchronous',
      'foreign_keys',
      'trusted_schema',
      'cell_size_check',
      'busy_timeout',
    ]
    expect(Object.fromEntries(names.map((name) => [name, readPragma(db, name)]))).toEqual({
      locking_mode: 'exclusive',
      journal_mode: 'wal',
      synchronous: 2,
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      busy_timeout: 5000,
    })
    const version = db.prepare('SELECT sqlite_version() AS v').get() as { v: string }
    expect(version.v.split('.').map(Number)).toSatisfy(
      ([major = 0, minor = 0, patch = 0]: number[]) => major > 3 || minor > 51 || (minor === 51 && patch >= 3),
    )
    db.close()
  })

  it('falls back to a rollback journal with every flush where the log cannot be written', () => {
    const db = connect(file)
    let tries = 0
    prepareToWrite(db, () => {
      tries += 1
      if (tries === 1) throw Object.assign(new Error('disk I/O error'), { errcode: 5386 })
    })
    expect([readPragma(db, 'journal_mode'), readPragma(db, 'synchronous'), tries]).toEqual(['delete', 3, 2])
    db.close()
  })

  it('lets no statement attach a file, make a table or call what it does not use', () => {
    const db = connect(file)
    expect(() => db.exec(`ATTACH '${join(folder, 'other.db')}' AS other`)).toThrow(/not authorized/)
    guard(db, 'everyday')
    expect(() => db.exec('CREATE TABLE t (a)')).toThrow(/not authorized/)
    expect(() => db.exec('PRAGMA journal_mode = OFF')).toThrow(/not authorized/)
    expect(() => db.exec("SELECT load_extension('x')")).toThrow(/not authorized/)
    db.close()
  })

  it('keeps an edit that was answered ok when the program is killed before it closes', () => {
    const store = openStore()
    expect(store.commit(renaming(NVIDIA, 'N')).ok).toBe(true)
    const after = join(folder, 'after-kill.tapeline')
    copyFileSync(file, after)
    copyFileSync(`${file}-wal`, `${after}-wal`)
    const revived = openStore(after)
    expect(revived.records().records[0]?.id === 'nvidia' && revived.history().undo?.action).toBe('rename')
  })

  it('refuses a second program while the first has it open', () => {
    openStore()
    expect(openWorkspaceFile(file, options)).toMatchObject({ kind: 'refused', notice: { code: 'locked' } })
  })

  it('notices when the file is deleted or replaced under it, and does not call that saved', () => {
    const store = openStore()
    renameSync(file, `${file}.moved`)
    expect(store.commit(renaming(NVIDIA, 'N'))).toMatchObject({ ok: false, error: { code: 'storage' } })
    writeFileSync(file, 'something else')
    expect(store.undo()).toMatchObject({ ok: false, error: { code: 'storage' } })
    // Told once, with the place of the copy that was made of what is open.
    expect(troubles.map(({ code }) => code)).toEqual(['changed-on-disk'])
    expect(troubles[0]?.detail).toMatch(/moved or deleted[^]*\(kept .*\)\.tapeline$/)
    store.close()
    expect(readFileSync(file, 'utf8')).toBe('something else')
  })

  it('shows the good records and names the others, and leaves those in the file', () => {
    // With right checksums: it is what was written, and yet no record.
    for (const [position, id, type, body] of [
      [2, 'amd', 'organisation', '{"type":"organisation","id":"amd"}'],
      [3, 'junk', 'chip', '{'],
      [4, 'twin', 'organisation', JSON.stringify(NVIDIA)],
    ] as const)
      tamper(
        `INSERT OR REPLACE INTO record VALUES (${String(position)}, '${id}', '${type}',
          ${String(recordChecksum({ position, id, type, body }))}, '${body}')`,
      )
    const store = openStore()
    const { records, problems } = store.records()
    expect(records).toEqual([NVIDIA])
    expect(problems.map(({ record, code }) => [record, code])).toEqual([
      ['amd', 'wrong-shape'],
      ['junk', 'not-json'],
      ['twin', 'wrong-shape'],
    ])
    expect(store.commit(renaming(NVIDIA, 'N')).ok).toBe(true)
    store.close()
    const db = new DatabaseSync(file, { readOnly: true })
    expect(db.prepare('SELECT count(*) AS n FROM record').get()).toMatchObject({ n: 4 })
    db.close()
  })

  it('goes on after a step of the log that cannot be read, but does not undo into it', () => {
    const store = openStore()
    store.commit(renaming(NVIDIA, 'N'))
    store.close()
    tamper("UPDATE change SET edits = '[]'")
    const again = openStore()
    expect(again.undo()).toMatchObject({ ok: false, error: { code: 'corrupt' } })
    expect(again.commit(renaming(AMD, 'A'))).toMatchObject({ ok: true })
    expect(again.undo()).toMatchObject({ ok: true })
  })

  it('opens a file of a newer version for reading and leaves its bytes alone', () => {
    tamper('PRAGMA user_version = 7; ALTER TABLE record ADD COLUMN colour TEXT')
    const before = sha(file)
    const opened = openWorkspaceFile(file, options)
    expect(opened).toMatchObject({ kind: 'open', notice: { code: 'newer-version' } })
    if (opened.kind !== 'open') return
    expect(opened.store).toMatchObject({ readOnly: true, file })
    expect(opened.store.records().records).toEqual([NVIDIA, AMD])
    expect(opened.store.commit(renaming(NVIDIA, 'N'))).toMatchObject({ error: { code: 'read-only' } })
    expect(sha(file)).toBe(before)
    expect(readdirSync(folder)).toHaveLength(1)
  })
})

describe('a file that is not a sound workspace is refused with the reason and stays as it is', () => {
  const flip = (at: number, bytes: Buffer) => {
    const content = readFileSync(file)
    bytes.copy(content, at)
    writeFileSync(file, content)
  }
  const sound = () =>
    createWorkspaceFile(
      file,
      Array.from({ length: 200 }, (_, n) => organisation(`o${String(n)}`, 'x'.repeat(300))),
    )

  it.each<[string, string, RegExp, () => void]>([
    ['empty', 'damaged', /0 bytes/, () => writeFileSync(file, '')],
    ['zeroes', 'damaged', /zeroes/, () => writeFileSync(file, Buffer.alloc(8192))],
    ['text', 'foreign', /not an SQLite file/, () => writeFileSync(file, 'Dear diary,\n'.repeat(50))],
    ['a folder', 'foreign', /not a file/, () => mkdirSync(file)],
    ['a stump of 50 bytes', 'damaged', /cut off/, () => (sound(), truncateSync(file, 50))],
    ['cut inside a page', 'damaged', /whole pages/, () => (sound(), truncateSync(file, 10_000))],
    ['cut between pages', 'damaged', /malformed|page|invalid/i, () => (sound(), truncateSync(file, 8192))],
    ['a broken page', 'damaged', /page|malformed/i, () => (sound(), flip(8192, Buffer.alloc(600, 0xa5)))],
    ['an impossible page size', 'damaged', /page size/, () => (sound(), flip(16, Buffer.from([0, 7])))],
    ['a version of 0', 'damaged', /version/, () => (sound(), flip(60, Buffer.alloc(4)))],
    ['another program', 'foreign', /another program/, () => (sound(), flip(68, Buffer.from('GPKG')))],
    [
      'a trigger',
      'foreign',
      /trigger wipe/,
      () => (sound(), tamper('CREATE TRIGGER wipe AFTER UPDATE ON record BEGIN DELETE FROM record; END')),
    ],
    ['a view', 'foreign', /view v/, () => (sound(), tamper('CREATE VIEW v AS SELECT * FROM record'))],
    [
      'a column more',
      'foreign',
      /lacks table record/,
      () => (sound(), tamper('ALTER TABLE record ADD COLUMN extra TEXT')),
    ],
    ['a table less', 'foreign', /lacks table change/, () => (sound(), tamper('DROP TABLE change'))],
  ])('%s', (_name, code, detail, make) => {
    make()
    const isFolder = existsSync(file) && readdirSync(folder, { withFileTypes: true })[0]?.isDirectory()
    const before = isFolder ? '' : sha(file)
    const opened = openWorkspaceFile(file, options)
    expect(opened).toMatchObject({ kind: 'refused', notice: { code } })
    if (opened.kind === 'refused') expect(opened.notice.detail).toMatch(detail)
    if (!isFolder) expect(sha(file)).toBe(before)
    expect(readdirSync(folder)).toHaveLength(1)
  })

  it('a damaged file with an unfinished log: not even the log is written back', () => {
    sound()
    const store = openStore()
    store.commit(renaming(organisation('o1', 'x'.repeat(300)), 'N'))
    const killed = join(folder, 'killed.tapeline')
    copyFileSync(file, killed)
    copyFileSync(`${file}-wal`, `${killed}-wal`)
    store.close()
    const content = readFileSync(killed)
    Buffer.alloc(8 * 4096, 0xa5).copy(content, 4 * 4096)
    writeFileSync(killed, content)
    const before = [sha(killed), sha(`${killed}-wal`)]
    expect(openWorkspaceFile(killed, options)).toMatchObject({ kind: 'refused', notice: { code: 'damaged' } })
    expect([sha(killed), sha(`${killed}-wal`)]).toEqual(before)
  })

  it('says that a file is not there', () => {
    expect(openWorkspaceFile(file, options)).toEqual({ kind: 'missing' })
  })
})

describe('making a workspace file', () => {
  it('never overwrites', () => {
    writeFileSync(file, 'mine')
    expect(() => createWorkspaceFile(file, [NVIDIA])).toThrow(/there already/)
    expect(readFileSync(file, 'utf8')).toBe('mine')
  })

  it('does not take up the log of a file that is gone, and clears what a killed start left', () => {
    createWorkspaceFile(file, [NVIDIA])
    const store = openStore()
    store.commit(renaming(NVIDIA, 'Old edit'))
    const log = readFileSync(`${file}-wal`)
    store.close()
    rmSync(file)
    writeFileSync(`${file}-wal`, log)
    writeFileSync(join(folder, `.work 台積電 #1%.tapeline.1-1.tmp`), 'half')
    createWorkspaceFile(file, [NVIDIA])
    expect(openStore().records().records).toEqual([NVIDIA])
    expect(readFileSync(`${file}-wal.orphan-1`)).toEqual(log)
    expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('leaves nothing behind when it cannot be made', () => {
    const twice = [NVIDIA, { ...AMD, type: null }] as never
    expect(() => createWorkspaceFile(file, twice)).toThrow()
    expect(readdirSync(folder)).toEqual([])
  })
})

it('the newest migration is the version that new files carry', () => {
  expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, index) => index + 1))
})
