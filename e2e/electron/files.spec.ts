import { expect, test, type Page } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runtimeExecutable } from './app-copy'
import { mustCall, workspaceOf } from './call'
import { openThis, saveTo } from './file-dialogs'
import { makeEvent, newWindow } from './files-screen'
import { launchTapeline, projectRoot, type Tapeline } from './launch'
import { ownFolder } from './own-folder'
import { sha } from './sha'

const folder = ownFolder('tapeline-workspaces-')
const userDataDir = () => join(folder(), 'user')
test.beforeEach(() => mkdirSync(userDataDir()))

const titles = ({ app }: Tapeline) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.getTitle()))

async function fileMenu(page: Page, item: string): Promise<void> {
  await page.getByTestId('file-menu').click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('a new workspace opens in a window of its own, and both come back after a restart', async () => {
  const file = join(folder(), 'Export controls 2026.tapeline')
  const first = await launchTapeline({ userDataDir: userDataDir() })
  await first.page.locator('.item').first().waitFor()
  await saveTo(first, join(folder(), 'Export controls 2026'))
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

  const again = await launchTapeline({ userDataDir: userDataDir() })
  await expect.poll(() => again.app.windows().length).toBe(2)
  const files = await Promise.all(again.app.windows().map(async (page) => (await workspaceOf(page)).file))
  expect(files.toSorted()).toEqual([file, join(userDataDir(), 'Tapeline.tapeline')])
  await again.close()
})

test('closing one window lets go of its file and leaves the other', async () => {
  const file = join(folder(), 'Second.tapeline')
  const tapeline = await launchTapeline({ userDataDir: userDataDir() })
  await tapeline.page.locator('.item').first().waitFor()
  await saveTo(tapeline, file)
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
  const file = join(folder(), 'Copy.tapeline')
  const tapeline = await launchTapeline({ userDataDir: userDataDir() })
  const { page } = tapeline
  await page.locator('.item').first().waitFor()
  await makeEvent(page, 'Before the copy')
  await saveTo(tapeline, file)
  await page.keyboard.press('Control+Shift+s')
  await expect(page.getByText('Copy saved')).toBeVisible()
  const original = await workspaceOf(page)
  await openThis(tapeline, file)
  const opened = await newWindow(tapeline, () => page.keyboard.press('Control+o'))
  const copy = await workspaceOf(opened)
  expect(copy.records).toEqual(original.records)
  expect(copy.history).toEqual(original.history)

  writeFileSync(join(folder(), 'report.tapeline'), 'Dear diary')
  await saveTo(tapeline, join(folder(), 'report.tapeline'))
  await page.keyboard.press('Control+Shift+s')
  await expect(page.getByText('The copy could not be saved')).toBeVisible()
  expect(readFileSync(join(folder(), 'report.tapeline'), 'utf8')).toBe('Dear diary')
  await openThis(tapeline, join(folder(), 'report.tapeline'))
  await page.keyboard.press('Control+o')
  await expect(page.getByText('This is not a Tapeline workspace')).toBeVisible()
  expect(tapeline.app.windows()).toHaveLength(2)
  await tapeline.close()
})

test('a double click in the file manager opens the file, in the program that runs already', async () => {
  const [one, two] = [join(folder(), '第一份 #1 %.tapeline'), join(folder(), 'two.tapeline')]
  const maker = await launchTapeline({ userDataDir: userDataDir() })
  for (const file of [one, two]) {
    await saveTo(maker, file)
    await mustCall(maker.page, 'files:save-copy', {})
  }
  await maker.close()

  const tapeline = await launchTapeline({ userDataDir: userDataDir(), args: [one] })
  expect(await workspaceOf(tapeline.page)).toMatchObject({ file: one, readOnly: false })
  const start = async (...files: string[]) => {
    const switches = [`--user-data-dir=${userDataDir()}`, '--no-sandbox']
    const child = spawn(runtimeExecutable(), [projectRoot, ...switches, ...files], { cwd: folder(), stdio: 'ignore' })
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
  const [file, other] = [join(folder(), 'dropped.tapeline'), join(folder(), 'notes.txt')]
  writeFileSync(other, 'no workspace')
  const tapeline = await launchTapeline({ userDataDir: userDataDir() })
  const { page } = tapeline
  await page.getByTestId('file-menu').waitFor()
  await saveTo(tapeline, file)
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
  const figure = join(folder(), 'figure.svg')
  await saveTo(tapeline, figure)
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
