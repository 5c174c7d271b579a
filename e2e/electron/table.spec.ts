import { expect, test, type Locator, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchTapeline, type Tapeline } from './launch'
import { selectRecord } from './select-record'
import { settled } from './timeline-screen'

let tapeline: Tapeline

async function openTable(options: Parameters<typeof launchTapeline>[0] = {}): Promise<Page> {
  tapeline = await launchTapeline(options)
  const { page } = tapeline
  await expect(page.getByTestId('timeline')).toBeVisible()
  await page.keyboard.press('\\')
  await expect(grid(page)).toBeVisible()
  return page
}
test.afterEach(async () => {
  expect(tapeline.pageErrors).toEqual([])
  await tapeline.close()
})

const grid = (page: Page): Locator => page.getByTestId('table-grid')
const cell = (page: Page, row: number, column: string): Locator =>
  grid(page).locator(`[aria-rowindex="${String(row + 2)}"] [data-column="${column}"]`)
const tab = (page: Page, type: string): Locator => page.getByTestId('table').locator(`[data-type="${type}"]`)
const column = (page: Page, name: string): Promise<string[]> =>
  grid(page).locator(`[data-column="${name}"]`).allInnerTexts()

test('sorts by a column, edits a cell, shows what is wrong, and undoes', async () => {
  const page = await openTable()
  await tab(page, 'chip').click()
  await grid(page).locator('[data-heading="metric.tpp"]').click()
  const figures = (await column(page, 'metric.tpp')).filter((text) => text !== '').map(Number)
  expect(figures.length).toBeGreaterThan(5)
  expect(figures).toEqual([...figures].sort((a, b) => a - b))

  await grid(page).locator('[data-heading="name.en"]').click()
  const name = cell(page, 0, 'name.en')
  const before = await name.innerText()
  await name.click()
  await page.keyboard.press('F2')
  await page.keyboard.type(`A ${before}`)
  await page.keyboard.press('Enter')
  await expect(cell(page, 0, 'name.en')).toHaveText(`A ${before}`)

  await cell(page, 0, 'announced').click()
  await page.keyboard.press('Enter')
  await page.keyboard.type('soon')
  await page.keyboard.press('Enter')
  await expect(grid(page).getByRole('alert')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(grid(page).getByRole('textbox')).toHaveCount(0)

  await page.keyboard.press('Control+z')
  await expect(cell(page, 0, 'name.en')).toHaveText(before)
})

test('copies a range, pastes three rows as one step, and lists what cannot be pasted', async () => {
  const page = await openTable()
  await tab(page, 'chip').click()
  await grid(page).locator('[data-heading="name.en"]').click()
  const names = (await column(page, 'name.en')).slice(0, 3)
  await cell(page, 0, 'name.en').click()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Control+c')
  const copied = (): Promise<string[]> =>
    tapeline.app.evaluate(({ clipboard }) => clipboard.readText()).then((text) => text.split('\n'))
  await expect.poll(copied).toEqual(names)

  await tapeline.app.evaluate(({ clipboard }) => clipboard.writeText('0 first\r\n0 second\r\n0 third\r\n'))
  await cell(page, 0, 'name.en').click()
  await page.keyboard.press('Control+v')
  await expect
    .poll(() => column(page, 'name.en').then((all) => all.slice(0, 3)))
    .toEqual(['0 first', '0 second', '0 third'])
  await page.keyboard.press('Control+z')
  await expect.poll(() => column(page, 'name.en').then((all) => all.slice(0, 3))).toEqual(names)

  await tapeline.app.evaluate(({ clipboard }) => clipboard.writeText('2024\nsoon\n2025'))
  await cell(page, 0, 'announced').click()
  const dates = (await column(page, 'announced')).slice(0, 3)
  await page.keyboard.press('Control+v')
  await expect(page.getByTestId('paste-report').getByRole('listitem')).toContainText(['soon'])
  expect((await column(page, 'announced')).slice(0, 3)).toEqual(dates)
  await page.getByTestId('paste-report').getByRole('button').first().click()
  await expect.poll(() => column(page, 'announced').then((all) => all.slice(0, 3))).toEqual(['2024', dates[1], '2025'])
})

test('keeps selection in step, and draws the links of what is selected through zoom and folding', async () => {
  const page = await openTable()
  await tab(page, 'chip').click()
  await selectRecord(page, 'H200 SXM', 'h200')
  const row = grid(page).locator('.row.selected')
  await expect(row).toHaveAttribute('data-record', 'h200')
  await grid(page).focus()
  await page.keyboard.press('ArrowDown')
  const next = await row.getAttribute('data-record')
  expect(next).not.toBe('h200')
  await expect(page.locator('.item.item-selected').first()).toHaveAttribute('data-record', next ?? '')

  await page.keyboard.press('ArrowUp')
  await settled(page)
  const arrows = page.locator('.arrow')
  const touching = page.locator('.arrow[data-from="h200"], .arrow[data-to="h200"]').first()
  await expect(touching).toBeAttached()
  const chain = await arrows.count()
  await page.getByTestId('toggle-arrows').click()
  expect(await arrows.count()).toBeGreaterThan(chain)
  await page.getByTestId('toggle-arrows').click()
  const way = await touching.getAttribute('d')
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('-')
  await settled(page)
  await expect(touching).toBeAttached()
  expect(await touching.getAttribute('d')).not.toBe(way)
  await page.locator('.lane-parent').first().click()
  await settled(page)
  await expect(touching).toBeAttached()
  expect(await touching.getAttribute('d')).not.toMatch(/NaN/)
})

test('names its columns in the language of the window', async () => {
  const page = await openTable({ locale: 'zh-Hant', theme: 'dark' })
  await tab(page, 'chip').click()
  await expect(grid(page).getByRole('columnheader').first()).toHaveText('名稱（中文）')
  await cell(page, 4, 'name.zh-Hant').click()
  await settled(page)
  await page.screenshot({ path: test.info().outputPath('table-zh-dark.png') })
})

test('keeps columns as they were dragged, widened and sorted, over a restart', async () => {
  const userDataDir = mkdtempSync(join(tmpdir(), 'tapeline-table-'))
  try {
    let page = await openTable({ userDataDir })
    await tab(page, 'chip').click()
    const headings = (): Promise<string[]> =>
      grid(page)
        .getByRole('columnheader')
        .evaluateAll((found) => found.map((one) => (one as HTMLElement).dataset['heading'] ?? ''))
    const widthOf = async (id: string): Promise<number> =>
      (await grid(page).locator(`[data-heading="${id}"]`).boundingBox())?.width ?? 0
    const [first = '', second = '', third = ''] = await headings()

    const drag = async (from: Locator, dx: number): Promise<void> => {
      const box = await from.boundingBox()
      if (box === null) throw new Error('there is no heading')
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
      await page.mouse.move(x, y)
      await page.mouse.down()
      await page.mouse.move(x + dx, y, { steps: 5 })
      await page.mouse.up()
    }
    const before = await widthOf(first)
    await drag(grid(page).locator(`[data-edge="${first}"]`), 60)
    await expect.poll(() => widthOf(first)).toBe(before + 60)
    await drag(grid(page).locator(`[data-heading="${third}"]`), -300)
    await expect.poll(headings).toEqual(expect.arrayContaining([third]))
    expect((await headings()).indexOf(third)).toBeLessThan(2)
    const order = await headings()
    await grid(page).locator(`[data-heading="${second}"]`).click()
    await expect(grid(page).locator(`[data-heading="${second}"]`)).toHaveAttribute('aria-sort', 'ascending')
    const names = await column(page, second)

    await tapeline.close()
    page = await openTable({ userDataDir })
    await tab(page, 'chip').click()
    expect(await headings()).toEqual(order)
    expect(await widthOf(first)).toBe(before + 60)
    await expect(grid(page).locator(`[data-heading="${second}"]`)).toHaveAttribute('aria-sort', 'ascending')
    expect(await column(page, second)).toEqual(names)
  } finally {
    rmSync(userDataDir, { recursive: true, force: true })
  }
})

test('says of a link where its other end is hidden by a filter, and explains the arrows', async () => {
  const rule = 'rule-2022-10-advanced-computing'
  tapeline = await launchTapeline()
  const { page } = tapeline
  await selectRecord(page, 'Advanced computing rule, October 2022', rule)
  await settled(page)
  await expect(page.locator(`.arrow[data-from="${rule}"]`).first()).toBeAttached()
  await expect(page.locator('.arrow-stub')).toHaveCount(0)

  // Rules alone: the events that answer it are hidden, and each is named at a loose end.
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('[')
  await page.getByRole('checkbox', { name: /^Rules/ }).click()
  await settled(page)
  const words = page.locator('.arrow-word')
  await expect(words.first()).toHaveText(/ \(hidden by filters\)$/)
  expect(await page.locator('.arrow-stub').count()).toBe(await words.count())

  await page.getByTestId('legend').click()
  await expect(page.locator('[data-link-kind]')).toHaveCount(7)
  await page.screenshot({ path: test.info().outputPath('arrow-stubs.png') })
})
