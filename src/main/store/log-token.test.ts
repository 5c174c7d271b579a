import { copyFileSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Versions } from './backups/versions'
import { createWorkspaceFile } from './create-workspace-file'
import type { DocumentStore } from './document-store'
import { logBelongs } from './log-token'
import { openWorkspaceFile, type Opened } from './open-workspace-file'
import { organisation, renaming } from './store-fixtures'

const named = (name: string) => organisation('nvidia', name)

let folder = ''
let file = ''
let open: DocumentStore[] = []
const openIt = (path = file): Opened => {
  const opened = openWorkspaceFile(path, { clock: () => 5, onTrouble: () => undefined })
  if (opened.kind === 'open') open.push(opened.store)
  return opened
}
function openStore(path = file): DocumentStore {
  const opened = openIt(path)
  if (opened.kind !== 'open') throw new Error(JSON.stringify(opened))
  return opened.store
}

/** The file and its log as a killed program leaves them, in a folder of their own. */
function killed(name: string): string {
  const copy = join(folder, name)
  copyFileSync(file, copy)
  copyFileSync(`${file}-wal`, `${copy}-wal`)
  return copy
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-log-'))
  file = join(folder, 'work.tapeline')
  open = []
  createWorkspaceFile(file, [named('0')])
})
afterEach(() => {
  for (const store of open) store.close()
  rmSync(folder, { recursive: true })
})

describe('a log that a killed program left', () => {
  it('is taken up where it was begun on this very file', () => {
    const store = openStore()
    store.commit(renaming(named('0'), '1'))
    const left = killed('left.tapeline')
    expect(logBelongs(left)).toBe(true)
    const opened = openIt(left)
    expect(opened).toMatchObject({ kind: 'open', notice: null })
    if (opened.kind === 'open') expect(opened.store.records().records).toEqual([named('1')])
  })

  it('is taken up where it holds drafts alone', () => {
    openStore().writeDraft({ key: 'note:nvidia', body: 'typed' })
    expect(openStore(killed('left.tapeline')).drafts()).toMatchObject({ value: [{ body: 'typed' }] })
  })

  it.each([
    ['an older copy of the file', () => copyFileSync(file, join(folder, 'older')), () => undefined],
    [
      'a version of it',
      () => undefined,
      async (store: DocumentStore) => {
        const made = await new Versions(store, () => 5).create('named', 'x')
        if (!made.ok) throw new Error(made.error.message)
        copyFileSync(join(folder, 'backups', 'work', `${made.value.id}.tapeline`), join(folder, 'older'))
      },
    ],
  ])(
    'is set aside where %s took the place of its file, and that one is shown as it is',
    async (_what, before, after) => {
      before()
      const store = openStore()
      store.commit(renaming(named('0'), '1'))
      await after(store)
      const expected = _what.startsWith('an older') ? '0' : '1'
      store.commit(renaming(named('1'), '2'))
      const left = killed('left.tapeline')
      renameSync(join(folder, 'older'), left)
      const log = readFileSync(`${left}-wal`)
      const opened = openIt(left)
      expect(opened).toMatchObject({ kind: 'open', notice: { code: 'log-of-another-file' } })
      if (opened.kind !== 'open') return
      expect(opened.store.records()).toMatchObject({ records: [named(expected)], problems: [] })
      expect(opened.notice?.detail).toBe(`${left}-wal.orphan-1`)
      expect(readFileSync(`${left}-wal.orphan-1`).equals(log)).toBe(true)
      expect(opened.store.commit(renaming(named(expected), '3')).ok).toBe(true)
    },
  )

  it('of an earlier log of the same session is not taken for the present one', () => {
    const store = openStore()
    let name = '0'
    const write = (next: string) => {
      expect(store.commit(renaming(named(name), next)).ok).toBe(true)
      name = next
    }
    write('1')
    copyFileSync(file, join(folder, 'older'))
    // Past the size at which the log is written back and begun anew.
    for (let n = 0; n < 200; n += 1) write(`${'x'.repeat(9_000)} ${String(n)}`)
    const left = killed('left.tapeline')
    expect(logBelongs(left)).toBe(true)
    renameSync(join(folder, 'older'), left)
    expect(logBelongs(left)).toBe(false)
  })

  it('is left to the other checks where the file is damaged or the log is junk', () => {
    const store = openStore()
    store.commit(renaming(named('0'), '1'))
    const left = killed('left.tapeline')
    writeFileSync(`${left}-wal`, 'junk')
    expect(logBelongs(left)).toBe(true)
    writeFileSync(left, readFileSync(left).fill(0xa5, 4096))
    expect(logBelongs(left)).toBe(true)
    expect(openIt(left)).toMatchObject({ kind: 'refused', notice: { code: 'damaged' } })
    expect(existsSync(`${left}-wal`)).toBe(true)
  })
})
