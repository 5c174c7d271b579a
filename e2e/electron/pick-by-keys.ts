import { expect, type Locator, type Page } from '@playwright/test'

/** Goes by arrow keys to an entry of the menu that is opening, and takes it. */
export async function pickByKeys(page: Page, entry: Locator): Promise<void> {
  // A menu takes the focus once it has found its place on the screen; keys before that go elsewhere.
  const menu = page.locator('[role="menu"]:is(:focus, :focus-within)')
  await expect(menu).toBeVisible()
  const isThere = (): Promise<boolean> => entry.evaluate((element) => element === document.activeElement)
  for (let left = await menu.getByRole('menuitem').count(); left > 0 && !(await isThere()); left -= 1)
    await page.keyboard.press('ArrowDown')
  await expect(entry).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(entry).toBeHidden()
}
