import { expect, test } from '@playwright/test'
import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { mustCall, workspaceOf } from './call'
import { saveTo } from './file-dialogs'
import { makeEvent, newWindow } from './files-screen'
import { launchTapeline } from './launch'
import { ownFolder } from './own-folder'
import { sha } from './sha'

const folder = ownFolder('tapeline-workspaces-')
const userDataDir = () => join(folder(), 'user')
test.beforeEach(() => mkdirSync(userDataDir()))

test('a file that is replaced underneath is noticed, kept apart, and can be opened in its place', async () => {
  const [file, older, rescued] = ['work', 'older', 'rescued'].map((name) => join(folder(), `${name}.tapeline`)) as [
    string,
    string,
    string,
  ]
  const maker = await launchTapeline({ userDataDir: userDataDir() })
  for (const path of [file, older]) {
    await saveTo(maker, path)
    await mustCall(maker.page, 'files:save-copy', {})
  }
  await maker.close()

  const tapeline = await launchTapeline({ userDataDir: userDataDir(), args: [file] })
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
  await saveTo(tapeline, rescued)
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
  const file = join(folder(), 'work.tapeline')
  const maker = await launchTapeline({ userDataDir: userDataDir() })
  await saveTo(maker, file)
  await mustCall(maker.page, 'files:save-copy', {})
  await saveTo(maker, join(folder(), 'other.tapeline'))
  await makeEvent(maker.page, 'Written by another')
  await mustCall(maker.page, 'files:save-copy', {})
  await maker.close()
  const foreign = sha(join(folder(), 'other.tapeline'))

  const tapeline = await launchTapeline({ userDataDir: userDataDir(), args: [file] })
  await tapeline.page.locator('.item').first().waitFor()
  // As `rsync --inplace` does it: the same file with another content.
  copyFileSync(join(folder(), 'other.tapeline'), file)
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
  const place = join(folder(), 'Dropbox', 'reports')
  mkdirSync(place, { recursive: true })
  const file = join(place, 'chips.tapeline')
  const tapeline = await launchTapeline({ userDataDir: userDataDir() })
  await saveTo(tapeline, file)
  await mustCall(tapeline.page, 'files:save-copy', {})
  copyFileSync(file, join(place, "chips (Ann's conflicted copy 2026-11-20).tapeline"))
  const opened = await newWindow(tapeline, () => mustCall(tapeline.page, 'files:open', { file }))
  await expect(opened.getByText('This folder is copied between computers by Dropbox.')).toBeVisible()
  await expect(opened.getByText('Other versions of this workspace lie beside it.')).toBeVisible()
  await tapeline.close()
})
