import { expect, test } from '@playwright/test'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { mustCall, workspaceOf } from './call'
import { ownRun } from './own-run'
import { selectRecord } from './select-record'
import { sha } from './sha'

const { folder, open, tapeline } = ownRun('tapeline-durability-', {
  dataInFolder: true,
  until: (page) => expect(page.getByTestId('timeline')).toBeVisible(),
})

const file = () => join(folder(), 'Tapeline.tapeline')

test('a damaged file: what can be read is salvaged into a new file, a good backup is brought back, the file stays', async () => {
  let page = await open()
  await mustCall(page, 'versions:create', { name: 'Before the damage' })
  const { records } = await workspaceOf(page)
  await tapeline().close()
  const bytes = readFileSync(file())
  writeFileSync(file(), bytes.fill(0xa5, 4096 * 20, 4096 * 23))
  const before = sha(file())

  page = await open()
  const notice = page.getByRole('alert').filter({ hasText: 'damaged' })
  await notice.getByTestId('salvage-run').click()
  const told = notice.getByTestId('salvage-told')
  await expect(told).toContainText('Saved into a new file')
  await expect(told).toContainText('The damaged file stays as it is.')
  const salvagedFile = (await notice.getByTestId('salvage-file').textContent()) ?? ''
  expect(salvagedFile).toMatch(/Tapeline \(salvaged \d{4}-\d\d-\d\d\)\.tapeline$/)
  const saved = Number(/(\d+) records/.exec((await told.textContent()) ?? '')?.[1])
  expect(saved).toBeGreaterThan(records.length / 2)
  expect(saved).toBeLessThan(records.length)

  await notice.getByTestId('salvage-backup').click()
  await expect(told).toContainText(`is whole: ${String(records.length)} records`)
  const backupFile = (await notice.getByTestId('salvage-file').textContent()) ?? ''
  expect(backupFile).toContain('(backup of ')
  await tapeline().close()
  expect(sha(file())).toBe(before)

  // Both open like any workspace.
  for (const [path, count] of [
    [salvagedFile, saved],
    [backupFile, records.length],
  ] as const) {
    expect(existsSync(path)).toBe(true)
    rmSync(file())
    writeFileSync(file(), readFileSync(path))
    page = await open()
    const state = await workspaceOf(page)
    expect(state).toMatchObject({ readOnly: false, notices: [] })
    const known = new Map(records.map((record) => [record.id, record]))
    expect(state.records).toHaveLength(count)
    for (const record of state.records) expect(record).toEqual(known.get(record.id))
    await tapeline().close()
  }
  expect(readdirSync(folder()).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test('the history says who made a step, under the name that was chosen', async () => {
  const page = await open()
  const system = await mustCall(page, 'settings:read', {})
  expect(system.systemAuthor).not.toBe('')
  const rename = async (to: string) => {
    await page.getByTestId('name-en').click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(to)
    await page.keyboard.press('Enter')
    await expect(page.getByTestId('name-en')).toHaveText(to)
  }
  await selectRecord(page, 'H200 SXM', 'h200')
  await rename('H200 one')
  await page.getByTestId('settings-menu').click()
  await page.getByTestId('author-menu').click()
  await page.getByTestId('author').fill('王小明')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('author')).toBeHidden()
  await rename('H200 two')
  await page.getByTestId('toggle-history').click()
  const steps = page.getByTestId('history-step')
  await expect(steps).toHaveCount(2)
  await expect(steps.nth(1)).toContainText(system.systemAuthor)
  await steps.nth(0).getByRole('button').first().click()
  await expect(steps.nth(0).getByTestId('history-made')).toContainText('By 王小明')
})
