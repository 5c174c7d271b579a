import { expect, test, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { changed, openEditor, pageIsDrawn } from './figure-screen'
import { openThis, saveTo } from './file-dialogs'
import { launchTapeline, type Tapeline } from './launch'
import { selectRecord } from './select-record'

let tapeline: Tapeline
let folder: string

test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tapeline-parts-'))
  tapeline = await launchTapeline()
})
test.afterEach(async () => {
  await tapeline.close()
  rmSync(folder, { recursive: true, force: true })
})

const part = (page: Page, name: string) => page.getByTestId('figure-editor').locator(`[data-field="${name}"]`)
const altText = (page: Page) => page.getByTestId('figure-page').getAttribute('alt')

test('a figure begins with what stands under the timeline, and each part can be switched', async () => {
  const { page } = tapeline
  await expect(page.getByTestId('timeline')).toBeVisible()
  await page.keyboard.press('l')
  await openEditor(page)
  await expect(part(page, 'lanes')).toHaveAttribute('aria-checked', 'true')
  await expect(part(page, 'status')).toHaveAttribute('aria-checked', 'false')
  expect(await altText(page)).toContain('Below, on the same axis: TPP')

  await changed(page, () => part(page, 'status').click())
  expect(await altText(page)).toContain('what the rules said of sales to China')
  await changed(page, () =>
    page
      .getByTestId('figure-editor')
      .getByRole('button', { name: /^Take / })
      .first()
      .click(),
  )
  await changed(page, () => part(page, 'lanes').click())
  expect(await altText(page)).not.toContain('TPP')

  const png = join(folder, 'figure.png')
  await saveTo(tapeline, png)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Image saved')).toBeVisible({ timeout: 30_000 })

  // The file brings its parts back, and no others.
  await page.keyboard.press('Escape')
  await openThis(tapeline, png)
  await page.keyboard.press('Control+Shift+O')
  await expect(page.getByTestId('figure-page')).toBeVisible({ timeout: 20_000 })
  await expect(part(page, 'status')).toHaveAttribute('aria-checked', 'true')
  await expect(part(page, 'lanes')).toHaveAttribute('aria-checked', 'false')
  await expect(page.getByTestId('figure-editor').locator('li[data-chip]')).toHaveCount(3)
  expect(tapeline.pageErrors).toEqual([])
})

test('the comparison goes into a figure with its chips and its base', async () => {
  const { page } = tapeline
  await selectRecord(page, 'H100 SXM5', 'h100')
  await page.keyboard.press('c')
  await page.getByTestId('add-chip').click()
  await page.keyboard.type('H20')
  await page.keyboard.press('Enter')
  await page.getByTestId('comparison-in-figure').click()
  await expect(page.getByTestId('figure-page')).toBeVisible({ timeout: 20_000 })
  await pageIsDrawn(page)
  await expect(part(page, 'comparison')).toHaveAttribute('aria-checked', 'true')
  expect(await altText(page)).toMatch(/A table sets H100 .*, H20.* side by side\./)
  await expect(part(page, 'base')).toContainText('H100')
  expect(tapeline.pageErrors).toEqual([])
})
