import { expect, test, type Locator, type Page } from '@playwright/test'
import type { RecordOf } from '../../src/domain/model/record'
import { workspaceOf } from './call'
import { pickByKeys } from './pick-by-keys'
import { details } from './details-screen'
import { field, form, restartable } from './record-form'

const { open, restart } = restartable()
const said = (page: Page): Locator => form(page).getByTestId('paragraph-said')
const focused = (page: Page): Locator => page.locator(':focus')

const ID = 'bandwidth-cap'
async function ruleIn(page: Page): Promise<RecordOf<'rule'> | undefined> {
  const { records } = await workspaceOf(page)
  return records.find((record): record is RecordOf<'rule'> => record.type === 'rule' && record.id === ID)
}

/** Types a name into the list that Space opens on the field that has the focus, takes it, and is back on the field. */
async function choose(page: Page, name: string): Promise<void> {
  const label = (await focused(page).getAttribute('aria-label')) ?? ''
  await page.keyboard.press('Space')
  // The list takes the focus once it has found its place on the screen.
  await expect(focused(page)).toHaveRole('option')
  await page.keyboard.type(name)
  await expect(page.getByRole('option', { name, exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(focused(page)).toHaveAttribute('aria-label', label)
}

test('makes a rule with a tree of conditions by keys, says what it catches, takes all back and still knows it after a restart', async () => {
  let page = await open()
  await page.keyboard.press('n')
  await pickByKeys(page, page.getByRole('menuitem', { name: 'Rule' }))
  await expect(field(page, 'name.en')).toBeFocused()
  await page.keyboard.type('Bandwidth cap')
  await page.keyboard.press('Tab')
  await page.keyboard.type('頻寬上限')
  await page.keyboard.press('Tab')
  await page.keyboard.type('us')
  await field(page, 'effective').focus()
  await page.keyboard.type('2026-03-01')

  // A paragraph: TPP of 21,000 or both a bandwidth of 3,000 GB/s and 4,800 TPP.
  await form(page).getByRole('button', { name: 'Add a provision' }).press('Enter')
  await expect(field(page, 'provisions[0].reference')).toBeFocused()
  await page.keyboard.type('Cap 1')
  await field(page, 'provisions[0].step').focus()
  await choose(page, 'Prohibited')
  await expect(said(page)).toContainText('Catches no chip')
  await form(page).getByRole('button', { name: 'Add a comparison' }).press('Enter')
  await expect(focused(page)).toHaveAttribute('data-part', 'metric')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('21,000')
  await page.keyboard.press('Alt+Enter')
  await expect(focused(page)).toHaveAttribute('data-part', 'metric')
  await choose(page, 'Memory bandwidth')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('3000')
  await expect(said(page)).toContainText('TPP of at least 21,000 and memory bandwidth of at least 3,000 GB/s')

  // “Any of” at the top; the second comparison into a group with a third.
  const rows = form(page).locator('.condition [data-row]')
  await rows.nth(0).locator('[data-part="kind"]').focus()
  await choose(page, 'Any of')
  await rows.nth(2).locator('[data-part="menu"]').press('Enter')
  await pickByKeys(page, page.getByRole('menuitem', { name: 'Put into “All of”' }))
  await expect(rows).toHaveCount(4)
  await expect(focused(page)).toHaveAttribute('data-part', 'menu')
  await page.keyboard.press('Alt+Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type('4800')
  await expect(said(page)).toContainText(
    'Catches chips with TPP of at least 21,000 or (memory bandwidth of at least 3,000 GB/s and TPP of at least 4,800).',
  )
  // Into the order in which one would say it; the field that was typed into keeps the focus.
  await page.keyboard.press('Alt+ArrowUp')
  await expect(said(page)).toContainText('(TPP of at least 4,800 and memory bandwidth of at least 3,000 GB/s)')
  await expect(focused(page)).toHaveValue('4800')

  await field(page, 'provisions[0].destinations').focus()
  await page.keyboard.type('CN')
  await expect(said(page)).toContainText('For shipments to China.')
  const catches = said(page).getByTestId('caught-chips')
  await expect(catches).toContainText(/Catches \d+ of \d+ chips/)
  await catches.getByRole('button', { name: 'Which ones' }).press('Enter')
  await expect(catches).toContainText('H200 SXM')
  await expect(catches).not.toContainText(/\bH20\b/)
  const effect = form(page).getByTestId('rule-effect')
  await expect(effect).toContainText(/\d+ chips? changes?/)
  await expect(effect).toContainText(/→ Prohibited\s*since 1 March 2026/)

  // What is missing is said where it is missing, and nothing is lost.
  await page.keyboard.press('Control+Enter')
  await expect(form(page).getByText('Required.')).toHaveCount(2)
  await expect(field(page, 'provisions[0].words.en')).toBeFocused()
  await page.keyboard.type('Chips over the cap.')
  await page.keyboard.press('Tab')
  await page.keyboard.type('超過上限的晶片。')
  await page.keyboard.press('Control+Enter')
  await expect(form(page)).toBeHidden()
  await expect(details(page).locator(`[data-record="${ID}"]`)).toContainText('Cap 1')
  const made = await ruleIn(page)
  expect(made).toMatchObject({ jurisdiction: 'US', effective: '2026-03-01' })
  expect(made?.provisions).toMatchObject([
    {
      id: `${ID}.cap-1`,
      when: {
        any: [
          { metric: 'tpp', limit: 21_000 },
          {
            all: [
              { metric: 'tpp', limit: 4800 },
              { metric: 'memory-bandwidth', limit: 3000, unit: 'GB/s' },
            ],
          },
        ],
      },
      destinations: ['CN'],
    },
  ])

  // From the details straight to the paragraph: a lower limit, and chips that it newly catches.
  await details(page).getByRole('button', { name: 'Edit Cap 1' }).press('Enter')
  await expect(field(page, 'provisions[0].reference')).toBeFocused()
  const limit = field(page, 'provisions[0].when.any[1].all[1].limit')
  await limit.fill('2000')
  await expect(said(page).locator('[data-moved="gained"]')).toContainText('A100 SXM4 80GB')
  await page.keyboard.press('Control+Enter')
  await expect(form(page)).toBeHidden()
  await expect(details(page)).toContainText('2,000')

  // Each save is one step; a restart knows both, and both go back.
  page = await restart()
  expect((await ruleIn(page))?.provisions[0]?.when).toMatchObject({ any: [{}, { all: [{}, { limit: 2000 }] }] })
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await ruleIn(page))?.provisions).toEqual(made?.provisions)
  await page.keyboard.press('Control+z')
  await expect.poll(() => ruleIn(page)).toBeUndefined()
})
