import { expect, test, type Locator, type Page } from '@playwright/test'
import { launchTapeline, type Tapeline } from './launch'
import { selectRecord } from './select-record'
import { settled } from './timeline-screen'

let tapeline: Tapeline

test.afterEach(async () => {
  expect(tapeline.pageErrors).toEqual([])
  await tapeline.close()
})

const OCTOBER_2022 = 'rule-2022-10-advanced-computing'
const MACAU = 'rule-2023-01-macau'
const OCTOBER_2023 = 'rule-2023-10-advanced-computing'
const CORRECTION = 'rule-2024-04-correction'

const item = (page: Page, rule: string): Locator => page.locator(`.item[data-record="${rule}"]`).first()
const phasesOf = (page: Page, rule: string): Promise<(string | undefined)[]> =>
  item(page, rule)
    .locator('[data-phase]')
    .evaluateAll((all) => all.map((element) => (element as HTMLElement).dataset['phase']))
const datesOf = (page: Page, rule: string): Promise<(string | undefined)[]> =>
  item(page, rule)
    .locator('[data-date]')
    .evaluateAll((all) => all.map((element) => (element as HTMLElement).dataset['date']))

/** The links between rules that are drawn, as `kind from to`. */
const chainOn = (page: Page): Promise<string[]> =>
  page
    .locator('.arrow.link-amends, .arrow.link-supersedes, .arrow.link-corrects')
    .evaluateAll((all) =>
      all.map((arrow) => ['kind', 'from', 'to'].map((name) => arrow.getAttribute(`data-${name}`)).join(' ')).sort(),
    )

async function open(options: Parameters<typeof launchTapeline>[0] = {}): Promise<Page> {
  tapeline = await launchTapeline(options)
  const { page } = tapeline
  await expect(page.getByTestId('timeline')).toBeVisible()
  await settled(page)
  return page
}

/** Turns the wheel over a rule until its phases are drawn so. */
async function zoomUntil(page: Page, rule: string, phases: readonly string[]): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    if ((await phasesOf(page, rule)).join() === phases.join()) return
    const box = await item(page, rule).locator('.head').boundingBox()
    if (box === null) throw new Error(`${rule} is not on the screen`)
    await page.mouse.move(box.x + 6, box.y + 10)
    await page.keyboard.down('Control')
    await page.mouse.wheel(0, -200)
    await page.keyboard.up('Control')
    await settled(page)
  }
  expect(await phasesOf(page, rule)).toEqual(phases)
}

test('draws a rule as one bar of phases, with those too narrow left out until there is room', async () => {
  const page = await open()
  // Announced and in force on 2 December 2024, compliance asked from the 31st.
  await selectRecord(page, 'HBM and foreign direct product rules', 'rule-2024-12-hbm')
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('0')
  await settled(page)
  expect(await phasesOf(page, 'rule-2024-12-hbm')).toEqual(['grace', 'force'])
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('-')
  await settled(page)
  expect(await phasesOf(page, 'rule-2024-12-hbm')).toEqual(['force'])
  await zoomUntil(page, 'rule-2024-12-hbm', ['grace', 'force'])
  expect(await datesOf(page, 'rule-2024-12-hbm')).toEqual(['announced', 'published', 'effective', 'enforced'])
})

test('tells what waits, what was decided and what ended before it was in force from what is in force', async () => {
  const page = await open()
  for (const [query, rule, phases] of [
    ['AI diffusion rule', 'rule-2025-01-ai-diffusion', ['waiting']],
    ['Decision to let the H200 go to China', 'rule-2025-12-h200-decision', ['decided']],
    ['Licence letter for the H20', 'rule-2025-04-h20-letter', ['force']],
    ['Advanced computing rule, October 2023', OCTOBER_2023, ['waiting', 'force']],
  ] as const) {
    await selectRecord(page, query, rule)
    await settled(page)
    expect(await phasesOf(page, rule)).toEqual(phases)
  }
})

test('names each date of the rule under the pointer in its own words, and shows its chain', async () => {
  const page = await open({ locale: 'zh-Hant' })
  expect(await chainOn(page)).toEqual([])
  await item(page, OCTOBER_2022).locator('.head').hover()
  const tip = page.locator('.timeline-tip')
  await expect(tip).toBeVisible()
  await expect(tip.locator('small')).toContainText([
    '宣布：2022年10月7日',
    '公布：2022年10月13日',
    '生效：2022年10月21日（未確定）',
    '終止：2023年11月17日',
  ])
  await expect.poll(() => chainOn(page)).toContain(`supersedes ${OCTOBER_2022} ${OCTOBER_2023}`)
  await expect(item(page, OCTOBER_2023)).toHaveClass(/item-in-chain/)
  await expect(page.locator('.with-life:not(.item-in-chain)').first()).toBeAttached()
  // It goes with the pointer.
  await page.locator('.axis').hover()
  await expect.poll(() => chainOn(page)).toEqual([])
  await expect(item(page, OCTOBER_2023)).not.toHaveClass(/item-in-chain/)
})

test('shows the whole chain of the selected rule, and those of all rules on request', async () => {
  const page = await open()
  await selectRecord(page, 'Correction of April 2024', CORRECTION)
  await page.mouse.move(5, 300)
  await settled(page)
  const lineage = [
    `amends ${OCTOBER_2022} ${MACAU}`,
    `corrects ${OCTOBER_2023} ${CORRECTION}`,
    `supersedes ${OCTOBER_2022} ${OCTOBER_2023}`,
    `supersedes ${MACAU} ${OCTOBER_2023}`,
  ]
  expect(await chainOn(page)).toEqual(lineage)
  for (const rule of [OCTOBER_2022, MACAU, OCTOBER_2023, CORRECTION])
    await expect(item(page, rule)).toHaveClass(/item-in-chain/)
  await page.getByTestId('toggle-arrows').click()
  await expect.poll(() => chainOn(page).then((all) => all.length)).toBeGreaterThan(lineage.length)
  await page.getByTestId('toggle-arrows').click()
  await expect.poll(() => chainOn(page)).toEqual(lineage)
  await page.getByTestId('legend').click()
  await expect(page.locator('.legend [data-phase]')).toHaveCount(4)
  await page.screenshot({ path: test.info().outputPath('chain.png') })
})
