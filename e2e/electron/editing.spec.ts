import { expect, test, type Page } from '@playwright/test'
import type { RecordOf } from '../../src/domain/model/record'
import { workspaceOf } from './call'
import { details } from './details-screen'
import { beginEvent, field, form, restartable } from './record-form'
import { selectRecord } from './select-record'
import { settled } from './timeline-screen'

const { open, restart } = restartable()
const shown = (page: Page, record: string): Promise<void> =>
  expect(details(page).locator(`[data-record="${record}"]`)).toBeVisible()

test('makes, changes, duplicates and deletes records, takes all of it back, and still knows it after a restart', async () => {
  let page = await open()

  // A new event, by keyboard, from a date of the Republic of China calendar.
  await beginEvent(page, 'H20 orders stopped', '停止採購 H20')
  await page.keyboard.press('Tab')
  await page.keyboard.type('民國114年12月8日')
  await expect(form(page).locator('[data-echo="date"]')).toContainText('8 December 2025')
  await field(page, 'actors').locator('input').click()
  await page.keyboard.type('輝達')
  await page.getByRole('option', { name: 'NVIDIA' }).first().click()
  await field(page, 'jurisdictions').click()
  await page.keyboard.type('cn')
  await page.keyboard.press('Control+Enter')
  await shown(page, 'h20-orders-stopped')
  await expect(details(page).locator('[data-field="date"]')).toContainText('8 December 2025')

  // A figure of a chip.
  await selectRecord(page, 'H200 SXM', 'h200')
  const memory = details(page).getByRole('row', { name: /^Memory \d/ })
  await expect(memory).toContainText('141')
  await page.keyboard.press('e')
  await form(page).getByRole('button', { name: 'Memory 141 GB' }).click()
  const value = field(page, 'specs[1].value')
  await expect(value).toHaveValue('141')
  await value.fill('')
  await value.pressSequentially('142')
  await page.getByTestId('save-record').click()
  await expect(memory).toContainText('142')

  // A copy, then the original away.
  await page.keyboard.press('Control+d')
  await shown(page, 'h200-sxm-copy')
  await selectRecord(page, 'H200 SXM', 'h200')
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('delete-dialog')).toContainText('References dropped in')
  await page.getByTestId('confirm-delete').click()
  await expect(page.getByTestId('delete-dialog')).toBeHidden()
  await expect(page.getByTestId('undo')).toHaveAccessibleName('Undo deletion of H200 SXM')

  // After a restart each step is still named, and goes back in turn.
  page = await restart()
  const steps = [
    'deletion of H200 SXM',
    'duplication of H200 SXM',
    'edit of H200 SXM',
    'creation of H20 orders stopped',
  ]
  for (const step of steps) {
    await expect(page.getByTestId('undo')).toHaveAccessibleName(`Undo ${step}`)
    await page.getByTestId('undo').click()
  }
  await expect(page.getByTestId('undo')).toBeDisabled()
  await selectRecord(page, 'H200 SXM', 'h200')
  await expect(details(page).getByRole('row', { name: /^Memory \d/ })).toContainText('141')

  page = await restart()
  await expect(page.getByTestId('redo')).toHaveAccessibleName('Redo creation of H20 orders stopped')
})

test('changes fields that several records share in one step, and takes it back', async () => {
  const page = await open()
  await page.locator('.item').first().waitFor()
  await selectRecord(page, 'H200 SXM', 'h200')
  await settled(page)
  await page
    .locator('.item[data-record="h20"] .head')
    .first()
    .click({ modifiers: ['ControlOrMeta'] })
  await expect(page.getByTestId('selection')).toContainText('2 selected')

  await page.getByTestId('edit-selection').click()
  const bulk = page.getByTestId('bulk-form')
  await expect(bulk.locator('[data-bulk="announced"]')).toContainText('Several values')
  await bulk.locator('[data-bulk="withdrawn"] input').fill('late 2027')
  await bulk.locator('[data-bulk="sources"] input').click()
  await page.getByRole('option').first().click()
  await page.keyboard.press('Control+Enter')
  await expect(bulk).toBeHidden()

  const chips = async (): Promise<RecordOf<'chip'>[]> => {
    const { records } = await workspaceOf(page)
    return records.flatMap((one) => (one.type === 'chip' && (one.id === 'h200' || one.id === 'h20') ? [one] : []))
  }
  await expect.poll(async () => (await chips()).map(({ withdrawn }) => withdrawn)).toEqual(['2027-39~', '2027-39~'])
  const [first = [], second = []] = (await chips()).map(({ sources }) => sources)
  expect(first.filter((source) => second.includes(source)).length).toBeGreaterThan(0)
  await expect(page.getByTestId('undo')).toHaveAccessibleName(/^Undo bulk edit of .+ and 1 more$/)
  await page.getByTestId('undo').click()
  await expect.poll(async () => (await chips()).map(({ withdrawn }) => withdrawn)).toEqual([undefined, undefined])

  // By key, too: E is about all that is selected.
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('e')
  await expect(bulk).toBeVisible()
  await page.keyboard.press('Escape')
})

test('prefers what another source says, by keys, with the reason for it, and takes it back', async () => {
  const page = await open()
  await selectRecord(page, 'H200 SXM', 'h200')
  const chip = async (): Promise<RecordOf<'chip'> | undefined> =>
    (await workspaceOf(page)).records.find((one): one is RecordOf<'chip'> => one.type === 'chip' && one.id === 'h200')
  const before = await chip()
  const at = before?.disagreements?.findIndex((each) => each.field === 'available') ?? -1
  const [own, other] = [before?.available, before?.disagreements?.[at]]
  await page.keyboard.press('e')
  const card = form(page).locator(`[data-part-path="disagreements[${at}]"]`)
  await card.locator('.toggle').press('Enter')
  await card.getByTestId('prefer-other').press('Enter')
  await expect(field(page, `disagreements[${at}].comment.en`)).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(card.getByText('Required.')).toHaveCount(2)
  await page.keyboard.type('A first lot only.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('僅首批。')
  await page.keyboard.press('Control+Enter')
  await expect(form(page)).toBeHidden()
  const after = await chip()
  expect(after).toMatchObject({ available: other?.value })
  expect(after?.disagreements?.[at]).toMatchObject({ value: own, comment: { en: 'A first lot only.' } })
  await page.keyboard.press('Control+z')
  await expect.poll(chip).toEqual(before)
})
