import { DatabaseSync } from '@photostructure/sqlite'
import { expect, test, type Locator } from '@playwright/test'
import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import type { TapelineRecord } from '../../src/domain/model/record'
import { workspaceOf } from './call'
import { details, redate, rename } from './details-screen'
import { selectRecord } from './select-record'
import { settled } from './timeline-screen'
import {
  expectedKinds,
  expectGhostAt,
  item,
  keep,
  KINDS,
  openVersion,
  panel,
  versions,
  versionsRun,
} from './versions-screen'

const { backups, folder, open, tapeline, versionsFolder } = versionsRun()

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
  const shownFiles = await tapeline().app.evaluateHandle(({ shell }) => {
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
  await expect.poll(() => shownFiles.jsonValue()).toEqual([join(versionsFolder(), one)])
  await page.getByTestId('ask-delete-version').click()
  await page.getByTestId('delete-version').click()
  await expect(versions(page)).toHaveCount(1)
  expect(backups().length).toBe(1)

  // An automatic one that gets a name stays for ever.
  await tapeline().close()
  const two = backups()[0] ?? ''
  copyFileSync(join(versionsFolder(), two), join(versionsFolder(), two.replace(/= .*/, 'automatic.tapeline')))
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

test('says plainly that a workspace that is shown read-only has no versions', async () => {
  let page = await open()
  await tapeline().close()
  const db = new DatabaseSync(join(folder(), 'Tapeline.tapeline'), { defensive: false })
  db.exec('PRAGMA user_version = 99')
  db.close()
  page = await open()
  await page.keyboard.press('v')
  await expect(page.getByTestId('versions-no-file')).toContainText('stands in no file that can be written')
  await page.keyboard.press('Shift+V')
  await expect(page.getByTestId('version-name')).toHaveCount(0)
})
