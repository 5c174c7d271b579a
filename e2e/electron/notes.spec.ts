import { expect, test, type Locator, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HOSTILE_NOTES } from '../../src/testing/hostile-notes'
import { settled } from './timeline-screen'
import { launchTapeline, type LaunchOptions, type Tapeline } from './launch'

let tapeline: Tapeline
let userDataDir: string

async function open(options: LaunchOptions = {}): Promise<Page> {
  tapeline = await launchTapeline({ userDataDir, ...options })
  await expect(tapeline.page.locator('.item').first()).toBeVisible()
  return tapeline.page
}

test.beforeEach(() => {
  userDataDir = mkdtempSync(join(tmpdir(), 'tapeline-notes-'))
})
test.afterEach(async () => {
  await tapeline.close()
  rmSync(userDataDir, { recursive: true, force: true })
})

const details = (page: Page): Locator => page.getByTestId('inspector')
const box = (page: Page): Locator => page.locator('.note-box')

async function find(page: Page, query: string, record: string): Promise<void> {
  await page.keyboard.press('Control+f')
  await page.keyboard.type(query)
  await page.locator(`#hit-${record}`).click()
  await expect(details(page).locator(`[data-record="${record}"]`).first()).toBeVisible()
  for (let press = 0; press < 3; press++) await page.keyboard.press('Escape')
}

async function addNote(page: Page, date: string, words: string): Promise<void> {
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('m')
  const form = page.getByTestId('add-annotation')
  await form.getByRole('textbox').first().fill(date)
  await form.getByRole('textbox').last().fill(words)
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
}

test('reads hostile notes without anything acting or being asked for', async () => {
  const page = await open()
  const requests: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('app://ui/')) requests.push(request.url())
  })
  const address = page.url()
  await find(page, 'H200 SXM', 'h200')
  for (const note of HOSTILE_NOTES) {
    const view = details(page).getByTestId('note-view')
    if (await view.isVisible()) await view.press('Enter')
    await details(page).getByTestId('note').fill(note)
    await details(page).getByTestId('note').blur()
    await expect(view).toBeVisible()
    await expect(view).not.toBeEmpty()
    await view.hover()
    const found = await view.evaluate((page) => ({
      acts: page.querySelectorAll(
        'script,img,iframe,object,embed,link,style,form,input,svg,math,video,[style],[href],[src],[id]',
      ).length,
      handlers: [...page.querySelectorAll('*')]
        .flatMap((element) => element.getAttributeNames())
        .filter((name) => name.startsWith('on')),
      acted: 'acted' in window,
    }))
    expect([note, found]).toEqual([note, { acts: 0, handlers: [], acted: false }])
  }
  expect(requests).toEqual([])
  expect(page.url()).toBe(address)
  expect(tapeline.app.windows()).toHaveLength(1)
  expect(tapeline.pageErrors).toEqual([])
})

test('completes a link by keyboard, follows it, and finds the way back', async () => {
  const page = await open()
  await find(page, 'H200 SXM', 'h200')
  await details(page).getByTestId('note').click()
  await page.keyboard.type('After [[h20')
  const list = page.getByTestId('link-list')
  await expect(list.getByRole('option').first()).toHaveAttribute('aria-selected', 'true')
  const h20 = list.locator('[data-record="h20"]')
  await expect(h20).toBeVisible()
  while ((await h20.getAttribute('aria-selected')) !== 'true') await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type(' and [[nothing]]')
  await page.keyboard.press('Escape')

  const view = details(page).getByTestId('note-view')
  await expect(view.locator('.note-link-unresolved')).toHaveText('nothing')
  await view.locator('.note-link').click()
  await expect(details(page).locator('article')).toHaveAttribute('data-record', 'h20')
  await expect(details(page).getByText('Mentioned in')).toBeVisible()
  expect(tapeline.pageErrors).toEqual([])
})

test('puts notes on a date and a span, keeps their place through zoom and restart, and lists them', async () => {
  let page = await open()
  await addNote(page, '8 Dec 2025', '**The day** H200 was allowed')
  await expect(box(page)).toHaveText('The day H200 was allowed')
  await addNote(page, '2025-01/2025-06', 'Half a year of talks')
  await expect(page.locator('.note-band[data-kind="span"]')).toBeVisible()

  const day = box(page).filter({ hasText: 'The day' })
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('0')
  await settled(page)
  const offset = async (shown: Page): Promise<[number, number]> => {
    const id = await shown.locator('.note-band[data-kind="date"]').getAttribute('data-annotation')
    const line = await shown.locator(`.note-band[data-annotation="${id ?? ''}"]`).boundingBox()
    const at = await shown.locator(`.note-box[data-annotation="${id ?? ''}"]`).boundingBox()
    if (line === null || at === null) throw new Error('the note is not to be seen')
    return [Math.round(at.x - line.x - line.width / 2), Math.round(at.y - line.y)]
  }
  const before = await day.boundingBox()
  if (before === null) throw new Error('no box')
  await page.mouse.move(before.x + 20, before.y + 10)
  await page.mouse.down()
  await page.mouse.move(before.x - 60, before.y + 120, { steps: 8 })
  await page.mouse.up()
  // Saved, and so at rest: the moves of a mouse are heard some time after they are made.
  await expect(page.getByTestId('undo')).toHaveAccessibleName(/edit/i)
  const placed = await offset(page)
  // Polled, for the picture may still be on its way between the two measurements.
  const expectPlace = (shown: Page) =>
    expect
      .poll(async () => {
        const [x, y] = await offset(shown)
        return Math.abs(x - placed[0]) <= 1 && y === placed[1]
      })
      .toBe(true)
  expect(placed[1]).toBeGreaterThan(90)

  await page.getByTestId('timeline').focus()
  await page.keyboard.press('-')
  await settled(page)
  await expectPlace(page)

  await tapeline.close()
  page = await open({ locale: 'zh-Hant', theme: 'dark' })
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('0')
  await settled(page)
  await expectPlace(page)

  await page.keyboard.press('Shift+M')
  const list = page.getByTestId('annotation-list')
  await expect(list.locator('[data-note]')).toHaveCount(2)
  await list.getByRole('textbox').fill('talks')
  await list.locator('[data-note]').click()
  await expect(details(page).getByTestId('annotation')).toBeVisible()
  expect(tapeline.pageErrors).toEqual([])
})
