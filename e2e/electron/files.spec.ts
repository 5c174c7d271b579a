import { expect, test, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runtimeExecutable } from './app-copy'
import { mustCall, workspaceOf } from './call'
import { launchTapeline, projectRoot, type Tapeline } from './launch'

let folder = ''
let userDataDir = ''
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-workspaces-'))
  userDataDir = join(folder, 'user')
  mkdirSync(userDataDir)
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

const sha = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

/** The system's own dialogs cannot be driven from here: they answer with this path. */
async function answerDialogs({ app }: Tapeline, path: string): Promise<void> {
  await app.evaluate(({ dialog }, file) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: file })
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
  }, path)
}

async function newWindow({ app }: Tapeline, act: () => Promise<unknown>): Promise<Page> {
  const [page] = await Promise.all([app.waitForEvent('window'), act()])
  await page.waitForLoadState('load')
  return page
}

const titles = ({ app }: Tapeline) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()))

async function fileMenu(page: Page, item: string): Promise<void> {
  await page.getByTestId('file-menu').click()
  await page.getByRole('menuitem', { name: item }).click()
}

async function makeEvent(page: Page, name: string): Promise<void> {
  await page.getByTestId('new-menu').click()
  await page.getByRole('menuitem', { name: 'Event' }).click()
  const form = page.getByTestId('record-form')
  await expect(form.locator('[data-field="name.en"]')).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Tab')
  await page.keyboard.type('測試')
  await page.keyboard.press('Tab')
  await page.keyboard.type('8 Dec 2025')
  await form.locator('[data-field="jurisdictions"]').click()
  await page.keyboard.type('cn')
  await page.keyboard.press('Control+Enter')
  await expect(form).toHaveCount(0)
}

test('a new workspace opens in a window of its own, and both come back after a restart', async () => {
  const file = join(folder, 'Export controls 2026.tapeline')
  const first = await launchTapeline({ userDataDir })
  await first.page.locator('.item').first().waitFor()
  await answerDialogs(first, join(folder, 'Export controls 2026'))
  const second = await newWindow(first, () => first.page.keyboard.press('Control+n'))
  await expect(second.getByText('This workspace has no dated records')).toBeVisible()
  expect(await workspaceOf(second)).toMatchObject({ file, records: [], notices: [] })
  await makeEvent(second, 'Only here')
  await expect(second.locator('.item').first()).toBeVisible()
  expect((await workspaceOf(first.page)).records.length).toBeGreaterThan(100)
  expect((await titles(first)).toSorted()).toEqual(['Export controls 2026 – Tapeline', 'Tapeline'])

  // What is open already comes to the front in place of opening twice.
  await fileMenu(first.page, 'Export controls 2026')
  await expect(first.page.getByText('It is open already')).toBeVisible()
  expect(first.app.windows()).toHaveLength(2)

  // A name that is taken is refused, and the file stays what it was.
  const before = sha(file)
  await first.page.keyboard.press('Control+n')
  await expect(first.page.getByText('The workspace could not be made')).toBeVisible()
  expect(sha(file)).toBe(before)
  await first.close()

  const again = await launchTapeline({ userDataDir })
  await expect.poll(() => again.app.windows().length).toBe(2)
  const files = await Promise.all(again.app.windows().map(async (page) => (await workspaceOf(page)).file))
  expect(files.toSorted()).toEqual([file, join(userDataDir, 'Tapeline.tapeline')])
  await again.close()
})

test('closing one window lets go of its file and leaves the other', async () => {
  const file = join(folder, 'Second.tapeline')
  const tapeline = await launchTapeline({ userDataDir })
  await tapeline.page.locator('.item').first().waitFor()
  await answerDialogs(tapeline, file)
  const second = await newWindow(tapeline, () => fileMenu(tapeline.page, 'New with the starter data'))
  await second.locator('.item').first().waitFor()
  // The window may be gone before the key is let go.
  await Promise.all([second.waitForEvent('close'), second.keyboard.press('Control+w').catch(() => undefined)])
  await expect.poll(() => tapeline.app.windows().length).toBe(1)
  await expect.poll(() => existsSync(`${file}-wal`)).toBe(false)
  const back = await newWindow(tapeline, () => fileMenu(tapeline.page, 'Second'))
  expect(await workspaceOf(back)).toMatchObject({ file, readOnly: false })
  await tapeline.close()
})

test('a copy holds all of it with its history, and never lands on another file', async () => {
  const file = join(folder, 'Copy.tapeline')
  const tapeline = await launchTapeline({ userDataDir })
  const { page } = tapeline
  await page.locator('.item').first().waitFor()
  await makeEvent(page, 'Before the copy')
  await answerDialogs(tapeline, file)
  await page.keyboard.press('Control+Shift+s')
  await expect(page.getByText('Copy saved')).toBeVisible()
  const original = await workspaceOf(page)
  const opened = await newWindow(tapeline, () => page.keyboard.press('Control+o'))
  const copy = await workspaceOf(opened)
  expect(copy.records).toEqual(original.records)
  expect(copy.history).toEqual(original.history)

  writeFileSync(join(folder, 'report.tapeline'), 'Dear diary')
  await answerDialogs(tapeline, join(folder, 'report.tapeline'))
  await page.keyboard.press('Control+Shift+s')
  await expect(page.getByText('The copy could not be saved')).toBeVisible()
  expect(readFileSync(join(folder, 'report.tapeline'), 'utf8')).toBe('Dear diary')
  await page.keyboard.press('Control+o')
  await expect(page.getByText('This is not a Tapeline workspace')).toBeVisible()
  expect(tapeline.app.windows()).toHaveLength(2)
  await tapeline.close()
})

test('a double click in the file manager opens the file, in the program that runs already', async () => {
  const [one, two] = [join(folder, '第一份 #1 %.tapeline'), join(folder, 'two.tapeline')]
  const maker = await launchTapeline({ userDataDir })
  for (const file of [one, two]) {
    await answerDialogs(maker, file)
    await mustCall(maker.page, 'files:save-copy', {})
  }
  await maker.close()

  const tapeline = await launchTapeline({ userDataDir, args: [one] })
  expect(await workspaceOf(tapeline.page)).toMatchObject({ file: one, readOnly: false })
  const start = async (...files: string[]) => {
    const switches = [`--user-data-dir=${userDataDir}`, '--no-sandbox']
    const child = spawn(runtimeExecutable(), [projectRoot, ...switches, ...files], { cwd: folder, stdio: 'ignore' })
    const [code] = (await once(child, 'exit')) as [number]
    expect(code).toBe(0)
  }
  const second = await newWindow(tapeline, () => start('two.tapeline'))
  expect(await workspaceOf(second)).toMatchObject({ file: two, readOnly: false })
  await start(one)
  await start()
  expect(tapeline.app.windows()).toHaveLength(2)
  await tapeline.close()
})

test('a workspace or figure that is dropped on the window opens; another file is refused', async () => {
  const [file, other] = [join(folder, 'dropped.tapeline'), join(folder, 'notes.txt')]
  writeFileSync(other, 'no workspace')
  const tapeline = await launchTapeline({ userDataDir })
  const { page } = tapeline
  await page.getByTestId('file-menu').waitFor()
  await answerDialogs(tapeline, file)
  await mustCall(page, 'files:save-copy', {})
  // The system's own drag cannot be made from here (Chromium's protocol stops before the drop), so the files are
  // real ones that a file field was given, and only the events are made up.
  await page.evaluate(() => {
    const field = document.createElement('input')
    field.type = 'file'
    field.id = 'given'
    document.body.append(field)
  })
  const drag = async (path: string) => {
    await page.locator('#given').setInputFiles(path)
    const send = (...types: string[]) =>
      page.evaluate((names) => {
        const [file] = (document.querySelector('#given') as HTMLInputElement).files ?? []
        if (file === undefined) throw new Error('no file was given')
        const dataTransfer = new DataTransfer()
        dataTransfer.items.add(file)
        for (const name of names)
          document.body.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer }))
      }, types)
    await send('dragenter', 'dragover')
    await expect(page.getByText('Drop it here to open it')).toBeVisible()
    await send('drop')
    await expect(page.getByText('Drop it here to open it')).toHaveCount(0)
  }
  const opened = await newWindow(tapeline, () => drag(file))
  expect(await workspaceOf(opened)).toMatchObject({ file })
  await drag(other)
  await expect(page.getByText('Only Tapeline workspaces (.tapeline) and figures (PNG, SVG, PDF) can be')).toBeVisible()
  const figure = join(folder, 'figure.svg')
  await answerDialogs(tapeline, figure)
  await page.getByTestId('timeline').waitFor()
  await page.keyboard.press('Control+e')
  await page.getByTestId('figure-more').click()
  await page.getByTestId('figure-save-svg').click()
  await expect(page.getByText('SVG saved')).toBeVisible({ timeout: 30_000 })
  await page.getByTestId('figure-close').click()
  await drag(figure)
  await expect(page.getByTestId('figure-opened')).toContainText('figure.svg')
  await tapeline.close()
})

test('a file that is replaced underneath is noticed, kept apart, and can be opened in its place', async () => {
  const [file, older, rescued] = ['work', 'older', 'rescued'].map((name) => join(folder, `${name}.tapeline`)) as [
    string,
    string,
    string,
  ]
  const maker = await launchTapeline({ userDataDir })
  for (const path of [file, older]) {
    await answerDialogs(maker, path)
    await mustCall(maker.page, 'files:save-copy', {})
  }
  await maker.close()

  const tapeline = await launchTapeline({ userDataDir, args: [file] })
  const { page } = tapeline
  await page.locator('.item').first().waitFor()
  await makeEvent(page, 'Only in memory soon')
  const before = sha(older)
  renameSync(older, file)
  const banner = page.getByRole('alert')
  await expect(banner).toContainText('Another program moved, replaced or changed the workspace file')
  // What was open here is kept unasked, the log of the old file is no longer beside the new one, and that is whole.
  await banner.getByRole('button', { name: 'Show the detail' }).click()
  expect(existsSync(/\/.*\(kept .*\)\.tapeline/.exec(await banner.innerText())?.[0] ?? '')).toBe(true)
  expect(existsSync(`${file}-wal`)).toBe(false)
  expect(sha(file)).toBe(before)
  await answerDialogs(tapeline, rescued)
  await banner.getByRole('button', { name: 'Save a copy…' }).click()
  await expect(page.getByText('Copy saved')).toBeVisible()
  await banner.getByRole('button', { name: 'Open what is there now' }).click()
  await expect(banner).toHaveCount(0)
  await page.locator('.item').first().waitFor()
  const now = await workspaceOf(page)
  expect(now).toMatchObject({ file, readOnly: false, notices: [] })
  expect(JSON.stringify(now.records)).not.toContain('Only in memory soon')
  const copy = await newWindow(tapeline, () => mustCall(page, 'files:open', { file: rescued }))
  expect((await workspaceOf(copy)).recordsText).toContain('Only in memory soon')
  await tapeline.close()
  expect(existsSync(`${file}-wal`)).toBe(false)
})

test('a file that another program wrote into is not written to, and its new content is kept beside it', async () => {
  const file = join(folder, 'work.tapeline')
  const maker = await launchTapeline({ userDataDir })
  await answerDialogs(maker, file)
  await mustCall(maker.page, 'files:save-copy', {})
  await answerDialogs(maker, join(folder, 'other.tapeline'))
  await makeEvent(maker.page, 'Written by another')
  await mustCall(maker.page, 'files:save-copy', {})
  await maker.close()
  const foreign = sha(join(folder, 'other.tapeline'))

  const tapeline = await launchTapeline({ userDataDir, args: [file] })
  await tapeline.page.locator('.item').first().waitFor()
  // As `rsync --inplace` does it: the same file with another content.
  copyFileSync(join(folder, 'other.tapeline'), file)
  const banner = tapeline.page.getByRole('alert')
  await expect(banner).toContainText('changed the workspace file')
  await banner.getByRole('button', { name: 'Show the detail' }).click()
  const kept = /\/.*\(changed elsewhere .*\)\.tapeline/.exec(await banner.innerText())?.[0] ?? ''
  expect(sha(kept)).toBe(foreign)
  await tapeline.close()
  // SQLite writes its log back when it closes; after that the other program's content stands there again.
  expect(sha(file)).toBe(foreign)
})

test('what stands beside a workspace in a synced folder is told, not opened', async () => {
  const place = join(folder, 'Dropbox', 'reports')
  mkdirSync(place, { recursive: true })
  const file = join(place, 'chips.tapeline')
  const tapeline = await launchTapeline({ userDataDir })
  await answerDialogs(tapeline, file)
  await mustCall(tapeline.page, 'files:save-copy', {})
  copyFileSync(file, join(place, "chips (Ann's conflicted copy 2026-11-20).tapeline"))
  const opened = await newWindow(tapeline, () => mustCall(tapeline.page, 'files:open', { file }))
  await expect(opened.getByText('This folder is copied between computers by Dropbox.')).toBeVisible()
  await expect(opened.getByText('Other versions of this workspace lie beside it.')).toBeVisible()
  await tapeline.close()
})
