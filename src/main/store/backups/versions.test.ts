import {
  closeSync,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWorkspaceFile } from '../create-workspace-file'
import type { DocumentStore } from '../document-store'
import { openWorkspaceFile } from '../open-workspace-file'
import { organisation, renaming } from '../store-fixtures'
import { CHANGE_MS, keepBackups } from './keep-backups'
import { parseVersionId, versionId } from './version-name'
import { Versions } from './versions'

const NVIDIA = organisation('nvidia', 'NVIDIA')
const DAY = 86_400_000

let folder = ''
let file = ''
let now = Date.parse('2026-11-25T07:10:22.153Z')
let store: DocumentStore

function open(): DocumentStore {
  const opened = openWorkspaceFile(file, { clock: () => now, onTrouble: () => undefined })
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
  return opened.store
}
const make = () => new Versions(store, () => now)
const backups = () => join(folder, 'backups', 'work')

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-versions-'))
  file = join(folder, 'work.tapeline')
  createWorkspaceFile(
    file,
    Array.from({ length: 400 }, (_, n) => (n === 0 ? NVIDIA : organisation(`o-${String(n)}`, `Number ${String(n)}`))),
  )
  store = open()
})

afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

describe('versions', () => {
  it('a version holds the records of its moment, whatever comes after', () => {
    const versions = make()
    const made = versions.create('named', '匯入前: 1/2 “100%”')
    expect(made).toMatchObject({
      ok: true,
      value: { kind: 'named', name: '匯入前: 1/2 “100%”', madeAtMs: now, revision: 0 },
    })
    expect(store.commit(renaming(NVIDIA, 'N')).ok).toBe(true)
    const [version] = make().list()
    const read = versions.read(version?.id ?? '')
    expect(read.ok && read.value.records[0]).toEqual(NVIDIA)
    expect(read.ok && read.value.records.length).toBe(400)
    expect(versions.list()).toEqual([version])
  })

  it('a copy leaves the store as guarded as it was, and usable', () => {
    make().create('automatic')
    expect(store.commit(renaming(NVIDIA, 'N'))).toMatchObject({ ok: true, value: { revision: 1 } })
    expect(store.undo().ok).toBe(true)
  })

  it('two of one moment are two, and one name may be used twice', () => {
    const versions = make()
    expect(versions.create('named', 'a').ok && versions.create('named', 'a').ok).toBe(true)
    expect(versions.list().map(({ madeAtMs }) => madeAtMs - now)).toEqual([1, 0])
  })

  it('a name too long for a file is refused; a path is no id', () => {
    expect(make().create('named', '版'.repeat(60))).toMatchObject({ ok: false, error: { code: 'invalid' } })
    expect(make().read('../work')).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(readdirSync(backups())).toEqual([])
  })

  it('a damaged store makes no copy, and no good copy goes for it', () => {
    const versions = make()
    for (let n = 0; n < 3; n += 1) {
      now += 1000
      expect(versions.create('automatic').ok).toBe(true)
    }
    const good = versions.list()
    store.close()
    store = open()
    // More than the cache holds, or the copy would be made of the good pages in it.
    const long = Array.from({ length: 4000 }, (_, n) => organisation(`long-${String(n)}`, 'x'.repeat(1500)))
    const edits = Object.fromEntries(long.map((record) => [record.id, { from: null, to: record }]))
    expect(store.commit({ label: { action: 'import', subject: NVIDIA.name }, edits }).ok).toBe(true)
    store.close()
    store = open()
    damagePages(file)
    now += 1000
    expect(make().create('automatic')).toMatchObject({ ok: false, error: { code: 'corrupt' } })
    expect(make().list()).toEqual(good)
    expect(readdirSync(backups()).length).toBe(3)
  })

  it('a copy that was damaged later is refused when it is read, and left there', () => {
    const versions = make()
    const made = versions.create('automatic')
    if (!made.ok) throw new Error(made.error.message)
    const copy = join(backups(), `${made.value.id}.tapeline`)
    damagePages(copy)
    const bytes = readFileSync(copy)
    expect(versions.read(made.value.id)).toMatchObject({ ok: false, error: { code: 'corrupt' } })
    expect(readFileSync(copy).equals(bytes)).toBe(true)
  })

  it('thins automatic ones out, and touches nothing else in the folder', () => {
    const versions = make()
    expect(versions.create('named', 'kept').ok).toBe(true)
    writeFileSync(join(backups(), 'mine.tapeline'), 'mine')
    writeFileSync(join(backups(), '.half.tapeline.1-1.tmp'), 'half')
    for (let n = 0; n < 6; n += 1) {
      now += 1000
      expect(versions.create('automatic').ok).toBe(true)
    }
    expect(versions.list().map(({ kind }) => kind)).toEqual(['automatic', 'automatic', 'automatic', 'named'])
    expect(make().list().length).toBe(4)
    expect(existsSync(join(backups(), 'mine.tapeline'))).toBe(true)
    expect(existsSync(join(backups(), '.half.tapeline.1-1.tmp'))).toBe(false)
  })

  it('ids say what they were made of, and nothing else is one', () => {
    const madeAtMs = Date.parse('2026-11-25T07:10:22.153Z')
    const name = { kind: 'named', name: 'a*b? <c>', madeAtMs, revision: 7 } as const
    expect(parseVersionId(versionId(name) ?? '')).toEqual(name)
    expect(versionId({ ...name, kind: 'automatic', name: null })).toBe('2026-11-25 07-10-22-153 r7 automatic')
    for (const text of [
      '',
      'work',
      '2026-99-25 07-10-22-153 r7 automatic',
      '2026-11-25 07-10-22-153 r7 = ../x',
      '2026-11-25 07-10-22-153 r7 = %E0',
    ])
      expect(parseVersionId(text)).toBeNull()
  })
})

describe('automatic backups', () => {
  function bench() {
    const timers: { work: () => void; delayMs: number }[] = []
    const failures: string[] = []
    const versions = make()
    const kept = keepBackups({
      versions,
      revision: () => store.history().revision,
      clock: () => now,
      later: (work, delayMs) => timers.push({ work, delayMs }),
      onFailure: (detail) => failures.push(detail),
    })
    const edit = (to: string) => {
      const record = store.records().records[0] ?? NVIDIA
      const reply = store.commit(renaming(record, to))
      if (reply.ok) kept.changed(reply.value.revision)
    }
    return { timers, failures, versions, kept, edit }
  }

  it('one at the start when the last is older than a day, and something changed', () => {
    const { versions, kept, edit } = bench()
    kept.started()
    expect(versions.list().length).toBe(1)
    now += 2 * DAY
    kept.started()
    expect(versions.list().length).toBe(1)
    edit('N')
    now -= 1.5 * DAY
    kept.started()
    expect(versions.list().length).toBe(1)
    now += DAY
    kept.started()
    expect(versions.list().length).toBe(2)
  })

  it('one half an hour after the first change, however many follow', () => {
    const { versions, timers, edit } = bench()
    for (const name of ['N', 'NV', 'NVI']) edit(name)
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([CHANGE_MS])
    timers.shift()?.work()
    expect(versions.list().map(({ revision }) => revision)).toEqual([3])
    edit('NVID')
    expect(timers.length).toBe(1)
  })

  it('tells of a failure once, tries again, and keeps what there is', () => {
    const { versions, timers, failures, kept, edit } = bench()
    kept.started()
    edit('N')
    rmSync(join(folder, 'backups'), { recursive: true })
    writeFileSync(join(folder, 'backups'), 'a file in the way')
    timers.shift()?.work()
    timers.shift()?.work()
    expect(failures.length).toBe(1)
    rmSync(join(folder, 'backups'))
    timers.shift()?.work()
    expect(versions.list().length).toBe(1)
    expect(timers.length).toBe(0)
  })
})

/** Overwrites the pages after the first few, which no connection has in its cache. */
function damagePages(path: string): void {
  const descriptor = openSync(path, 'r+')
  const junk = Buffer.alloc(4096 * 4, 0xa5)
  writeSync(descriptor, junk, 0, junk.length, 4096 * 8)
  closeSync(descriptor)
}
