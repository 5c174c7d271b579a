import { expect, type Page } from '@playwright/test'

/** Opens the editor by its key, and waits for the first page. */
export async function openEditor(page: Page): Promise<void> {
  await expect(page.getByTestId('timeline')).toBeVisible()
  await page.keyboard.press('Control+e')
  await expect(page.getByTestId('figure-page')).toBeVisible({ timeout: 20_000 })
  await pageIsDrawn(page)
}

/** What stands on the desk is what was asked for. */
export async function pageIsDrawn(page: Page): Promise<void> {
  await expect(page.getByRole('region', { name: /Preview of the figure|圖表預覽/ })).toHaveAttribute(
    'aria-busy',
    'false',
    {
      timeout: 20_000,
    },
  )
}

/** The image on the desk: its address, and width divided by height. */
export async function shownPage(page: Page): Promise<{ src: string; ratio: number }> {
  return page.getByTestId('figure-page').evaluate((element) => {
    const image = element as HTMLImageElement
    const box = image.getBoundingClientRect()
    return { src: image.src, ratio: box.width / box.height }
  })
}

/** Does something to the settings and waits until another page stands on the desk. */
export async function changed(page: Page, work: () => Promise<unknown>): Promise<{ src: string; ratio: number }> {
  const before = await shownPage(page)
  await work()
  await expect.poll(async () => (await shownPage(page)).src, { timeout: 20_000 }).not.toBe(before.src)
  await pageIsDrawn(page)
  return shownPage(page)
}

export const field = (page: Page, name: string) =>
  page.locator(`[data-field="${name}"] input, input[data-field="${name}"]`)
export const choice = (page: Page, value: string) =>
  page.getByTestId('figure-editor').locator(`[data-value="${value}"]`)

/** Chooses what the figure shows. */
export async function show(page: Page, label: string): Promise<void> {
  await page.locator('[data-field="what"]').click()
  await page.getByRole('option', { name: label }).click()
}
