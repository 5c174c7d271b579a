import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { copyApp, runtimeExecutable } from './app-copy'
import { call, mustCall, workspaceOf } from './call'
import { launchTapeline, projectRoot, type Tapeline } from './launch'
import { ownFolder } from './own-folder'
import { firstOrganisation, isVendor, renaming } from './renaming'
import { sha } from './sha'

const folder = ownFolder('tapeline-files-')
const file = () => join(folder(), 'Tapeline.tapeline')
const launch = () => launchTapeline({ userDataDir: folder() })
const state = ({ page }: Tapeline) => workspaceOf(page)

/** Starts once and leaves a sound workspace behind. */
async function makeWorkspace(): Promise<void> {
  const tapeline = await launch()
  expect(await state(tapeline)).toMatchObject({ file: file(), readOnly: false, notices: [] })
  await tapeline.close()
}

function tamper(sql: string): void {
  const db = new DatabaseSync(file(), { defensive: false })
  db.exec(sql)
  db.close()
}

test('the first start makes a workspace of the starter data, the second opens it', async () => {
  const first = await launch()
  const made = await state(first)
  expect(made).toMatchObject({
    file: file(),
    readOnly: false,
    notices: [],
    history: { revision: 0, undo: null, redo: null },
  })
  expect(made.records.length).toBeGreaterThan(100)
  await first.close()
  const second = await launch()
  expect((await state(second)).records).toEqual(made.records)
  await second.close()
  expect(readdirSync(folder()).filter((name) => name.includes('tapeline'))).toEqual(['Tapeline.tapeline'])
})

const SPOILT: readonly [string, string, RegExp, () => void][] = [
  ['empty', 'damaged', /0 bytes/, () => writeFileSync(file(), '')],
  ['cut off', 'damaged', /cut off/, () => truncateSync(file(), 20_001)],
  ['damaged inside', 'damaged', /./, () => writeFileSync(file(), readFileSync(file()).fill(0xa5, 4096 * 4, 4096 * 12))],
  ['a text', 'foreign', /not an SQLite file/, () => writeFileSync(file(), 'Dear diary')],
  ['of another program', 'foreign', /another program/, () => tamper('PRAGMA application_id = 1')],
  [
    'with a trigger',
    'foreign',
    /trigger wipe/,
    () => tamper('CREATE TRIGGER wipe AFTER UPDATE ON record BEGIN DELETE FROM record; END'),
  ],
]
for (const [what, code, detail, spoil] of SPOILT)
  test(`a workspace file that is ${what} stays as it is, and the starter data opens read-only`, async () => {
    await makeWorkspace()
    spoil()
    const before = sha(file())
    const tapeline = await launch()
    const opened = await state(tapeline)
    expect(opened).toMatchObject({ file: null, readOnly: true, notices: [{ code, file: file() }] })
    expect(opened.notices[0]?.detail).toMatch(detail)
    expect(opened.records.length).toBeGreaterThan(100)
    const edit = renaming(await firstOrganisation(tapeline), 'Other')
    expect(await call(tapeline.page, 'workspace:commit', edit)).toMatchObject({
      ok: false,
      error: { code: 'read-only' },
    })
    await expect(tapeline.page.getByText('Tapeline.tapeline').first()).toBeVisible()
    await tapeline.close()
    expect(sha(file())).toBe(before)
  })

test('a workspace file of a newer version is shown read-only and stays as it is', async () => {
  await makeWorkspace()
  tamper("PRAGMA user_version = 99; DELETE FROM record WHERE type != 'organisation'")
  const before = sha(file())
  const tapeline = await launch()
  const opened = await state(tapeline)
  expect(opened).toMatchObject({ file: file(), readOnly: true, notices: [{ code: 'newer-version', file: file() }] })
  expect(opened.records.length).toBeGreaterThan(0)
  expect(opened.records.every(isVendor)).toBe(true)
  await tapeline.close()
  expect(sha(file())).toBe(before)
})

test('a broken data file: the notice names file, record and path, the good records open, no workspace is made of half', async () => {
  const copy = await copyApp()
  const broken = JSON.parse(readFileSync(join(projectRoot, 'data/organisations.json'), 'utf8')) as {
    id: string
    roles: string[]
  }[]
  const spoilt = broken.at(-1)
  if (spoilt === undefined) throw new Error('the starter data has no organisation')
  spoilt.roles = ['hero']
  await copy.writeData('organisations.json', JSON.stringify(broken))
  await copy.writeData('links.json', '[{')
  const tapeline = await launchTapeline({
    userDataDir: folder(),
    executablePath: runtimeExecutable(),
    args: [copy.folder],
  })
  const opened = await state(tapeline)
  expect(opened).toMatchObject({ file: null, readOnly: true })
  const notices = new Map(opened.notices.map((notice) => [notice.file, notice]))
  expect(notices.get(join(copy.folder, 'data/links.json'))).toMatchObject({ code: 'broken-starter-data' })
  expect(notices.get(join(copy.folder, 'data/organisations.json'))?.detail).toMatch(new RegExp(`${spoilt.id}: roles`))
  expect(opened.records.length).toBeGreaterThan(100)
  expect(opened.records.some((record) => record.id === spoilt.id)).toBe(false)
  await tapeline.close()
  await copy.dispose()
  expect(existsSync(file())).toBe(false)
})

test('a user-data folder that takes no file: the data opens read-only, with a notice', async () => {
  test.skip(process.platform !== 'linux', 'needs rights as Linux has them')
  chmodSync(folder(), 0o555)
  // Rights do not stop root, so this runs as somebody else.
  const tapeline = await launchTapeline({ userDataDir: folder(), sandbox: true })
  const opened = await state(tapeline)
  expect(opened).toMatchObject({ file: null, readOnly: true, notices: [{ code: 'unwritable-folder', file: folder() }] })
  expect(opened.records.length).toBeGreaterThan(100)
  expect(await call(tapeline.page, 'settings:write', { theme: 'dark' })).toMatchObject({
    ok: true,
    value: { settings: { theme: 'dark' } },
  })
  await tapeline.close()
  expect(readdirSync(folder())).toEqual([])
  chmodSync(folder(), 0o755)
})

test('a second start shows the first window and never opens the file', async () => {
  const first = await launch()
  await state(first)
  await first.app.evaluate(({ app }) => {
    Object.assign(globalThis, { secondStarts: 0 })
    app.on('second-instance', () => {
      const counted = globalThis as unknown as { secondStarts: number }
      counted.secondStarts += 1
    })
  })
  const before = sha(file())
  const second = spawn(runtimeExecutable(), [projectRoot, `--user-data-dir=${folder()}`, '--no-sandbox'], {
    stdio: 'ignore',
  })
  const [code] = (await once(second, 'exit')) as [number | null]
  expect(code).toBe(0)
  await expect
    .poll(() => first.app.evaluate(() => (globalThis as unknown as { secondStarts: number }).secondStarts))
    .toBe(1)
  expect(await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  expect(sha(file())).toBe(before)
  await first.close()
})

test('junk in the settings and the window place: the defaults, and the junk kept', async () => {
  writeFileSync(join(folder(), 'settings.json'), '{"theme": "da')
  writeFileSync(join(folder(), 'window.json'), 'null')
  const tapeline = await launch()
  expect(await mustCall(tapeline.page, 'settings:read', {})).toMatchObject({
    settings: { theme: 'system', locale: 'system' },
  })
  await mustCall(tapeline.page, 'settings:write', { locale: 'zh-Hant' })
  await tapeline.close()
  expect(readFileSync(join(folder(), 'settings.json.bad'), 'utf8')).toBe('{"theme": "da')
  expect(JSON.parse(readFileSync(join(folder(), 'settings.json'), 'utf8'))).toMatchObject({ locale: 'zh-Hant' })
})

test('the window comes back with its size, its theme and its language', async () => {
  const first = await launch()
  await first.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 40, y: 60, width: 1000, height: 640 }),
  )
  await mustCall(first.page, 'settings:write', { theme: 'dark', locale: 'zh-Hant' })
  await first.close()
  const second = await launch()
  expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())).toMatchObject(
    { width: 1000, height: 640 },
  )
  expect(new URL(second.page.url()).search).toBe('?theme=dark&locale=zh-Hant')
  expect(await second.app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('find')?.label)).toBe(
    '尋找',
  )
  await second.close()
})
