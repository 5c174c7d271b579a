import { expect, test } from '@playwright/test'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { mustCall, workspaceOf } from './call'
import { changed, choice, field, openEditor, pageIsDrawn } from './figure-screen'
import { openThis, saveTo } from './file-dialogs'
import { ownRun } from './own-run'

const { folder, open, tapeline } = ownRun('tapeline-figure-')

interface OlderClipboard {
  readImage(): { getSize(): { width: number; height: number } }
}

test('saves a PNG of the size that was shown, an SVG that parses and a PDF', async () => {
  const page = await open()
  await openEditor(page)
  await changed(page, () => choice(page, 'a4-landscape').click())
  await field(page, 'dpi').fill('150')
  await pageIsDrawn(page)
  const size = await page.getByText(/^\d+ × \d+ px$/).textContent()

  const png = join(folder(), 'figure.png')
  await saveTo(tapeline(), png)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Image saved')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByText('Show in folder')).toBeVisible()
  const image = PNG.sync.read(readFileSync(png))
  expect(`${String(image.width)} × ${String(image.height)} px`).toBe(size)
  expect(Math.abs(image.width - (297 / 25.4) * 150)).toBeLessThan(1)

  const svg = join(folder(), 'figure.svg')
  await saveTo(tapeline(), svg)
  await page.getByTestId('figure-more').click()
  await page.getByTestId('figure-save-svg').click()
  await expect(page.getByText('SVG saved')).toBeVisible({ timeout: 30_000 })
  // As an image it must be whole and well-formed, or it is not decoded.
  const text = readFileSync(svg, 'utf8')
  const decoded = await page.evaluate(async (content) => {
    const picture = new Image()
    picture.src = URL.createObjectURL(new Blob([content], { type: 'image/svg+xml' }))
    await picture.decode()
    return picture.naturalWidth / picture.naturalHeight
  }, text)
  expect(decoded).toBeCloseTo(297 / 210, 2)
  expect(text).toContain('<title id="title">AI chips and export controls</title>')

  // SVG was the last one: the button is for SVG now. PDF comes from the settings.
  await expect(page.getByTestId('figure-save')).toContainText('SVG')
  await choice(page, 'pdf').click()
  const pdf = join(folder(), 'figure.pdf')
  await saveTo(tapeline(), pdf)
  await page.getByTestId('figure-save').click()
  await expect(page.getByText('PDF saved')).toBeVisible({ timeout: 30_000 })
  expect(readFileSync(pdf).subarray(0, 5).toString('latin1')).toBe('%PDF-')
  expect(readdirSync(folder()).sort()).toEqual(['figure.pdf', 'figure.png', 'figure.svg'])
  expect(tapeline().pageErrors).toEqual([])
})

test('copies the figure as PNG and SVG, and its alt text', async () => {
  const page = await open()
  await openEditor(page)
  await tapeline().app.evaluate(({ clipboard }) => clipboard.clear())
  const size = await page
    .getByText(/^\d+ × \d+ px$/)
    .first()
    .textContent()
  await page.keyboard.press('Control+Shift+C')
  await expect(page.getByText('Image copied')).toBeVisible({ timeout: 30_000 })
  const copied = await tapeline().app.evaluate(({ clipboard }) =>
    (clipboard as unknown as OlderClipboard).readImage().getSize(),
  )
  expect(`${String(copied.width)} × ${String(copied.height)} px`).toBe(size)

  await page.getByTestId('figure-more').click()
  await page.getByTestId('figure-copy-svg').click()
  await expect(page.getByText('SVG copied')).toBeVisible({ timeout: 30_000 })
  expect(await tapeline().app.evaluate(({ clipboard }) => clipboard.readText())).toMatch(/^<svg [\s\S]*<\/svg>\s*$/)

  await page.getByTestId('figure-more').click()
  await page.getByTestId('figure-copy-text').click()
  await expect(page.getByText('Alt text copied')).toBeVisible()
  const alt = await page.getByTestId('figure-page').getAttribute('alt')
  const text = await tapeline().app.evaluate(({ clipboard }) => clipboard.readText())
  expect(text.length).toBeGreaterThan(20)
  expect(alt).toContain(text)
})

for (const format of ['png', 'svg', 'pdf'] as const)
  test(`a ${format.toUpperCase()} that is opened after an edit brings its figure back and says what changed`, async () => {
    const page = await open()
    await openEditor(page)
    await changed(page, () => choice(page, 'a3-landscape').click())
    await changed(page, () => choice(page, 'dark').click())
    const file = join(folder(), `figure.${format}`)
    await saveTo(tapeline(), file)
    await page.getByTestId('figure-more').click()
    await page.getByTestId(`figure-save-${format}`).click()
    await expect(page.getByText('Show in folder')).toBeVisible({ timeout: 30_000 })
    await changed(page, () => choice(page, 'slide').click())
    await page.keyboard.press('Escape')

    await openThis(tapeline(), file)
    await page.keyboard.press('Control+Shift+O')
    await expect(page.getByTestId('figure-opened')).toContainText('Nothing has changed since this figure was made.')
    await expect(choice(page, 'a3-landscape')).toHaveAttribute('aria-checked', 'true')
    await expect(choice(page, 'dark')).toHaveAttribute('aria-checked', 'true')
    await page.keyboard.press('Escape')

    const { records } = await workspaceOf(page)
    const chip = records.find(({ id }) => id === 'h200')
    if (chip?.type !== 'chip') throw new Error('there is no chip')
    const to = { ...chip, name: { en: 'Renamed chip', 'zh-Hant': chip.name['zh-Hant'] } }
    await mustCall(page, 'workspace:commit', {
      change: { label: { action: 'rename', subject: chip.name }, edits: { [chip.id]: { from: chip, to } } },
    })
    await page.reload()
    await expect(page.getByTestId('timeline')).toBeVisible()
    await page.keyboard.press('Control+Shift+O')
    await expect(page.getByTestId('figure-opened')).toContainText('1 record changed')
    await page.getByRole('button', { name: 'Show which' }).click()
    await page.getByTestId('figure-opened').getByRole('button', { name: 'Renamed chip' }).click()
    await expect(page.getByTestId('figure-editor')).toHaveCount(0)
    await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('Renamed chip')
  })

test('says so when a file is no figure, and stays where it was', async () => {
  const page = await open()
  await expect(page.getByTestId('timeline')).toBeVisible()
  const file = join(folder(), 'cat.png')
  await openThis(tapeline(), file)
  await page.keyboard.press('Control+Shift+O')
  await expect(page.getByText('There is no such file')).toBeVisible()
  writeFileSync(file, PNG.sync.write(new PNG({ width: 4, height: 4 })))
  await page.keyboard.press('Control+Shift+O')
  await expect(page.getByText('This is no figure of Tapeline')).toBeVisible()
  await expect(page.getByTestId('figure-editor')).toHaveCount(0)
})

test('a long drawing tells how far it is, and is cancelled without a trace', async () => {
  const page = await open()
  await openEditor(page)
  await changed(page, () => choice(page, 'a3-landscape').click())
  await field(page, 'dpi').fill('1500')
  const file = join(folder(), 'large.png')
  await saveTo(tapeline(), file)
  await page.getByTestId('figure-save').click()
  await expect(page.getByTestId('figure-job').getByRole('progressbar')).toBeVisible()
  await page.getByTestId('figure-cancel').click()
  await expect(page.getByText('Cancelled. Nothing was written.')).toBeVisible()
  await expect(page.getByTestId('figure-job')).toHaveCount(0)
  expect(readdirSync(folder())).toEqual([])
  // And the next one is drawn.
  await field(page, 'dpi').fill('96')
  await page.getByTestId('figure-save').click()
  await expect(page.getByText('Image saved')).toBeVisible({ timeout: 30_000 })
  expect(existsSync(file)).toBe(true)
})

test('writes nothing when the question where to is cancelled', async () => {
  const page = await open()
  await openEditor(page)
  await saveTo(tapeline(), '')
  await page.getByTestId('figure-save').click()
  await saveTo(tapeline(), join(folder(), 'second.png'))
  await page.getByTestId('figure-save').click()
  await expect(page.getByText('Image saved')).toHaveCount(1, { timeout: 30_000 })
})
