import { expect, test, type Locator, type Page } from '@playwright/test'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { READY_QUERIES } from '../../src/domain/console/ready-queries'
import { readCsv } from '../../src/testing/read-csv'
import { mustCall } from './call'
import { launchTapeline, type Tapeline } from './launch'

let tapeline: Tapeline

async function openConsole(options: Parameters<typeof launchTapeline>[0] = {}): Promise<Page> {
  tapeline = await launchTapeline(options)
  const { page } = tapeline
  await expect(page.getByTestId('timeline')).toBeVisible()
  await page.keyboard.press('q')
  await expect(editor(page)).toBeFocused()
  return page
}
test.afterEach(async () => {
  expect(tapeline.pageErrors).toEqual([])
  await tapeline.close()
})

const editor = (page: Page): Locator => page.getByTestId('console-editor')
const result = (page: Page): Locator => page.getByTestId('console-result')
const outcome = (page: Page): Locator => page.getByTestId('console-outcome')
const cell = (page: Page, row: number, column: number): Locator =>
  result(page).locator(`[data-index="${String(row)}"] [data-at="${String(column)}"]`)
/** Records that are marked on the timeline, once each. */
const selected = (page: Page): Promise<string[]> =>
  page
    .locator('.item-selected')
    .evaluateAll((all) => [...new Set(all.map((one) => (one as HTMLElement).dataset['record'] ?? ''))])

async function type(page: Page, sql: string): Promise<void> {
  await editor(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText(sql)
  await page.keyboard.press('Control+Enter')
}

async function choose(page: Page, id: string): Promise<void> {
  await page.getByTestId('console-ready').click()
  await page.locator(`[data-query="${id}"]`).click()
}

test('runs a ready query, and its rows select records', async () => {
  const page = await openConsole()
  await choose(page, 'tpp-and-density')
  await expect(outcome(page)).toHaveText(/^\d+ rows · /)
  const first = await cell(page, 0, 0).innerText()
  await cell(page, 0, 4).click()
  await expect(page.getByTestId('inspector')).toContainText(await cell(page, 0, 1).innerText())
  await expect.poll(() => selected(page)).toEqual([first])

  // The maker of the row, for that cell holds a record, too.
  await cell(page, 0, 2).click()
  await expect(page.getByTestId('name-en')).toContainText('NVIDIA')
  await cell(page, 0, 0).click()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByTestId('selection')).toContainText('2 selected')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect.poll(() => selected(page)).toEqual([await cell(page, 2, 0).innerText()])
})

test('tells a mistake and where it stands, and refuses to write', async () => {
  const page = await openConsole()
  await type(page, 'SELECT name\nFORM chips')
  await expect(outcome(page)).toContainText('near "chips": syntax error')
  await expect(outcome(page)).toContainText('line 2, column 6')
  const marked = await editor(page).evaluate((field: HTMLTextAreaElement) =>
    field.value.slice(field.selectionStart, field.selectionEnd),
  )
  expect(marked).toBe('chips')
  await type(page, 'DELETE FROM chips')
  await expect(outcome(page)).toContainText('only reads')
  await type(page, 'SELECT count(*) FROM chips')
  await expect(cell(page, 0, 0)).toHaveText(/^[1-9]\d+$/)
})

test('an endless query is stopped while the window goes on', async () => {
  const page = await openConsole()
  await expect(page.locator('[data-table="chips"] .count')).toHaveText(/\d/)
  await type(page, 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n')
  await expect(outcome(page)).toHaveText('Running…')
  // Main answers, and the window draws.
  const began = performance.now()
  await mustCall(page, 'settings:read', {})
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)))
  const beats = performance.now() - began
  expect(beats).toBeLessThan(1000)
  const took = await page.evaluate(async () => {
    const line = document.querySelector('[data-testid="console-outcome"]')
    const began = performance.now()
    document.querySelector<HTMLElement>('[data-testid="console-stop"]')?.click()
    while (line?.textContent !== 'Stopped.') await new Promise((resolve) => requestAnimationFrame(resolve))
    return performance.now() - began
  })
  expect(took).toBeLessThan(200)
  await type(page, 'SELECT 1 AS one')
  await expect(cell(page, 0, 0)).toHaveText('1')
})

test('saves the whole result as CSV', async () => {
  const page = await openConsole()
  const folder = mkdtempSync(join(tmpdir(), 'tapeline-csv-'))
  const file = join(folder, 'result')
  await tapeline.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  await type(
    page,
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 12000)
     SELECT i, '=1+1' AS formula, 'say "hi", 中文' AS words, NULL AS absent FROM n`,
  )
  await expect(outcome(page)).toContainText('The first 10000 rows')
  await page.getByTestId('console-save').click()
  await expect(page.getByText('12000 rows saved')).toBeVisible()
  expect(readdirSync(folder)).toEqual(['result.csv'])
  const bytes = readFileSync(`${file}.csv`)
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const rows = readCsv(bytes.toString('utf8').slice(1))
  expect(rows.length).toBe(12_001)
  expect(rows[0]).toEqual(['i', 'formula', 'words', 'absent'])
  expect(rows[12_000]).toEqual(['12000', "'=1+1", 'say "hi", 中文', ''])
  rmSync(folder, { recursive: true })
})

test('keeps the statement and its result while it is closed, and the last queries', async () => {
  const page = await openConsole()
  await type(page, 'SELECT 7 AS seven')
  await expect(cell(page, 0, 0)).toHaveText('7')
  await page.keyboard.press('Escape')
  await expect(result(page)).toBeFocused()
  await page.keyboard.press('q')
  await expect(page.getByTestId('console')).toHaveCount(0)
  await page.getByTestId('toggle-console').click()
  await expect(editor(page)).toHaveValue('SELECT 7 AS seven')
  await expect(cell(page, 0, 0)).toHaveText('7')
  await type(page, 'SELECT 8 AS eight')
  await expect(cell(page, 0, 0)).toHaveText('8')
  await page.getByTestId('console-recent').click()
  await page.getByRole('menuitem', { name: 'SELECT 7 AS seven' }).click()
  await expect(editor(page)).toHaveValue('SELECT 7 AS seven')
})

test('shows the edit that was made a moment ago', async () => {
  const page = await openConsole()
  await type(page, "SELECT name FROM chips WHERE id = 'h200'")
  await expect(result(page)).toBeVisible()
  const before = await cell(page, 0, 0).innerText()
  await type(page, "SELECT id FROM chips WHERE id = 'h200'")
  await cell(page, 0, 0).click()
  await page.getByTestId('name-en').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.insertText('H200 renamed')
  await page.keyboard.press('Enter')
  await type(page, "SELECT name FROM chips WHERE id = 'h200'")
  await expect(cell(page, 0, 0)).toHaveText('H200 renamed')
  expect(before).not.toBe('H200 renamed')
})

test('inserts names out of the schema', async () => {
  const page = await openConsole()
  await page.keyboard.type('SELECT id FROM')
  await page.getByRole('button', { name: 'Insert chips', exact: true }).click()
  await expect(editor(page)).toHaveValue('SELECT id FROM chips')
  await expect(editor(page)).toBeFocused()
  await page.getByRole('button', { name: 'Columns of events' }).click()
  await expect(page.getByRole('button', { name: 'Insert date_from_day', exact: true })).toContainText('integer')
  await editor(page).focus()
  await page.keyboard.press('Control+z')
  await expect(editor(page)).not.toHaveValue('SELECT id FROM chips')
})

test('has columns that are made wider by hand, and as wide when the query is run again', async () => {
  const page = await openConsole()
  await type(page, 'SELECT id, name FROM chips')
  const edge = page.locator('[data-edge="id"]')
  const width = async (): Promise<number> => (await cell(page, 0, 0).boundingBox())?.width ?? NaN
  await expect(cell(page, 0, 0)).toBeVisible()
  const before = await width()
  const box = await edge.boundingBox()
  if (box === null) throw new Error('no edge')
  await page.mouse.move(box.x, box.y + box.height / 2)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, box.y + box.height / 2, { steps: 4 })
  await page.mouse.up()
  await expect.poll(width).toBeCloseTo(before + 60, 0)
  await edge.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(width).toBeCloseTo(before + 84, 0)
  await type(page, 'SELECT id, name FROM chips ORDER BY name')
  await expect(outcome(page)).toContainText('rows')
  await expect.poll(width).toBeCloseTo(before + 84, 0)
  await edge.dblclick()
  await expect.poll(width).toBeCloseTo(before, 0)
})

test('in Chinese, with the names of the language', async () => {
  const page = await openConsole({ locale: 'zh-Hant' })
  await page.getByTestId('console-ready').click()
  for (const { title } of READY_QUERIES)
    await expect(page.getByRole('menuitem', { name: title['zh-Hant'] })).toBeVisible()
  await page.getByRole('menuitem', { name: READY_QUERIES[0]?.title['zh-Hant'] ?? '' }).click()
  await expect(outcome(page)).toHaveText(/^\d+ 列 · [\d.]+ 毫秒$/)
  await expect(editor(page)).toHaveValue(/name_zh/)
  await type(page, 'DROP TABLE chips')
  await expect(outcome(page)).toHaveText(/主控台只能讀取/)
})
