import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { RecentFiles } from './recent-files'

let folder = ''
let file = ''
let waiting: (() => void)[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-recent-'))
  file = join(folder, 'recent.json')
  waiting = []
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const read = (path = file) => new RecentFiles(path, (work) => waiting.push(work))

describe('recent files', () => {
  it('come newest first, each once, and no more than can be taken in', () => {
    const recent = read()
    for (let n = 0; n < 20; n += 1) recent.opened(`/work/${String(n)}.tapeline`)
    recent.opened('/work/15.tapeline')
    expect(recent.list()).toHaveLength(12)
    expect(recent.list().slice(0, 3)).toEqual(['/work/15.tapeline', '/work/19.tapeline', '/work/18.tapeline'])
  })

  it('are written once for many changes, and read again', () => {
    const recent = read()
    recent.opened('/work/a.tapeline')
    recent.nowOpen(['/work/a.tapeline'])
    expect(waiting).toHaveLength(1)
    waiting[0]?.()
    const again = read()
    expect(again.list()).toEqual(['/work/a.tapeline'])
    expect(again.lastOpen()).toEqual(['/work/a.tapeline'])
    again.forget()
    again.flush()
    expect(read().list()).toEqual([])
    expect(read().lastOpen()).toEqual(['/work/a.tapeline'])
  })

  it('follow the user’s own folder when that is moved', () => {
    const recent = read()
    recent.nowOpen([join(folder, 'Tapeline.tapeline')])
    recent.flush()
    expect(readFileSync(file, 'utf8')).not.toContain(folder)
    const moved = `${folder}-moved`
    renameSync(folder, moved)
    expect(read(join(moved, 'recent.json')).lastOpen()).toEqual([join(moved, 'Tapeline.tapeline')])
    renameSync(moved, folder)
  })

  it('are empty where the file is junk', () => {
    writeFileSync(file, '{"recent":[1],"open":"x"}')
    expect(read().list()).toEqual([])
  })
})
