import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test, type Locator, type Page } from '@playwright/test'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TapelineRecord } from '../../src/domain/model/record'
import { parseEdtf } from '../../src/domain/time/edtf'
import { workspaceOf } from './call'
import { launchTapeline, type LaunchOptions, type Tapeline } from './launch'
import { selectRecord } from './select-record'
import { settled } from './timeline-screen'

let tapeline: Tapeline
let userDataDir: string

async function open(options: LaunchOptions = {}): Promise<Page> {
  tapeline = await launchTapeline({ userDataDir, ...options })
  await expect(tapeline.page.getByTestId('timeline')).toBeVisible()
  await tapeline.page.locator('.item').first().waitFor()
  return tapeline.page
}

test.beforeEach(() => {
  userDataDir = mkdtempSync(join(tmpdir(), 'tapeline-versions-'))
})
test.afterEach(async () => {
  expect(tapeline.pageErrors).toEqual([])
  await tapeline.close()
  rmSync(userDataDir, { recursive: true, force: true })
})

const panel = (page: Page): Locator => page.getByTestId('versions')
const versions = (page: Page): Locator => page.getByTestId('version')
const details = (page: Page): Locator => page.getByTestId('inspector')
const saved = (page: Page): Locator => page.getByTestId('save-state').filter({ hasText: /Saved|已儲存/ })
const item = (page: Page, record: string): Locator => page.locator(`.item[data-record="${record}"]`).first()
const folder = (): string => join(userDataDir, 'backups', 'Tapeline')
const backups = (): string[] => readdirSync(folder())

async function keep(page: Page, name: string): Promise<void> {
  const count = await versions(page).count()
  await page.keyboard.press('Shift+V')
  await expect(page.getByTestId('version-name')).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(versions(page)).toHaveCount(count + 1)
  await expect(versions(page).first()).toContainText(name)
}

async function openVersion(page: Page, name: string): Promise<void> {
  await versions(page).filter({ hasText: name }).getByRole('button').first().click()
  await expect(page.getByTestId('version-details')).toBeVisible()
}

async function rename(page: Page, to: string): Promise<void> {
  await page.getByTestId('name-en').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(to)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('name-en')).toHaveText(to)
  await expect(saved(page)).toBeVisible()
}

async function redate(page: Page, field: string, to: string): Promise<void> {
  await details(page).locator(`[data-field="${field}"]`).getByRole('button').first().click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(to)
  await page.keyboard.press('Enter')
  await expect(details(page).locator(`[data-field="${field}"]`)).toContainText(to)
  await expect(saved(page)).toBeVisible()
}

const DATES = ['date', 'announced', 'available', 'withdrawn', 'published', 'effective', 'enforced', 'ended', 'target']
const KINDS = ['added', 'removed', 'moved', 'changed'] as const

/** What differs, worked out anew from the records themselves. */
function expectedKinds(before: readonly TapelineRecord[], after: readonly TapelineRecord[]) {
  const [was, now] = [before, after].map((records) => new Map(records.map((record) => [record.id, record])))
  const kinds: Record<(typeof KINDS)[number], string[]> = { added: [], removed: [], moved: [], changed: [] }
  for (const { id } of after) if (was?.has(id) === false) kinds.added.push(id)
  for (const { id } of before) if (now?.has(id) === false) kinds.removed.push(id)
  const dateOf = (record: TapelineRecord, field: string) => JSON.stringify(new Map(Object.entries(record)).get(field))
  for (const record of after) {
    const from = was?.get(record.id)
    if (from === undefined || JSON.stringify(from) === JSON.stringify(record)) continue
    kinds[DATES.some((field) => dateOf(from, field) !== dateOf(record, field)) ? 'moved' : 'changed'].push(record.id)
  }
  return kinds
}

/** Where a day is on the screen, by what the timeline says of its window. */
async function screenX(page: Page, day: number): Promise<number> {
  return page.evaluate((at) => {
    const { startDay, endDay } = document.querySelector<HTMLElement>('.timeline')?.dataset ?? {}
    const axis = document.querySelector('.axis')?.getBoundingClientRect()
    if (axis === undefined) throw new Error('there is no axis')
    const [start, end] = [Number(startDay), Number(endDay)]
    return axis.left + ((at - start) / (end - start)) * axis.width
  }, day)
}

function dayOf(text: string): number {
  const date = parseEdtf(text)
  if (!date.ok) throw new Error(text)
  return date.value.earliest
}

/** The ghost begins at the old date, to the pixel or two that rounding takes. */
async function expectGhostAt(page: Page, record: string, text: string): Promise<void> {
  await settled(page)
  const box = await page.locator(`[data-ghost-of="${record}"]`).first().boundingBox()
  expect(Math.abs((box?.x ?? 0) - (await screenX(page, dayOf(text))))).toBeLessThan(2)
}

test('names a state, compares it with what was edited since, in the list and on the timeline, restores it and undoes that', async () => {
  const page = await open()
  await page.keyboard.press('v')
  await expect(panel(page)).toContainText('No versions yet')
  await keep(page, 'Before the review')
  await expect(versions(page)).toContainText('As now')
  expect(backups()).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d .* r0 = Before the review\.tapeline$/)])
  const before = (await workspaceOf(page)).records
  await page.getByTestId('toggle-versions').click()
  await expect(panel(page)).toBeHidden()

  // One moved, one renamed, one deleted, one new.
  await selectRecord(page, 'H20', 'h20')
  const [oldDate, newDate] = ['2023-11-09', '2025-02-03']
  await redate(page, 'announced', newDate)
  await selectRecord(page, 'H800', 'h800')
  await rename(page, 'H800 renamed')
  await selectRecord(page, 'B200', 'b200')
  await page.keyboard.press('Delete')
  await page.getByTestId('confirm-delete').click()
  await expect(page.getByTestId('delete-dialog')).toBeHidden()
  await page.keyboard.press('n')
  await page.getByRole('menuitem', { name: 'Event' }).click()
  for (const text of ['A wholly new event', '全新的事件', '2024-06-15']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  await page.getByTestId('record-form').locator('[data-field="jurisdictions"]').click()
  await page.keyboard.type('cn')
  await page.keyboard.press('Control+Enter')
  await expect(details(page).locator('[data-record="a-wholly-new-event"]')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press(']')

  await page.keyboard.press('v')
  await expect(versions(page)).not.toContainText('As now')
  await openVersion(page, 'Before the review')
  await page.getByTestId('compare-now').click()
  const bar = page.getByTestId('compare-bar')
  await expect(bar).toContainText('Before the review')
  await expect(bar).toContainText('Now')

  // The list holds what differs and nothing else.
  const after = (await workspaceOf(page)).records
  const expected = expectedKinds(before, after)
  expect(expected.moved).toEqual(['h20'])
  expect(expected.added).toEqual(['a-wholly-new-event'])
  for (const kind of KINDS) {
    const listed = await page
      .locator(`[data-kind="${kind}"] [data-compared]`)
      .evaluateAll((rows) => rows.map((row) => (row as HTMLElement).dataset['compared'] ?? ''))
    expect(listed.sort(), kind).toEqual(expected[kind].sort())
    await expect(bar.locator(`[data-count="${kind}"]`)).toContainText(String(expected[kind].length))
  }
  await page.locator('[data-compared="h20"]').getByRole('button').first().click()
  await expect(page.locator('[data-compared="h20"] del')).toContainText('9 November 2023')
  await expect(page.locator('[data-compared="h20"] ins')).toContainText('3 February 2025')

  // The timeline marks each, keeps the place of what is gone, and dims the rest.
  await page.keyboard.press('0')
  await settled(page)
  await expect(item(page, 'h20')).toHaveAttribute('data-compare', 'moved')
  await expect(item(page, 'h800')).toHaveAttribute('data-compare', 'changed')
  await expect(item(page, 'a-wholly-new-event')).toHaveAttribute('data-compare', 'added')
  await expect(item(page, 'b200')).toHaveAttribute('data-compare', 'removed')
  await expect(item(page, 'b200')).toHaveClass(/item-gone/)
  const signs = await page.locator('.compare-sign').allTextContents()
  expect(new Set(signs)).toEqual(new Set(['+', '−', '→', '≠']))
  const opacity = (one: Locator) => one.evaluate((element) => Number(getComputedStyle(element).opacity))
  expect(await opacity(item(page, 'h20'))).toBe(1)
  expect(await opacity(page.locator('.item:not(.item-compared, .item-selected)').first())).toBeLessThan(0.5)
  await expectGhostAt(page, 'h20', oldDate)
  await expect(page.locator('[data-arrow-of="h20"]')).toHaveCount(1)

  // A click in the list leads to the record, and marks hold in another zoom and another grouping.
  await page.locator('[data-compared="h20"] .name').click()
  await expect(item(page, 'h20')).toHaveClass(/item-selected/)
  await page.getByRole('radio', { name: 'Vendor' }).click()
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('0')
  await page.keyboard.press('+')
  await settled(page)
  await expect(item(page, 'h20')).toHaveAttribute('data-compare', 'moved')
  await expectGhostAt(page, 'h20', oldDate)

  // What is gone can be looked at on the timeline; a click opens its line.
  await page.locator('[data-compared="b200"] .name').click()
  await settled(page)
  await item(page, 'b200').locator('.glyph').click()
  await expect(page.locator('[data-compared="b200"] .turn')).toHaveAttribute('aria-expanded', 'true')
  await page.getByTestId('end-comparison').click()
  await expect(page.locator('.compare-sign')).toHaveCount(0)
  await expect(item(page, 'b200')).toHaveCount(0)
  expect(await opacity(page.locator('.item').first())).toBe(1)

  // Back to the version in one step, with a copy of what was; undo takes it back.
  await openVersion(page, 'Before the review')
  await page.getByTestId('restore-version').click()
  await expect(page.getByTestId('restore-counts')).toContainText('1 record goes')
  await expect(page.getByTestId('restore-counts')).toContainText('1 record gets other dates')
  await page.getByTestId('restore-confirm').click()
  await expect(page.getByTestId('undo')).toHaveAccessibleName('Undo restoring Before the review')
  const byId = (records: readonly TapelineRecord[]) => records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  expect(byId((await workspaceOf(page)).records)).toEqual(byId(before))
  await selectRecord(page, 'B200', 'b200')
  await expect(item(page, 'b200')).toBeVisible()
  await expect(versions(page)).toHaveCount(2)
  await expect(versions(page).first()).toContainText('Before a restore')
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('redo')).toHaveAccessibleName('Redo restoring Before the review')
  expect(byId((await workspaceOf(page)).records)).toEqual(byId(after))
})

test('compares two versions, shows and deletes one, and keeps an automatic one for ever by a name', async () => {
  let page = await open()
  await keep(page, 'One')
  await page.keyboard.press('Escape')
  await selectRecord(page, 'H800', 'h800')
  await rename(page, 'H800 second')
  await keep(page, 'Two')
  await page.keyboard.press('Escape')
  await rename(page, 'H800 third')
  const shownFiles = await tapeline.app.evaluateHandle(({ shell }) => {
    const files: string[] = []
    shell.showItemInFolder = (file) => void files.push(file)
    return files
  })

  // The later of the two is drawn, as it was then, and takes no edits.
  await openVersion(page, 'Two')
  await page.getByTestId('compare-other').click()
  await expect(panel(page)).toContainText('Choose the version to compare “Two” with.')
  await versions(page).filter({ hasText: 'One' }).getByRole('button').first().click()
  await expect(page.getByTestId('compare-bar')).toContainText('One')
  await page.locator('[data-compared="h800"]').getByRole('button').first().click()
  await expect(page.locator('[data-compared="h800"] ins')).toContainText('H800 second')
  await expect(page.locator('[data-compared]')).toHaveCount(1)
  await expect(item(page, 'h800')).toContainText('H800 second')
  await panel(page).getByRole('button', { name: 'All versions' }).click()
  await expect(item(page, 'h800')).toContainText('H800 third')

  await openVersion(page, 'One')
  await panel(page).getByRole('button', { name: 'Show in folder' }).click()
  const one = backups().find((name) => name.includes('= One')) ?? ''
  await expect.poll(() => shownFiles.jsonValue()).toEqual([join(folder(), one)])
  await page.getByTestId('ask-delete-version').click()
  await page.getByTestId('delete-version').click()
  await expect(versions(page)).toHaveCount(1)
  expect(backups().length).toBe(1)

  // An automatic one that gets a name stays for ever.
  await tapeline.close()
  const two = backups()[0] ?? ''
  copyFileSync(join(folder(), two), join(folder(), two.replace(/= .*/, 'automatic.tapeline')))
  page = await open()
  await page.keyboard.press('v')
  await expect(versions(page)).toHaveCount(2)
  await openVersion(page, 'Automatic')
  await page.getByTestId('rename-version').click()
  await expect(page.getByTestId('version-new-name')).toBeFocused()
  await page.keyboard.type('Kept')
  await page.keyboard.press('Enter')
  await expect(versions(page).filter({ hasText: 'Kept' })).toHaveCount(1)
  expect(
    backups()
      .map((name) => name.replace(/.* r1 /, ''))
      .sort(),
  ).toEqual(['= Kept.tapeline', '= Two.tapeline'])
})

test('says the rule in Chinese, changes it within limits, and keeps it over a restart', async () => {
  const zh: LaunchOptions = { locale: 'zh-Hant', theme: 'dark' }
  let page = await open(zh)
  await page.keyboard.press('v')
  await keep(page, '審閱之前')
  await tapeline.close()
  const [made = ''] = backups()
  for (const minute of ['01', '02', '03'])
    copyFileSync(
      join(folder(), made),
      join(folder(), made.replace(/^(\S+) .*/, `$1 00-${minute}-00-000 r0 automatic.tapeline`)),
    )
  page = await open(zh)
  await page.keyboard.press('v')
  const rule = page.getByTestId('version-rule')
  await expect(rule).toContainText('過 30 分鐘會建立一個自動版本')
  await expect(rule).toContainText('保留今天最新的 3 個')
  await expect(rule).toContainText('3 個未命名的版本中會保留 2 個，刪除 1 個')

  await page.getByTestId('change-rule').click()
  await page.getByTestId('rule-days').fill('61')
  await expect(rule).toContainText('請輸入 0 到 60 的整數')
  await expect(page.getByTestId('save-rule')).toBeDisabled()
  await page.getByTestId('rule-days').fill('２')
  await page.getByTestId('rule-everyMinutes').fill('60')
  await page.getByTestId('rule-today').fill('5')
  await page.getByTestId('rule-weeks').fill('0')
  await expect(rule).toContainText('過 1 小時會建立')
  await expect(rule).toContainText('3 個未命名的版本會全部保留')
  await page.getByTestId('save-rule').click()
  await expect(page.getByTestId('change-rule')).toBeVisible()
  const onDisk = (): unknown => {
    if (!existsSync(join(userDataDir, 'settings.json'))) return null
    const settings = JSON.parse(readFileSync(join(userDataDir, 'settings.json'), 'utf8')) as Record<string, unknown>
    return settings['versionRule']
  }
  await expect.poll(onDisk).toEqual({ everyMinutes: 60, today: 5, days: 2, weeks: 0, months: 12 })

  await tapeline.close()
  page = await open(zh)
  await page.keyboard.press('v')
  await expect(page.getByTestId('version-rule')).toContainText(
    '今天最新的 5 個、先前 2 天每天最後一個，以及 12 個月每月最後一個',
  )
  await openVersion(page, '審閱之前')
  await page.getByTestId('compare-now').click()
  await expect(page.getByTestId('compared')).toContainText('沒有差異')
})

test('says plainly that a workspace that is shown read-only has no versions', async () => {
  let page = await open()
  await tapeline.close()
  const db = new DatabaseSync(join(userDataDir, 'Tapeline.tapeline'), { defensive: false })
  db.exec('PRAGMA user_version = 99')
  db.close()
  page = await open()
  await page.keyboard.press('v')
  await expect(page.getByTestId('versions-no-file')).toContainText('stands in no file that can be written')
  await page.keyboard.press('Shift+V')
  await expect(page.getByTestId('version-name')).toHaveCount(0)
})
