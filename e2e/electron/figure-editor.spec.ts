import { expect, test } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { PAPER_PRESETS } from '../../src/domain/figure/paper-presets'
import { workspaceOf } from './call'
import { changed, choice, field, openEditor, show, shownPage } from './figure-screen'
import { saveTo } from './file-dialogs'
import { ownRun } from './own-run'

const { folder, open, tapeline } = ownRun('tapeline-figure-')

test('the preview follows the settings, and nothing else of the window hears the keys', async () => {
  const page = await open()
  await openEditor(page)
  const { ratio } = await shownPage(page)
  expect(await page.getByTestId('figure-page').getAttribute('alt')).toContain('records')
  expect(await page.getByTestId('figure-editor').locator('svg [data-record]').count()).toBe(0)

  const tall = await changed(page, () => choice(page, 'column-single').click())
  expect(tall.ratio).toBeLessThan(ratio)
  await expect(field(page, 'width')).toHaveValue('85')
  await expect(field(page, 'typePt')).toHaveValue(String(PAPER_PRESETS['column-single'].typePt))
  await changed(page, () => field(page, 'typePt').fill('12'))
  await changed(page, () => choice(page, 'dark').click())
  await changed(page, () => field(page, 'title').fill('Who may buy what'))
  await changed(page, () => page.getByRole('checkbox', { name: 'Legend' }).click())

  const whole = await page.getByTestId('figure-report').textContent()
  await changed(page, async () => {
    await show(page, 'Dates')
    await field(page, 'from').fill('2025')
  })
  expect(await page.getByTestId('figure-report').textContent()).not.toBe(whole)
  // A range that is none is told at once, in words, and comes right again.
  await field(page, 'to').fill('2024')
  await expect(page.getByRole('alert')).toContainText('These dates are no range.')
  await field(page, 'to').fill('2026-06')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await show(page, 'Selection')
  await expect(page.getByRole('alert')).toContainText('Nothing is selected.')

  await page.keyboard.press('Escape')
  await expect(page.getByTestId('figure-editor')).toHaveCount(0)
  expect(tapeline().pageErrors).toEqual([])
})

test('a figure is saved with the workspace, and found after a restart with its look', async () => {
  const userDataDir = join(folder(), 'user')
  let page = await open({ userDataDir })
  await openEditor(page)
  await changed(page, () => choice(page, 'square').click())
  await changed(page, () => choice(page, 'greyscale').click())
  await page.getByTestId('kept-figures').click()
  await page.getByTestId('keep-figure').click()
  await page.getByTestId('name-field').fill('Square in grey')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('kept-figures')).toHaveText('Square in grey')
  await changed(page, () => choice(page, 'slide').click())
  await expect(page.getByTestId('kept-figures')).toHaveText('Square in grey (changed)')
  await tapeline().close()

  page = await open({ userDataDir })
  await openEditor(page)
  // The look of the last figure is there at once, the saved one when it is chosen.
  await expect(choice(page, 'slide')).toHaveAttribute('aria-checked', 'true')
  await expect(choice(page, 'greyscale')).toHaveAttribute('aria-checked', 'true')
  await page.getByTestId('kept-figures').click()
  const before = await shownPage(page)
  await page.getByRole('menuitem', { name: 'Square in grey' }).click()
  await expect.poll(async () => (await shownPage(page)).src).not.toBe(before.src)
  await expect(choice(page, 'square')).toHaveAttribute('aria-checked', 'true')
  await expect(page.getByTestId('kept-figures')).toHaveText('Square in grey')

  await page.getByTestId('kept-figures').click()
  await page.getByRole('menuitem', { name: 'Delete…' }).click()
  await page.getByTestId('confirm-delete-figure').click()
  await expect(page.getByTestId('kept-figures')).toHaveText('Not saved')
  const { records } = await workspaceOf(page)
  expect(records.some((record) => record.type === 'view' && record.figure !== undefined)).toBe(false)
})

test('turns the pages of a PDF', async () => {
  const page = await open()
  await openEditor(page)
  await choice(page, 'pdf').click()
  await changed(page, () => field(page, 'pages').fill('3'))
  await expect(page.getByTestId('figure-pages')).toHaveText(/^1 \/ [3-9]/)
  await changed(page, () => page.getByRole('button', { name: 'Next page' }).click())
  await expect(page.getByTestId('figure-pages')).toHaveText(/^2 \//)
  await page.getByRole('region', { name: 'Preview of the figure' }).focus()
  await changed(page, () => page.keyboard.press('PageUp'))
  await expect(page.getByTestId('figure-pages')).toHaveText(/^1 \//)
})

test('zooms and moves the page by keys, wheel and drag', async () => {
  const page = await open()
  await openEditor(page)
  const image = page.getByTestId('figure-page')
  const width = async () => (await image.boundingBox())?.width ?? 0
  const fitted = await width()
  await page.keyboard.press('Control+1')
  await expect.poll(width).toBeCloseTo(1280, -1)
  await page.keyboard.press('Control+=')
  await expect.poll(width).toBeCloseTo(1600, -1)
  const before = await image.boundingBox()
  const desk = page.getByRole('region', { name: 'Preview of the figure' })
  await desk.hover({ position: { x: 200, y: 200 } })
  await page.mouse.down()
  await page.mouse.move(300, 320, { steps: 4 })
  await page.mouse.up()
  await expect.poll(async () => (await image.boundingBox())?.x).not.toBe(before?.x)
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, 200)
  await page.keyboard.up('Control')
  await expect.poll(width).toBeLessThan(1600)
  await page.keyboard.press('Control+0')
  await expect.poll(width).toBe(fitted)
})

test('speaks Chinese, and draws in Chinese at first', async () => {
  const page = await open({ locale: 'zh-Hant', theme: 'dark' })
  await openEditor(page)
  await expect(page.getByRole('dialog', { name: '圖表' })).toBeVisible()
  await expect(choice(page, 'zh-Hant')).toHaveAttribute('aria-checked', 'true')
  const words = (await page.getByTestId('figure-editor').innerText()).replace(
    /PNG|SVG|PDF|English|A[34]|mm|dpi|px|pt|in\b/g,
    '',
  )
  expect(words.match(/[A-Za-z]{3,}/g)).toBeNull()
  const file = join(folder(), '圖.svg')
  await saveTo(tapeline(), file)
  await page.getByTestId('figure-more').click()
  await page.getByTestId('figure-save-svg').click()
  await expect(page.getByText('已儲存 SVG')).toBeVisible({ timeout: 30_000 })
  expect(readFileSync(file, 'utf8')).toContain('AI 晶片與出口管制')
})

/** Of all pixels, those that differ by more than a trace in some colour. */
function shareOfDifference(a: Uint8Array, b: Uint8Array, trace: number): number {
  let different = 0
  for (let at = 0; at < a.length; at += 4)
    if ([0, 1, 2].some((part) => Math.abs((a[at + part] ?? 0) - (b[at + part] ?? 0)) > trace)) different += 1
  return different / (a.length / 4)
}

test('Chromium draws the SVG as the PNG is', async () => {
  const page = await open()
  await openEditor(page)
  await field(page, 'dpi').fill('192')
  const [png, svg] = [join(folder(), 'a.png'), join(folder(), 'a.svg')]
  await saveTo(tapeline(), png)
  await page.getByTestId('figure-save').click()
  await expect(page.getByText('Image saved')).toBeVisible({ timeout: 30_000 })
  await saveTo(tapeline(), svg)
  await page.getByTestId('figure-more').click()
  await page.getByTestId('figure-save-svg').click()
  await expect(page.getByText('SVG saved')).toBeVisible({ timeout: 30_000 })

  const image = PNG.sync.read(readFileSync(png))
  const drawn = await page.evaluate(
    async ([text, width, height]) => {
      const picture = new Image()
      picture.src = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
      await picture.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width, height })
      const pen = canvas.getContext('2d')
      if (pen === null) throw new Error('no canvas')
      pen.drawImage(picture, 0, 0, width, height)
      return canvas.toDataURL('image/png')
    },
    [readFileSync(svg, 'utf8'), image.width, image.height] as const,
  )
  const ofChromium = PNG.sync.read(Buffer.from(drawn.split(',')[1] ?? '', 'base64'))
  const share = shareOfDifference(image.data, ofChromium.data, 64)
  // The two paint the edges of letters each in their own way; 0.8 % of the pixels was measured.
  expect(share).toBeLessThan(0.012)
  // And it is no empty page that they agree on.
  const blank = new Uint8Array(image.data.length).fill(255)
  expect(shareOfDifference(image.data, blank, 64)).toBeGreaterThan(0.03)
})
