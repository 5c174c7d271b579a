import { linkSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { belongsToWorkspace } from './own-files'

let folder = ''
let workspace = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-own-'))
  workspace = join(folder, 'Tapeline.tapeline')
  writeFileSync(workspace, 'data')
})
afterEach(() => rmSync(folder, { recursive: true }))

it('knows the workspace, its log, its copies and links to it', () => {
  symlinkSync(workspace, join(folder, 'symbolic.png'))
  linkSync(workspace, join(folder, 'hard.png'))
  for (const name of [
    'Tapeline.tapeline',
    'Tapeline.tapeline-wal',
    'Tapeline (before version 2).tapeline',
    'symbolic.png',
    'hard.png',
    './x/../Tapeline.tapeline',
  ])
    expect([name, belongsToWorkspace(join(folder, name), workspace)]).toEqual([name, true])
})

it('lets any other file be written, there or not', () => {
  writeFileSync(join(folder, 'there.png'), '')
  for (const name of ['there.png', 'new.png', 'Tapeline 2022-10.png', 'no/such/folder/a.png'])
    expect([name, belongsToWorkspace(join(folder, name), workspace)]).toEqual([name, false])
})
