import { expect, type Page } from '@playwright/test'
import type { Tapeline } from './launch'

export async function newWindow({ app }: Tapeline, act: () => Promise<unknown>): Promise<Page> {
  const [page] = await Promise.all([app.waitForEvent('window'), act()])
  await page.waitForLoadState('load')
  return page
}

export async function makeEvent(page: Page, name: string): Promise<void> {
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
