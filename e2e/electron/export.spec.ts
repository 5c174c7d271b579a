import { expect, test, type Page } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { saveTo } from './file-dialogs'
import { ownRun } from './own-run'

const { folder, open, tapeline } = ownRun('tapeline-export-', {
  until: (page) => expect(page.getByTestId('timeline')).toBeVisible(),
})

async function choose(page: Page, menu: string, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: menu, exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

/** The runtime that tests are run on still has the older clipboard; the types are those of a newer one. */
interface OlderClipboard {
  readImage(): { getSize(): { width: number; height: number } }
}

function copiedSize(): Promise<{ width: number; height: number }> {
  return tapeline().app.evaluate(({ clipboard }) => (clipboard as unknown as OlderClipboard).readImage().getSize())
}

/** How many colours an image has: text and soft edges alone give hundreds, an empty page one. */
function coloursOf({ data }: PNG): number {
  const colours = new Set<number>()
  for (let index = 0; index < data.length; index += 4) colours.add(data.readUInt32BE(index))
  return colours.size
}

test('saves the current view as an image, with everything that the window shows', async () => {
  const page = await open()
  const file = join(folder(), 'view.png')
  await saveTo(tapeline(), file)
  await choose(page, 'Figures', /^Save view/)
  await expect(page.getByText('Image saved')).toBeVisible({ timeout: 30_000 })
  const image = PNG.sync.read(readFileSync(file))
  const width = await page.getByTestId('timeline').evaluate((element) => element.clientWidth)
  expect(image.width).toBeGreaterThan(width)
  expect(image.height).toBeGreaterThan(600)
  expect(coloursOf(image)).toBeGreaterThan(200)
  expect(tapeline().pageErrors).toEqual([])
})

test('draws the language and theme of the window', async () => {
  const page = await open({ locale: 'zh-Hant', theme: 'dark' })
  const file = join(folder(), 'dark')
  await saveTo(tapeline(), file)
  await choose(page, '圖表', /存成 PNG/)
  await expect.poll(() => existsSync(`${file}.png`), { timeout: 30_000 }).toBe(true)
  const image = PNG.sync.read(readFileSync(`${file}.png`))
  expect(image.data[0]).toBeLessThan(40)
  expect(coloursOf(image)).toBeGreaterThan(200)
})

test('copies the current view to the clipboard', async () => {
  const page = await open()
  await tapeline().app.evaluate(({ clipboard }) => clipboard.clear())
  await choose(page, 'Figures', /^Copy view/)
  await expect(page.getByText('Image copied')).toBeVisible({ timeout: 30_000 })
  const size = await copiedSize()
  expect(size.width).toBeGreaterThan(900)
  await expect(page.getByText(`${size.width} × ${size.height} px`)).toBeVisible()
})

test('writes nothing when the question where to is cancelled', async () => {
  const page = await open()
  await saveTo(tapeline(), '')
  await choose(page, 'Figures', /^Save view/)
  // A second save that does answer is later than the first would have been.
  await saveTo(tapeline(), join(folder(), 'second.png'))
  await choose(page, 'Figures', /^Save view/)
  await expect(page.getByText('Image saved')).toHaveCount(1, { timeout: 30_000 })
  await expect(page.getByText('could not be saved')).toHaveCount(0)
})

test('says so when the image cannot be written, and goes on', async () => {
  const page = await open()
  await saveTo(tapeline(), join(folder(), 'no-such-folder', 'view.png'))
  await choose(page, 'Figures', /^Save view/)
  await expect(page.getByText('The figure could not be saved')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByTestId('timeline')).toBeVisible()
  expect(tapeline().pageErrors).toEqual([])
})
