import { expect, test, type Locator, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchTapeline, type LaunchOptions, type Tapeline } from './launch'
import { selectRecord } from './select-record'
import { settled } from './timeline-screen'

let tapeline: Tapeline
let userDataDir: string

async function open(options: LaunchOptions = {}): Promise<Page> {
  tapeline = await launchTapeline({ userDataDir, ...options })
  await expect(tapeline.page.getByTestId('timeline')).toBeVisible()
  return tapeline.page
}

async function openAgain(options: LaunchOptions = {}): Promise<Page> {
  await tapeline.close()
  return open(options)
}

test.beforeEach(() => {
  userDataDir = mkdtempSync(join(tmpdir(), 'tapeline-window-'))
})
test.afterEach(async () => {
  expect(tapeline.pageErrors).toEqual([])
  await tapeline.close()
  rmSync(userDataDir, { recursive: true, force: true })
})

const details = (page: Page): Locator => page.getByTestId('inspector')
const saved = (page: Page): Locator => page.getByTestId('save-state').filter({ hasText: /Saved|已儲存/ })

async function setLook(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: /Settings|設定/ }).click()
  await page.getByRole('menuitemradio', { name: item, exact: true }).click()
}

test('finds two Chinese characters in an English window and steps through the hits', async () => {
  const page = await open()
  await page.keyboard.press('/')
  await page.keyboard.type('放行')
  const hits = page.getByRole('option')
  await expect(hits.first()).toBeVisible()
  const status = page.getByRole('search').getByRole('status')
  await expect(status).toHaveText(/^\d+ hits$/)
  const count = Number.parseInt(await status.innerText(), 10)
  expect(count).toBeGreaterThan(1)

  await page.keyboard.press('Enter')
  await expect(status).toHaveText(`1 of ${String(count)}`)
  // Whoever steps through the hits has all of them in the list.
  await expect(hits).toHaveCount(count)
  await expect(hits.first()).toHaveAttribute('aria-selected', 'true')
  const first = await details(page).locator('article').getAttribute('data-record')
  await page.keyboard.press('F3')
  await expect(hits.nth(1)).toHaveAttribute('aria-selected', 'true')
  await expect(details(page).locator('article')).not.toHaveAttribute('data-record', first ?? '')
  await page.keyboard.press('Shift+F3')
  await expect(details(page).locator('article')).toHaveAttribute('data-record', first ?? '')
})

test('shows what is known of a chip: names, dates, figures with sources, links to follow', async () => {
  const page = await open()
  await selectRecord(page, 'H200 SXM', 'h200')
  const panel = details(page)
  await expect(panel.locator('[data-field="announced"]')).toContainText('13 November 2023')
  await expect(panel.getByRole('row', { name: /^Memory 141\sGB/ })).toBeVisible()
  await expect(panel.getByRole('heading', { name: 'Sources', exact: true })).toBeVisible()

  await panel.getByRole('button', { name: 'Hopper', exact: true }).click()
  await expect(panel.getByTestId('name-en')).toHaveText('Hopper')
  await page.keyboard.press('Control+[')
  await expect(panel.getByTestId('name-en')).toHaveText('H200 SXM')
  await page.keyboard.press('Control+]')
  await expect(panel.getByTestId('name-en')).toHaveText('Hopper')
})

test('asks before it opens an address, and shows the address', async () => {
  const page = await open()
  await tapeline.app.evaluate(({ dialog }) => {
    const asked: string[] = []
    Object.assign(globalThis, { asked })
    dialog.showMessageBox = (...args: unknown[]) => {
      asked.push(JSON.stringify(args.at(-1)))
      return Promise.resolve({ response: 1, checkboxChecked: false })
    }
  })
  await selectRecord(page, 'H200 SXM', 'h200')
  await details(page).getByRole('button', { name: 'Open in the browser' }).first().click()
  await expect
    .poll(() => tapeline.app.evaluate(() => (globalThis as { asked?: string[] }).asked ?? []))
    .toEqual([expect.stringContaining('https://')])
})

test('filters by kind and jurisdiction, says when nothing is left, and remembers', async () => {
  let page = await open()
  await page.keyboard.press('[')
  const filters = page.getByRole('complementary', { name: 'Filters' })
  const all = await filters.getByRole('status').textContent()
  await filters.getByRole('checkbox', { name: /^Chips/ }).click()
  await expect(filters.getByRole('status')).not.toHaveText(all ?? '')
  await expect(page.getByRole('button', { name: 'Filters', exact: true })).toContainText('1')

  await filters.getByRole('checkbox', { name: /^Netherlands/ }).click()
  await expect(page.getByRole('heading', { name: 'Nothing passes these filters' })).toBeVisible()

  page = await openAgain()
  await expect(page.getByRole('heading', { name: 'Nothing passes these filters' })).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Clear filters' }).click()
  await expect(page.getByRole('heading', { name: 'Nothing passes these filters' })).toBeHidden()
})

test('changes a title, a date and a note, saves them, and takes them back after a restart', async () => {
  let page = await open()
  await selectRecord(page, 'H200 SXM', 'h200')

  await details(page).getByTestId('name-en').click()
  await page.keyboard.type('H200 (renamed)')
  await page.keyboard.press('Enter')
  await expect(details(page).getByTestId('name-en')).toHaveText('H200 (renamed)')

  const available = details(page).locator('[data-field="available"]')
  await available.getByRole('button').click()
  await available.getByRole('textbox').fill('soon')
  await page.keyboard.press('Enter')
  await expect(available.getByRole('alert')).toContainText('Not a date')
  await available.getByRole('textbox').fill('2024-05~')
  await expect(available).toContainText('about May 2024')
  await page.keyboard.press('Enter')
  await expect(available).toContainText('2024-05~')

  await details(page).getByTestId('note').fill('出口許可：check the **tariff**')
  await details(page).getByTestId('note').blur()
  await expect(page.getByTestId('undo')).toHaveAccessibleName('Undo note on H200 (renamed)')
  await expect(saved(page)).toBeVisible()

  page = await openAgain()
  await selectRecord(page, '出口許可', 'h200')
  await expect(details(page).getByTestId('note-view')).toHaveText('出口許可：check the tariff')
  await expect(page.getByTestId('undo')).toHaveAccessibleName('Undo note on H200 (renamed)')
  await page.getByTestId('undo').click()
  await expect(details(page).getByTestId('note')).toHaveValue('')
  await page.keyboard.press('Control+z')
  await expect(details(page).locator('[data-field="available"]')).toContainText('2024-34')
  await expect(page.getByTestId('undo')).toHaveAccessibleName('Undo rename of H200 SXM')
  await page.keyboard.press('Control+z')
  await expect(details(page).getByTestId('name-en')).toHaveText('H200 SXM')
  await expect(page.getByTestId('undo')).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('Control+Shift+z')
  await expect(details(page).getByTestId('name-en')).toHaveText('H200 (renamed)')
})

test('saves what is still in a field when the window is closed', async () => {
  let page = await open()
  await selectRecord(page, 'H200 SXM', 'h200')
  await details(page).getByTestId('note').fill('Typed a moment before closing')
  page = await openAgain()
  await selectRecord(page, 'a moment before', 'h200')
  await expect(details(page).getByTestId('note-view')).toHaveText('Typed a moment before closing')
})

test('switches theme, language and lanes at once, and starts with them the next time', async () => {
  let page = await open()
  const html = page.locator('html')
  await expect(html).toHaveAttribute('data-theme', 'light')
  await setLook(page, 'Dark')
  await expect(html).toHaveAttribute('data-theme', 'dark')
  await setLook(page, '繁體中文')
  await expect(html).toHaveAttribute('lang', 'zh-Hant')
  await page.getByRole('radio', { name: '廠商' }).click()
  await expect(page.getByRole('radio', { name: '廠商' })).toHaveAttribute('aria-checked', 'true')

  page = await openAgain()
  // Decided before the first paint, by the address of the page.
  expect(new URL(page.url()).searchParams.get('theme')).toBe('dark')
  expect(new URL(page.url()).searchParams.get('locale')).toBe('zh-Hant')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant')
  await expect(page.getByRole('radio', { name: '廠商' })).toHaveAttribute('aria-checked', 'true')
})

test('follows the theme of the system while it runs', async () => {
  const page = await open()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await tapeline.app.evaluate(({ nativeTheme }) => {
    nativeTheme.themeSource = 'dark'
  })
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('opens and closes panels, dialogs and popovers from the keyboard', async () => {
  const page = await open()
  await expect(details(page)).toBeHidden()
  await page.keyboard.press(']')
  await expect(details(page)).toBeVisible()

  await page.keyboard.press('?')
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()

  await page.keyboard.press('g')
  await page.keyboard.type('Q1 2026')
  await expect(page.getByRole('dialog')).toContainText('first quarter of 2026')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await settled(page)
  const start = Number(await page.getByTestId('timeline').getAttribute('data-start-day'))
  const end = Number(await page.getByTestId('timeline').getAttribute('data-end-day'))
  const firstOfJanuary = Date.UTC(2026, 0, 1) / 86_400_000
  const lastOfMarch = Date.UTC(2026, 2, 31) / 86_400_000
  expect(start).toBeLessThanOrEqual(firstOfJanuary)
  expect(end).toBeGreaterThanOrEqual(lastOfMarch)
})

for (const locale of ['en', 'zh-Hant'] as const)
  test(`has every tool in sight in the narrowest window, and lanes to choose from a list: ${locale}`, async () => {
    const page = await open({ locale })
    await tapeline.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(720, 480)
    })
    const bar = page.locator('header.bar')
    const lanes = bar.getByRole('combobox', { name: /Lanes|分列/ })
    await expect(lanes).toBeVisible()
    const right = await bar.evaluate((element) => element.lastElementChild?.getBoundingClientRect().right)
    expect(right).toBeLessThanOrEqual(720)
    await lanes.click()
    await page.getByRole('option', { name: locale === 'en' ? 'Vendor' : '廠商' }).click()
    await expect(lanes).toHaveText(locale === 'en' ? 'Vendor' : '廠商')
    await expect(page.locator('[data-lane="vendor:nvidia"]').first()).toBeVisible()
  })
