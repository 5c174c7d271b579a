import { expect, test, type Locator, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { rename } from './details-screen'
import { launchTapeline, type LaunchOptions, type Tapeline } from './launch'
import { selectRecord } from './select-record'

let tapeline: Tapeline
let userDataDir: string

async function open(options: LaunchOptions = {}): Promise<Page> {
  tapeline = await launchTapeline({ userDataDir, ...options })
  await expect(tapeline.page.getByTestId('timeline')).toBeVisible()
  return tapeline.page
}

test.beforeEach(() => {
  userDataDir = mkdtempSync(join(tmpdir(), 'tapeline-history-'))
})
test.afterEach(async () => {
  expect(tapeline.pageErrors).toEqual([])
  await tapeline.close()
  rmSync(userDataDir, { recursive: true, force: true })
})

const steps = (page: Page): Locator => page.getByTestId('history-step')

test('shows every step, restores one record and everything, and keeps it all over a restart', async () => {
  let page = await open()
  await selectRecord(page, 'H200', 'h200')
  await rename(page, 'H200 one')
  await selectRecord(page, 'H100', 'h100')
  await rename(page, 'H100 two')
  await selectRecord(page, 'H20', 'h20')
  await rename(page, 'H20 three')
  await selectRecord(page, 'B200', 'b200')
  await rename(page, 'B200 four')
  await selectRecord(page, 'H800', 'h800')
  await rename(page, 'H800 five')

  await page.getByTestId('toggle-history').click()
  await expect(steps(page)).toHaveCount(5)
  await expect(steps(page).nth(0)).toContainText('Rename of H800')
  await expect(steps(page).nth(4)).toContainText('Rename of H200')
  await expect(steps(page).nth(0)).toHaveAttribute('aria-current', 'step')

  // Field by field, and one record back as it was.
  await steps(page).nth(4).getByRole('button', { name: 'Rename of H200' }).click()
  const details = page.getByTestId('history-details')
  await expect(details).toContainText('Name › English')
  await expect(details.locator('ins')).toContainText('H200 one')
  await details.getByTestId('restore-before').click()
  await expect(steps(page)).toHaveCount(6)
  await expect(steps(page).nth(0)).toContainText('Restoring H200')

  // A click on the record selects it, and the details show it restored.
  await steps(page).nth(5).locator('.name').click()
  await expect(page.getByTestId('name-en')).toHaveText(/^H200(?! one)/)
  if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/history-en.png` })

  // Everything to just after the second edit.
  await steps(page).nth(4).getByRole('button', { name: 'Rename of H100' }).click()
  await page.getByTestId('restore-all').click()
  await expect(page.getByTestId('restore-counts')).toContainText('4 records change')
  await page.getByTestId('restore-confirm').click()
  await expect(steps(page)).toHaveCount(7)
  await expect(steps(page).nth(0)).toContainText('Restoring 4 records')
  await expect(page.getByTestId('name-en')).toHaveText('H200 one')

  await page.keyboard.press('Control+z')
  await expect(steps(page).nth(0)).toHaveClass(/undone/)
  // Undo shows what it brought back.
  await expect(page.getByTestId('name-en')).toHaveText('H800 five')
  await page.keyboard.press('Control+z')
  await expect(steps(page).nth(1)).toHaveClass(/undone/)
  await expect(steps(page).nth(2)).toHaveAttribute('aria-current', 'step')

  await tapeline.close()
  page = await open({ theme: 'dark', locale: 'zh-Hant' })
  await page.keyboard.press('h')
  await expect(steps(page)).toHaveCount(7)
  await expect(steps(page).nth(0)).toHaveClass(/undone/)
  await expect(steps(page).nth(1)).toHaveClass(/undone/)
  await expect(steps(page).nth(2)).toContainText('重新命名「')
  await expect(steps(page).nth(2)).toHaveAttribute('aria-current', 'step')
  await steps(page).nth(2).getByRole('button').first().click()
  await expect(page.getByTestId('history-details').locator('ins')).toContainText('H800 five')
  if (process.env['SHOTS'] !== undefined) await page.screenshot({ path: `${process.env['SHOTS']}/history-zh.png` })
})
