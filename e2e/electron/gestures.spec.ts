import { expect, test } from '@playwright/test'
import { workspaceOf } from './call'
import { drag, find, headOf, pxPerDay, saved, undo } from './gestures-screen'
import { launchTapeline, type Tapeline } from './launch'
import { readScreen, settled } from './timeline-screen'

const ZONES = ['America/Los_Angeles', 'Pacific/Kiritimati'] as const
const CHIP = 'h200'
const BY_MONTH = 'ev-2025-12-idc'
const SPAN = 'rule-2025-11-affiliates-pause'

for (const zone of ZONES)
  test(`moves, resizes, nudges and takes back on the timeline, in ${zone}`, async () => {
    test.setTimeout(120_000)
    const tapeline: Tapeline = await launchTapeline({ timeZone: zone })
    try {
      const { page } = tapeline
      await page.locator('.item').first().waitFor()
      const date = (id: string, field: string) => expect.poll(() => saved(page, id, field))

      // A known day moves by days, and the words under the pointer say so before it is let go.
      await find(page, 'H200 SXM', CHIP)
      const day = await pxPerDay(page)
      await drag(page, await headOf(page, CHIP), day * 9)
      await expect(page.locator(`[data-ghost="${CHIP}"]`).first()).toBeVisible()
      await expect(page.locator('.timeline-tip')).toContainText('22 November 2023')
      await page.mouse.up()
      await date(CHIP, 'announced').toBe('2023-11-22')
      await expect(page.locator('.ghost')).toHaveCount(0)
      await expect(page.getByRole('button', { name: 'Undo move of H200' })).toBeVisible()
      await undo(page)
      await date(CHIP, 'announced').toBe('2023-11-13')

      // Escape gives up, and what was selected stays so.
      await settled(page)
      await drag(page, await headOf(page, CHIP), day * 40)
      await page.keyboard.press('Escape')
      await expect(page.locator('.ghost')).toHaveCount(0)
      await page.mouse.up()
      await expect(page.locator(`.item-selected[data-record="${CHIP}"]`).first()).toBeVisible()
      expect(await saved(page, CHIP, 'announced')).toBe('2023-11-13')

      // A month moves by months, and gains no day.
      await find(page, 'HiSilicon and Cambricon', BY_MONTH)
      await drag(page, await headOf(page, BY_MONTH), (await pxPerDay(page)) * 65)
      await page.mouse.up()
      await date(BY_MONTH, 'date').toBe('2026-02')
      await undo(page)
      await date(BY_MONTH, 'date').toBe('2025-12')
      await page.keyboard.press('Alt+ArrowLeft')
      await page.keyboard.press('Alt+ArrowLeft')
      await date(BY_MONTH, 'date').toBe('2025-10')
      await undo(page)
      await date(BY_MONTH, 'date').toBe('2025-12')

      // An edge moves one date, keeps its mark, and leaves the other.
      await find(page, 'Suspension of the affiliates', SPAN)
      const bar = await page.locator(`.item[data-record="${SPAN}"] .bar`).first().boundingBox()
      if (bar === null) throw new Error('the bar is not drawn')
      await drag(page, { x: bar.x + bar.width - 2, y: bar.y + bar.height / 2 }, -(await pxPerDay(page)) * 30)
      await page.mouse.up()
      await date(SPAN, 'ended').toBe('2026-10-11?')
      expect(await saved(page, SPAN, 'effective')).toBe('2025-11-10')
      await undo(page)
      await date(SPAN, 'ended').toBe('2026-11-10?')
      await page.keyboard.press('Shift+Alt+ArrowRight')
      await date(SPAN, 'ended').toBe('2026-11-11?')
      await undo(page)
      await date(SPAN, 'ended').toBe('2026-11-10?')
      expect(tapeline.pageErrors).toEqual([])
    } finally {
      await tapeline.close()
    }
  })

test('opens the form of an event where one double-clicks, makes it in one step, and takes it back', async () => {
  const tapeline = await launchTapeline()
  try {
    const { page } = tapeline
    await page.locator('.item').first().waitFor()
    await settled(page)
    const before = (await workspaceOf(page)).records.length
    const response = page.locator('.lane[data-lane="story:allowed/response"]')
    await response.scrollIntoViewIfNeeded()
    await settled(page)
    const lane = await response.boundingBox()
    const { items, marks, area } = await readScreen(page)
    if (lane === null) throw new Error('the lane is not drawn')
    const taken = [...items, ...marks].filter((one) => one.lane === 'story:allowed/response')
    const free = Array.from({ length: 40 }, (_, at) => area.left + 20 + at * 20).find(
      (x) => !taken.some(({ left, right }) => left - 20 < x && x < right + 20),
    )
    if (free === undefined) throw new Error('the lane is full')
    await page.mouse.dblclick(free, lane.y + 16)
    const field = (key: string) => page.getByTestId('record-form').locator(`[data-field="${key}"]`)
    await expect(field('name.en')).toBeFocused()
    await expect(field('date')).toHaveValue(/^\d{4}/)
    await page.keyboard.press('Escape')
    await expect(page.getByTestId('record-form')).toBeHidden()
    expect((await workspaceOf(page)).records).toHaveLength(before)

    await page.mouse.dblclick(free, lane.y + 16)
    await expect(field('name.en')).toBeFocused()
    await page.keyboard.type('A letter of protest')
    await page.keyboard.press('Tab')
    await page.keyboard.type('抗議信')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByTestId('name-en')).toContainText('A letter of protest')
    const made = (await workspaceOf(page)).records.find((one) => 'name' in one && one.name.en === 'A letter of protest')
    expect(made).toMatchObject({ type: 'event', kind: 'response', confidence: 'unverified' })
    await page.getByTestId('timeline').focus()
    await undo(page)
    await expect.poll(async () => (await workspaceOf(page)).records.length).toBe(before)
    expect(tapeline.pageErrors).toEqual([])
  } finally {
    await tapeline.close()
  }
})
