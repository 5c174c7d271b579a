import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordOf } from '../../domain/model/record'
import { OWN_WORKSPACE } from './asked-files'
import { openWorkspace, type Workspace } from './open-workspace'
import { readStarterData } from './starter-data'

const NVIDIA: RecordOf<'organisation'> = {
  type: 'organisation',
  id: 'nvidia',
  name: { en: 'NVIDIA', 'zh-Hant': '輝達' },
  roles: ['vendor'],
}

let root = ''
let data = ''
let folder = ''
let reads = 0
let open: Workspace[] = []

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tapeline-workspace-'))
  data = join(root, 'data')
  folder = join(root, 'user')
  reads = 0
  open = []
  mkdirSync(data)
  mkdirSync(folder)
  writeFileSync(join(data, 'organisations.json'), JSON.stringify([NVIDIA]))
})
afterEach(() => {
  for (const { store } of open) store.close()
  rmSync(root, { recursive: true, force: true })
})

async function openIt(): Promise<Workspace> {
  const workspace = await openWorkspace({
    file: join(folder, OWN_WORKSPACE),
    isOwn: true,
    rescueFolder: folder,
    clock: () => 0,
    readStarterData() {
      reads += 1
      return Promise.resolve(readStarterData(data))
    },
    onTrouble: () => undefined,
  })
  open.push(workspace)
  return workspace
}

const rename = {
  label: { action: 'rename', subject: NVIDIA.name },
  edits: { nvidia: { from: NVIDIA, to: { ...NVIDIA, name: { en: 'N', 'zh-Hant': 'N' } } } },
}

describe('opening the workspace', () => {
  it('makes one from the starter data on the first start, and reads that no more', async () => {
    const first = await openIt()
    expect(first.notices).toEqual([])
    expect(first.store).toMatchObject({ file: join(folder, OWN_WORKSPACE), readOnly: false })
    expect(first.store.records().records).toEqual([NVIDIA])
    expect(first.store.commit(rename).ok).toBe(true)
    first.store.close()
    const second = await openIt()
    expect(second.store.records().records).toMatchObject([{ name: { en: 'N' } }])
    expect(reads).toBe(1)
  })

  it('leaves a damaged file as it is and shows the starter data, read-only', async () => {
    const file = join(folder, OWN_WORKSPACE)
    writeFileSync(file, Buffer.alloc(5000, 3))
    const before = createHash('sha256').update(readFileSync(file)).digest('hex')
    const { store, notices } = await openIt()
    expect(notices).toMatchObject([{ code: 'foreign', file }])
    expect(store).toMatchObject({ file: null, readOnly: true })
    expect(store.records().records).toEqual([NVIDIA])
    expect(store.commit(rename)).toMatchObject({ error: { code: 'read-only' } })
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(before)
  })

  it('shows the good records of broken starter data, names the fault, and makes no file of half the data', async () => {
    writeFileSync(join(data, 'organisations.json'), JSON.stringify([NVIDIA, { ...NVIDIA, id: 'amd', roles: ['hero'] }]))
    writeFileSync(join(data, 'chips.json'), '[')
    const { store, notices } = await openIt()
    expect(notices.map(({ code, file }) => [code, file])).toEqual([
      ['broken-starter-data', join(data, 'chips.json')],
      ['broken-starter-data', join(data, 'organisations.json')],
    ])
    expect(notices[1]?.detail).toMatch(/^amd: roles\[0\]|^amd: roles/)
    expect(store.records().records).toEqual([NVIDIA])
    expect(store.readOnly).toBe(true)
    expect(existsSync(join(folder, OWN_WORKSPACE))).toBe(false)
  })

  it('opens empty with a notice when the data is not there', async () => {
    rmSync(data, { recursive: true })
    const { store, notices } = await openIt()
    expect(notices).toMatchObject([{ code: 'broken-starter-data', file: data }])
    expect(store.records().records).toEqual([])
  })

  it('shows the data read-only when the folder takes no file', async () => {
    rmSync(folder, { recursive: true })
    writeFileSync(folder, 'a file, not a folder')
    const { store, notices } = await openIt()
    expect(notices).toMatchObject([{ code: 'unwritable-folder', file: folder }])
    expect(store).toMatchObject({ file: null, readOnly: true })
    expect(store.records().records).toEqual([NVIDIA])
  })
})
