import { execFileSync } from 'node:child_process'
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
import type { TapelineRecord } from '../../../domain/model/record'
import { createWorkspaceFile } from '../create-workspace-file'
import type { DocumentStore } from '../document-store'
import { openWorkspaceFile } from '../open-workspace-file'
import { SQLITE } from '../sqlite-errors'
import { organisation, renaming } from '../store-fixtures'
import { keepBackups } from './keep-backups'
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
  it('a version holds the records of its moment, whatever comes after', async () => {
    const versions = make()
    const made = await versions.create('named', '匯入前: 1/2 “100%”')
    expect(made).toMatchObject({
      ok: true,
      value: { kind: 'named', name: '匯入前: 1/2 “100%”', madeAtMs: now, revision: 0 },
    })
    const [version] = make().list()
    expect(recordsOf(version?.id ?? '')).toEqual(store.records().records)
    expect(store.commit(renaming(NVIDIA, 'N')).ok).toBe(true)
    expect(recordsOf(version?.id ?? '')[0]).toEqual(NVIDIA)
    expect(versions.list()).toEqual([version])
    expect(readdirSync(backups())).toEqual([`${version?.id ?? ''}.tapeline`])
  })

  it('tells how the workspace differs from a version: added, changed, gone, and nothing else', async () => {
    const versions = make()
    const made = await versions.create('named', 'then')
    const id = made.ok ? made.value.id : ''
    expect(await versions.difference(id)).toMatchObject({ ok: true, value: { revision: 0, edits: {} } })
    const [gone, added] = [organisation('o-7', 'Number 7'), organisation('added', 'Added')]
    store.commit(renaming(NVIDIA, 'N'))
    store.commit({ label: { action: 'delete', subject: gone.name }, edits: { 'o-7': { from: gone, to: null } } })
    store.commit({ label: { action: 'create', subject: added.name }, edits: { added: { from: null, to: added } } })
    const difference = await versions.difference(id)
    expect(difference).toMatchObject({ ok: true, value: { version: { id }, revision: 3 } })
    expect(difference.ok && difference.value.edits).toEqual({
      nvidia: { from: NVIDIA, to: organisation('nvidia', 'N') },
      'o-7': { from: gone, to: null },
      added: { from: null, to: added },
    })
    for (let n = 0; n < 3; n += 1) store.undo()
    // The rows were written anew, and one stands elsewhere; the records are the same.
    expect(await versions.difference(id)).toMatchObject({ ok: true, value: { revision: 6, edits: {} } })
  })

  it('whoever writes can wait until the copy is made', async () => {
    const order: string[] = []
    const copied = store.copied(async () => {
      order.push('begins')
      await new Promise((resolve) => setImmediate(resolve))
      order.push('ends')
      return { ok: true, value: null }
    })
    await Promise.resolve()
    await store.whenCopied()
    order.push('written')
    expect(store.commit(renaming(NVIDIA, 'N')).ok).toBe(true)
    expect(await copied).toMatchObject({ ok: true, value: { revision: 0, rows: { record: 400, change: 0 } } })
    expect(order).toEqual(['begins', 'ends', 'written'])
  })

  it('an edit does not wait for ever for a copy that hangs', async () => {
    let release = (): void => undefined
    let tries = 0
    const copied = store.copied(() => {
      tries += 1
      return new Promise((resolve) => {
        release = () => {
          resolve({ ok: true, value: null })
        }
        if (tries > 1) release()
      })
    })
    await Promise.resolve()
    await store.whenCopied(1)
    expect(store.commit(renaming(NVIDIA, 'N')).ok).toBe(true)
    release()
    expect(await copied).toMatchObject({ ok: true, value: { revision: 1 } })
    expect(tries).toBe(2)
  })

  it('a copy whose store was written to meanwhile is made again, and one that was closed is not taken', async () => {
    const again = store.copied(async () => {
      await Promise.resolve()
      if (store.history().revision === 0) store.commit(renaming(NVIDIA, 'N'))
      return { ok: true, value: null }
    })
    expect(await again).toMatchObject({ ok: true, value: { revision: 1, rows: { change: 1 } } })
    const copied = store.copied(async ({ descriptor, file: open }) => {
      await Promise.resolve()
      store.undo()
      store.redo()
      expect([typeof descriptor, open]).toEqual(['number', file])
      return { ok: true, value: null }
    })
    expect(await copied).toMatchObject({ ok: false, error: { code: 'storage' } })
    const closed = store.copied(async () => {
      await Promise.resolve()
      store.close()
      return { ok: true, value: null }
    })
    expect(await closed).toMatchObject({ ok: false, error: { code: 'storage' } })
  })

  it('a version is renamed, kept for ever by a name, and deleted only if it has one', async () => {
    const versions = make()
    const made = await versions.create('automatic')
    const id = made.ok ? made.value.id : ''
    expect(await versions.remove(id)).toMatchObject({ ok: false, error: { code: 'invalid' } })
    const renamed = await versions.rename(id, 'Kept: 1/2')
    expect(renamed).toMatchObject({ ok: true, value: { kind: 'named', name: 'Kept: 1/2', revision: 0 } })
    expect(versions.list()).toEqual([renamed.ok && renamed.value])
    expect(await versions.rename(id, 'again')).toMatchObject({ ok: false, error: { code: 'not-found' } })
    const newId = renamed.ok ? renamed.value.id : ''
    expect(versions.fileOf(newId)).toBe(join(backups(), `${newId}.tapeline`))
    expect(versions.fileOf('../work')).toBeNull()
    expect(await versions.rename(newId, '版'.repeat(60))).toMatchObject({ ok: false, error: { code: 'invalid' } })
    expect((await versions.remove(newId)).ok).toBe(true)
    expect(versions.list()).toEqual([])
  })

  it('a copy leaves the lock where it is: another program does not get in', async () => {
    const tryToWrite = () => {
      const script = `import('@photostructure/sqlite').then(({ DatabaseSync }) => {
        try { new DatabaseSync(${JSON.stringify(file)}).exec('CREATE TABLE t (x)'); console.log('got in') }
        catch (error) { console.log(error.errcode) }
      })`
      return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()
    }
    expect((await make().create('automatic')).ok).toBe(true)
    expect(tryToWrite()).toBe(String(SQLITE.BUSY))
  })

  it('a copy leaves the store as guarded as it was, and usable', async () => {
    await make().create('automatic')
    expect(store.commit(renaming(NVIDIA, 'N'))).toMatchObject({ ok: true, value: { revision: 1 } })
    expect(store.undo().ok).toBe(true)
  })

  it('two of one moment are two, and one name may be used twice', async () => {
    const versions = make()
    const both = await Promise.all([versions.create('named', 'a'), versions.create('named', 'a')])
    expect(both.map(({ ok }) => ok)).toEqual([true, true])
    expect(versions.list().map(({ madeAtMs }) => madeAtMs - now)).toEqual([1, 0])
  })

  it('a name too long for a file is refused; a path is no id', async () => {
    expect(await make().create('named', '版'.repeat(60))).toMatchObject({ ok: false, error: { code: 'invalid' } })
    expect(await make().difference('../work')).toMatchObject({ ok: false, error: { code: 'not-found' } })
    expect(existsSync(backups())).toBe(false)
  })

  it('a damaged store makes no copy, and no good copy goes for it', async () => {
    const versions = make()
    for (let n = 0; n < 3; n += 1) {
      now += 1000
      expect((await versions.create('automatic')).ok).toBe(true)
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
    expect(await make().create('automatic')).toMatchObject({ ok: false, error: { code: 'corrupt' } })
    expect(make().list()).toEqual(good)
    expect(readdirSync(backups()).length).toBe(3)
  })

  it('a copy that was damaged later is refused when it is read, and left there', async () => {
    const versions = make()
    const made = await versions.create('automatic')
    if (!made.ok) throw new Error(made.error.message)
    const copy = join(backups(), `${made.value.id}.tapeline`)
    damagePages(copy)
    const bytes = readFileSync(copy)
    expect(await versions.difference(made.value.id)).toMatchObject({ ok: false, error: { code: 'corrupt' } })
    expect(readFileSync(copy).equals(bytes)).toBe(true)
  })

  it('thins automatic ones out, and touches nothing else in the folder', async () => {
    const versions = make()
    expect((await versions.create('named', 'kept')).ok).toBe(true)
    writeFileSync(join(backups(), 'mine.tapeline'), 'mine')
    writeFileSync(join(backups(), '.half.tapeline.1-1.tmp'), 'half')
    for (let n = 0; n < 6; n += 1) {
      now += 1000
      expect((await versions.create('automatic')).ok).toBe(true)
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
  function bench(minutes = 30) {
    const timers: { work: () => Promise<void>; delayMs: number }[] = []
    const failures: string[] = []
    const versions = make()
    const kept = keepBackups({
      versions,
      revision: () => store.history().revision,
      clock: () => now,
      everyMinutes: () => minutes,
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

  it('one at the start when the last is older than a day, and something changed', async () => {
    const { versions, kept, edit } = bench()
    await kept.started()
    expect(versions.list().length).toBe(1)
    now += 2 * DAY
    await kept.started()
    expect(versions.list().length).toBe(1)
    edit('N')
    now -= 1.5 * DAY
    await kept.started()
    expect(versions.list().length).toBe(1)
    now += DAY
    await kept.started()
    expect(versions.list().length).toBe(2)
  })

  it('one so many minutes after the first change, however many follow', async () => {
    const { versions, timers, edit } = bench(45)
    for (const name of ['N', 'NV', 'NVI']) edit(name)
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([45 * 60_000])
    await timers.shift()?.work()
    expect(versions.list().map(({ revision }) => revision)).toEqual([3])
    edit('NVID')
    expect(timers.length).toBe(1)
  })

  it('tells of a failure once, tries again, and keeps what there is', async () => {
    const { versions, timers, failures, kept, edit } = bench()
    await kept.started()
    edit('N')
    rmSync(join(folder, 'backups'), { recursive: true })
    writeFileSync(join(folder, 'backups'), 'a file in the way')
    await timers.shift()?.work()
    await timers.shift()?.work()
    expect(failures.length).toBe(1)
    rmSync(join(folder, 'backups'))
    await timers.shift()?.work()
    expect(versions.list().length).toBe(1)
    expect(timers.length).toBe(0)
  })
})

/** The records of a version, read from its file. */
function recordsOf(id: string): TapelineRecord[] {
  const read = openWorkspaceFile(join(backups(), `${id}.tapeline`), { clock: () => now, onTrouble: () => undefined })
  if (read.kind !== 'open') throw new Error(JSON.stringify(read))
  const { records } = read.store.records()
  read.store.close()
  return records
}

/** Overwrites the pages after the first few, which no connection has in its cache. */
function damagePages(path: string): void {
  const descriptor = openSync(path, 'r+')
  const junk = Buffer.alloc(4096 * 4, 0xa5)
  writeSync(descriptor, junk, 0, junk.length, 4096 * 8)
  closeSync(descriptor)
}
