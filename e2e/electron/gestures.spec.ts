import { expect, test, type Page } from '@playwright/test'
import { parseEdtf } from '../../src/domain/time/edtf'
import { workspaceOf } from './call'
import { launchTapeline, type Tapeline } from './launch'
import { selectRecord } from './select-record'
import { readScreen, settled } from './timeline-screen'

const ZONES = ['America/Los_Angeles', 'Pacific/Kiritimati'] as const
const CHIP = 'h200'
const BY_MONTH = 'ev-2025-12-idc'
const SPAN = 'rule-2025-11-affiliates-pause'

const pxPerDay = (page: Page): Promise<number> =>
  page.getByTestId('timeline').evaluate((element) => {
    const { startDay, endDay } = (element as HTMLElement).dataset
    const axis = element.querySelector('.axis')
    if (axis === null) throw new Error('there is no axis')
    return axis.getBoundingClientRect().width / (Number(endDay) - Number(startDay))
  })

/** A field of a record as it stands in the file. */
async function saved(page: Page, id: string, field: string): Promise<unknown> {
  const { records } = await workspaceOf(page)
  return (records.find((record) => record.id === id) as Record<string, unknown> | undefined)?.[field]
}

/** Selects a record through the search, and leaves it alone on a picture that stands still. */
async function find(page: Page, query: string, record: string): Promise<void> {
  await selectRecord(page, query, record)
  await expect(page.locator(`.item-selected[data-record="${record}"]`).first()).toBeVisible()
  await page.getByTestId('timeline').focus()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await settled(page)
  await expect(page.locator(`.item-selected[data-record="${record}"]`).first()).toBeVisible()
}

async function headOf(page: Page, record: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(`.item[data-record="${record}"] .head`).first().boundingBox()
  if (box === null) throw new Error(`${record} is not drawn`)
  return { x: box.x + 16, y: box.y + box.height / 2 }
}

async function drag(page: Page, from: { x: number; y: number }, dx: number, dy = 0): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  // Some way off first: a few days may be too few px to be told from a click.
  await page.mouse.move(from.x + Math.sign(dx) * 24, from.y)
  await page.mouse.move(from.x + dx, from.y + dy, { steps: 6 })
}

async function undo(page: Page): Promise<void> {
  await page.keyboard.press('Control+z')
}

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

test('selects with a box, moves all of it in one step, and rates all of it', async () => {
  const tapeline = await launchTapeline()
  try {
    const { page } = tapeline
    await page.locator('.item').first().waitFor()
    await settled(page)
    const { items, area } = await readScreen(page)
    const inView = items.filter(
      ({ left, right, lane }) => left > area.left && right < area.right && lane.endsWith('/chip'),
    )
    const rows = inView.slice(0, 3)
    const [left, right] = [Math.min(...rows.map((one) => one.left)), Math.max(...rows.map((one) => one.left))]
    const [top, bottom] = [Math.min(...rows.map((one) => one.top)), Math.max(...rows.map((one) => one.bottom))]
    await page.keyboard.down('Shift')
    await drag(page, { x: left - 3, y: top + 2 }, right - left + 8, bottom - top - 4)
    await expect(page.locator('.select-box')).toBeVisible()
    await page.mouse.up()
    await page.keyboard.up('Shift')
    const records = [
      ...new Set(
        await page
          .locator('.item-selected')
          .evaluateAll((found) => found.map((item) => (item as HTMLElement).dataset['record'] ?? '')),
      ),
    ]
    expect(records.length).toBeGreaterThanOrEqual(3)
    for (const { record } of rows) expect(records).toContain(record)
    const panel = page.getByTestId('selection')
    await expect(panel).toContainText(`${String(records.length)} selected`)

    // The details took room: places are read again.
    await settled(page)
    const before = (await workspaceOf(page)).records
    const first = rows[1]?.record ?? ''
    await drag(page, await headOf(page, first), (await pxPerDay(page)) * 366)
    await page.mouse.up()
    await expect
      .poll(async () => {
        const after = (await workspaceOf(page)).records
        return after.filter((record, at) => JSON.stringify(record) !== JSON.stringify(before[at])).map(({ id }) => id)
      })
      .toEqual(expect.arrayContaining(records))
    const after = (await workspaceOf(page)).records
    for (const id of records) {
      const [from, to] = [before, after].map(
        (list) => list.find((record) => record.id === id) as { announced?: string },
      )
      // The same number of places and marks: nothing has become more exact.
      if (from?.announced !== undefined && to?.announced !== undefined) {
        expect(to.announced.replace(/\d/g, '0')).toBe(from.announced.replace(/\d/g, '0'))
        expect(parseEdtf(to.announced).ok).toBe(true)
      }
    }
    await undo(page)
    await expect.poll(async () => (await workspaceOf(page)).records).toEqual(before)
    await expect(page.locator(`.item-selected[data-record="${first}"]`).first()).toBeVisible()

    await panel.locator('[data-confidence="reported"]').click()
    for (const id of records) await expect.poll(() => saved(page, id, 'confidence')).toBe('reported')
    await undo(page)
    await expect.poll(async () => (await workspaceOf(page)).records).toEqual(before)
    await page.keyboard.press('Escape')
    await expect(page.locator('.item-selected')).toHaveCount(0)

    await page.getByTestId('timeline').focus()
    await page.keyboard.press('Control+a')
    await expect(panel.getByRole('heading').first()).toHaveText(/^\d{3} selected$/)
    await page.keyboard.press('Escape')
    await page
      .locator(`.item[data-record="${first}"] .head`)
      .first()
      .click({ position: { x: 4, y: 10 } })
    await expect(page.locator('.item-selected')).not.toHaveCount(0)
    await expect(panel).toHaveCount(0)
    const other = rows.find(({ record }) => record !== first)?.record ?? ''
    await page
      .locator(`.item[data-record="${other}"] .head`)
      .first()
      .click({ position: { x: 4, y: 10 }, modifiers: ['ControlOrMeta'] })
    await expect(panel).toContainText('2 selected')
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

test('goes on at the edge of the view under a box and a drag, and takes what is only counted', async () => {
  test.setTimeout(60_000)
  const tapeline = await launchTapeline()
  try {
    const { page } = tapeline
    await page.locator('.item').first().waitFor()
    await settled(page)
    const frame = page.getByTestId('timeline')
    const start = (): Promise<number> =>
      frame.evaluate((element) => Number((element as HTMLElement).dataset['startDay']))

    // A box over a count takes what it counts.
    const mark = page.locator('.mark[data-lane="story:built/chip"]').first()
    const at = await mark.boundingBox()
    if (at === null) throw new Error('there is no count')
    const count = Number(await mark.getAttribute('data-count'))
    const days = await pxPerDay(page)
    await page.keyboard.down('Shift')
    await drag(page, { x: at.x - 4, y: at.y + 2 }, at.width + days * 90, at.height - 4)
    await page.mouse.up()
    await page.keyboard.up('Shift')
    const heading = page.getByTestId('selection').getByRole('heading').first()
    await expect(heading).toHaveText(/^\d+ selected$/)
    expect(parseInt(await heading.innerText(), 10)).toBeGreaterThanOrEqual(count)
    await page.keyboard.press('Escape')
    await settled(page)

    // A box held at the right edge goes on into later years.
    const { area } = await readScreen(page)
    const before = await start()
    await page.keyboard.down('Shift')
    await drag(page, { x: area.right - 200, y: 320 }, 198, 40)
    await expect.poll(start).toBeGreaterThan(before + 100)
    await page.mouse.move(area.right - 200, 360)
    await page.mouse.up()
    await page.keyboard.up('Shift')
    await page.keyboard.press('Escape')

    // Dragged to the edge, a chip goes to a year that was not in view.
    await find(page, 'H200 SXM', CHIP)
    const edge = (await readScreen(page)).area.right - 2
    const head = await headOf(page, CHIP)
    const from = await start()
    await drag(page, head, edge - head.x)
    await expect.poll(start).toBeGreaterThan(from + 200)
    await page.mouse.up()
    await expect.poll(() => saved(page, CHIP, 'announced')).toMatch(/^202[5-9]-/)
    await undo(page)
    await expect.poll(() => saved(page, CHIP, 'announced')).toBe('2023-11-13')
    expect(tapeline.pageErrors).toEqual([])
  } finally {
    await tapeline.close()
  }
})
