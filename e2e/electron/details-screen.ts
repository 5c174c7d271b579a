import { expect, type Locator, type Page } from '@playwright/test'

export const details = (page: Page): Locator => page.getByTestId('inspector')
const saved = (page: Page): Locator => page.getByTestId('save-state').filter({ hasText: /Saved|已儲存/ })

/** Gives the record in the details another English name, and waits until that is saved. */
export async function rename(page: Page, to: string): Promise<void> {
  await page.getByTestId('name-en').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(to)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('name-en')).toHaveText(to)
  await expect(saved(page)).toBeVisible()
}

export async function redate(page: Page, field: string, to: string): Promise<void> {
  await details(page).locator(`[data-field="${field}"]`).getByRole('button').first().click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(to)
  await page.keyboard.press('Enter')
  await expect(details(page).locator(`[data-field="${field}"]`)).toContainText(to)
  await expect(saved(page)).toBeVisible()
}
