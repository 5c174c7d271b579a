import { expect, test, type Locator, type Page } from '@playwright/test'
import { launchTapeline, type LaunchOptions, type Tapeline } from './launch'
import { settled } from './timeline-screen'

let tapeline: Tapeline

async function open(options: LaunchOptions = {}): Promise<Page> {
  tapeline = await launchTapeline(options)
  const { page } = tapeline
  await page.locator('.item').first().waitFor()
  await page.keyboard.press('d')
  await expect(groups(page).first()).toBeVisible()
  return page
}

test.afterEach(async () => {
  expect(tapeline.pageErrors).toEqual([])
  await tapeline.close()
})

const panel = (page: Page): Locator => page.getByTestId('as-of')
const groups = (page: Page): Locator => panel(page).getByTestId('standing-group')
const day = (page: Page): Locator => panel(page).getByTestId('as-of-day').getByRole('textbox')
const views = (page: Page): Locator => panel(page).getByTestId('as-of-view').getByRole('radio')
const groupOf = (page: Page, chip: string): Locator =>
  groups(page).filter({ has: page.locator(`[data-chip="${chip}"]`) })
const line = (page: Page, cursor = 'first'): Locator => page.locator(`.cursor[data-cursor="${cursor}"]`)
const flag = (page: Page, cursor = 'first'): Locator => page.locator(`.cursor-flag[data-cursor="${cursor}"]`)

/** Where the middle of an element stands, across. */
const middle = async (place: Locator): Promise<number> => {
  const box = await place.boundingBox()
  return (box?.x ?? NaN) + (box?.width ?? NaN) / 2
}

async function type(field: Locator, text: string): Promise<void> {
  await field.click()
  await field.press('Control+a')
  await field.pressSequentially(text)
}

/** Supposes that the rule of October 2023 had been suspended. */
async function assumeSuspended(page: Page): Promise<void> {
  await views(page).nth(3).click()
  await panel(page).getByTestId('assumed-rule').click()
  await page.getByRole('option', { name: 'Advanced computing rule, October 2023' }).click()
  await panel(page).getByTestId('assumed-kind').click()
  await page.getByRole('option', { name: 'Suspend the rule' }).click()
  await panel(page).getByTestId('assume').click()
}

test('says where the H200 stood on a day, at each gate by itself, and follows the cursor', async () => {
  const page = await open()
  await type(day(page), '2025-12-20')
  await expect(groupOf(page, 'h200')).toHaveAttribute('data-group', 'presumption-of-denial no-licence')
  await expect(page.locator('[data-chip="h200"]')).toContainText(
    'Announced, not yet law: Decision to let the H200 go to China (Case-by-case review)',
  )
  await expect(flag(page)).toHaveText('20 December 2025')

  await type(day(page), '2026-02-10')
  const group = groupOf(page, 'h200')
  await expect(group).toHaveAttribute('data-group', 'case-by-case prohibited')
  for (const words of [
    'United States side',
    'Case-by-case review',
    'China side',
    'Prohibited',
    'Licence review rule, January 2026',
    'Chinese customs block of the H200',
    '6 conditions',
  ])
    await expect(group).toContainText(words)

  await settled(page)
  const box = await line(page).boundingBox()
  const timeline = await page.getByTestId('timeline').boundingBox()
  if (box === null || timeline === null) throw new Error('no cursor')
  const [x, y] = [box.x + box.width / 2, timeline.y + 120]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x - 40, y, { steps: 8 })
  // Before it is let go: the panel goes along.
  await expect(groupOf(page, 'h200')).toHaveAttribute('data-group', 'presumption-of-denial no-licence')
  await page.mouse.up()
  const dragged = await day(page).inputValue()
  expect(dragged < '2026-01-13' && dragged > '2025-01-01').toBe(true)

  await flag(page).focus()
  await page.keyboard.press('ArrowRight')
  const next = await page.evaluate(
    (from) => new Date(Date.parse(from) + 86_400_000).toISOString().slice(0, 10),
    dragged,
  )
  await expect(day(page)).toHaveValue(next)
})

test('opens a verdict with its arithmetic, and goes to the rule', async () => {
  const page = await open()
  await type(day(page), '2026-02-10')
  await panel(page).locator('[data-chip="h200"]').click()
  const reading = panel(page).locator('[data-reading="rule-2026-01-license-review.case-by-case"]')
  const tpp = reading.locator('[data-metric="tpp"]')
  await expect(tpp.getByTestId('working')).toContainText(/FP8 1,979 TFLOPS\s*×\s*8\s*=\s*15,832/)
  await expect(tpp.getByTestId('margin')).toContainText('5,168 TPP below the limit')
  await expect(tpp.locator('[data-source="epoch"]')).toBeVisible()
  await reading.locator('[data-rule]').first().click()
  await expect(page.getByTestId('inspector').locator('[data-record="rule-2026-01-license-review"]')).toBeVisible()
  await page.getByTestId('verdict-back').click()
  await expect(groups(page).first()).toBeVisible()
})

test('compares two dates and names the rule that changed a chip', async () => {
  const page = await open()
  await type(day(page), '2023-06-01')
  await views(page).nth(1).click()
  await type(panel(page).getByTestId('changes').getByRole('textbox'), '2023-12-01')
  const group = panel(page)
    .getByTestId('changes-group')
    .filter({ has: page.locator('[data-chip="a800"]') })
  await expect(group.locator('[data-rule="rule-2023-10-advanced-computing"]')).toBeVisible()
  await expect(group.locator('[data-rule]')).toHaveCount(1)
  const change = group.locator('[data-chip="a800"] [data-gate="export"]')
  await expect(change).toContainText('No licence needed')
  await expect(change).toContainText('Presumption of denial')
  await expect(flag(page, 'second')).toHaveText('1 December 2023')

  // Both days stand in the lanes, too, each under its own line.
  await page.keyboard.press('Escape')
  await page.getByTestId('toggle-metric-lanes').click()
  const inLanes = page.locator('.metric-lane[data-lane="tpp"] .lane-cursor')
  await expect(inLanes).toHaveCount(2)
  await settled(page)
  for (const which of ['first', 'second']) {
    const [inLane, above] = [page.locator(`.metric-lane[data-lane="tpp"] [data-cursor="${which}"]`), line(page, which)]
    await expect.poll(async () => Math.abs((await middle(inLane)) - (await middle(above)))).toBeLessThan(1.5)
  }
  await views(page).nth(0).click()
  await expect(inLanes).toHaveCount(1)
})

test('marks a scenario as hypothetical everywhere, and leaves it', async () => {
  const page = await open()
  await type(day(page), '2023-12-01')
  await expect(groupOf(page, 'a800')).toHaveAttribute('data-group', 'presumption-of-denial no-licence')
  await groupOf(page, 'a800').getByRole('button', { name: 'Draw these along time' }).click()
  const strip = page.getByTestId('status-strip')
  await expect(
    strip.locator('[data-chip="a800"] [data-gate="export"] [data-state="presumption-of-denial"]').first(),
  ).toBeVisible()

  await assumeSuspended(page)
  await expect(panel(page).getByTestId('hypothetical')).toContainText('HYPOTHETICAL')
  await expect(flag(page)).toContainText('HYPOTHETICAL')
  await expect(strip).toContainText('HYPOTHETICAL')
  await expect(panel(page).getByTestId('difference').filter({ hasText: 'A800' }).first()).toContainText(
    '17 November 2023',
  )
  await views(page).nth(0).click()
  await expect(groupOf(page, 'a800')).toHaveAttribute('data-group', 'no-licence no-licence')

  await panel(page).getByTestId('leave-scenario').click()
  await expect(groupOf(page, 'a800')).toHaveAttribute('data-group', 'presumption-of-denial no-licence')
  await expect(flag(page)).toHaveText('1 December 2023')
  await expect(page.getByText('HYPOTHETICAL')).toHaveCount(0)
  await expect(page.getByTestId('undo')).toHaveAttribute('aria-disabled', 'true')
})

test('keeps a scenario in the workspace, and takes it up, renames and deletes it', async () => {
  const page = await open()
  await type(day(page), '2023-12-01')
  await assumeSuspended(page)

  const menu = panel(page).getByTestId('kept-scenarios')
  const inUse = panel(page).getByTestId('scenario-in-use')
  const choose = async (item: string) => {
    await menu.click()
    await page.getByTestId(item).click()
  }
  await choose('keep-scenario')
  await page.getByTestId('name-field').fill('Without October 2023')
  await page.keyboard.press('Enter')
  await expect(inUse).toHaveText('Without October 2023')

  await choose('new-scenario')
  await expect(page.getByText('HYPOTHETICAL')).toHaveCount(0)
  await choose('kept-scenario')
  await expect(inUse).toHaveText('Without October 2023')
  await views(page).nth(0).click()
  await expect(groupOf(page, 'a800')).toHaveAttribute('data-group', 'no-licence no-licence')

  await views(page).nth(3).click()
  await choose('rename-scenario')
  await page.getByTestId('name-field').fill('No 2023 rule')
  await page.keyboard.press('Enter')
  await expect(inUse).toHaveText('No 2023 rule')
  await choose('delete-scenario')
  await expect(page.getByText('HYPOTHETICAL')).toHaveCount(0)
  await page.getByTestId('undo').click()
  await menu.click()
  await expect(page.getByTestId('kept-scenario')).toHaveText('No 2023 rule')
})

test('has the day and the scenario in the metric lanes, and the lanes alone can leave it', async () => {
  const page = await open()
  await type(day(page), '2023-12-01')
  await page.keyboard.press('Escape')
  await page.getByTestId('toggle-metric-lanes').click()
  const lane = page.locator('.metric-lane[data-lane="tpp"]')
  const cursor = lane.getByTestId('lane-cursor')
  await expect(cursor).toContainText('16,384 · BR100')
  await settled(page)
  expect(Math.abs((await middle(cursor)) - (await middle(line(page))))).toBeLessThan(1.5)

  const box = await line(page).boundingBox()
  if (box === null) throw new Error('no cursor')
  await page.mouse.move(box.x + box.width / 2, box.y + 60)
  await page.mouse.down()
  await page.mouse.move(box.x + 90, box.y + 60, { steps: 8 })
  await expect.poll(async () => Math.abs((await middle(cursor)) - (await middle(line(page))))).toBeLessThan(1.5)
  await page.mouse.up()

  await assumeSuspended(page)
  const mark = page.getByTestId('lanes-hypothetical')
  await expect(mark).toContainText('HYPOTHETICAL')
  await panel(page).getByRole('button', { name: 'Hide rules on a date' }).click()
  await expect(cursor).toHaveCount(0)
  await expect(mark).toContainText('HYPOTHETICAL')
  await page.getByTestId('lanes-leave-scenario').click()
  await expect(page.getByText('HYPOTHETICAL')).toHaveCount(0)
})

test('says what had happened last in every lane, and how long ago', async () => {
  const page = await open()
  await type(day(page), '2025-12-10')
  await views(page).nth(2).click()
  const rules = panel(page).getByTestId('latest').locator('li').filter({ hasText: '› Rules' })
  await expect(rules).toContainText('Decision to let the H200 go to China')
  await expect(rules).toContainText('2 days before')
})

test('speaks Chinese, in the dark too', async () => {
  const page = await open({ locale: 'zh-Hant', theme: 'dark' })
  await type(day(page), '2026-02-10')
  const group = groupOf(page, 'h200')
  for (const words of ['美國方面', '個案審查', '中國方面', '禁止', '6 項條件']) await expect(group).toContainText(words)
  await expect(flag(page)).toHaveText('2026年2月10日')
  await panel(page).locator('[data-chip="h200"]').click()
  await expect(panel(page).getByTestId('verdict')).toContainText('取最大者')
})
