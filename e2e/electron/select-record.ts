import { expect, type Page } from '@playwright/test'

/**
 * Selects a record through the search, as a reader would who knows its name, and leaves the search empty. Waits for
 * the field first: keys that are pressed before the window is there go nowhere, and the letters after them are
 * taken for shortcuts.
 */
export async function selectRecord(page: Page, query: string, record: string): Promise<void> {
  const field = page.locator('[aria-controls="search-results"]')
  await field.waitFor()
  await page.keyboard.press('Control+f')
  await expect(field).toBeFocused()
  await page.keyboard.type(query)
  await page.locator(`#hit-${record}`).click()
  await expect(page.getByTestId('inspector').locator(`[data-record="${record}"]`).first()).toBeVisible()
  // The list, the words, and the field.
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('Escape')
  await expect(field).not.toBeFocused()
}
