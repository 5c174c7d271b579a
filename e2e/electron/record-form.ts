import { expect, test, type Locator, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchTapeline, type Tapeline } from './launch'

export const form = (page: Page): Locator => page.getByTestId('record-form')
export const field = (page: Page, key: string): Locator => form(page).locator(`[data-field="${key}"]`)

/** Opens the form of a new event by keys and types both its names. */
export async function beginEvent(page: Page, en: string, zhHant: string): Promise<void> {
  await page.keyboard.press('n')
  await page.getByRole('menuitem', { name: 'Event' }).click()
  await expect(field(page, 'name.en')).toBeFocused()
  await page.keyboard.type(en)
  await page.keyboard.press('Tab')
  await page.keyboard.type(zhHant)
}

/** For the tests of a file: an app that may be started again on what it kept, and must end without an error. */
export function restartable(): { open: () => Promise<Page>; restart: () => Promise<Page> } {
  let tapeline: Tapeline
  let userDataDir: string
  test.beforeEach(() => {
    userDataDir = mkdtempSync(join(tmpdir(), 'tapeline-forms-'))
  })
  test.afterEach(async () => {
    expect(tapeline.pageErrors).toEqual([])
    await tapeline.close()
    rmSync(userDataDir, { recursive: true, force: true })
  })
  async function open(): Promise<Page> {
    tapeline = await launchTapeline({ userDataDir })
    await expect(tapeline.page.getByTestId('timeline')).toBeVisible()
    return tapeline.page
  }
  async function restart(): Promise<Page> {
    await tapeline.close()
    return open()
  }
  return { open, restart }
}
