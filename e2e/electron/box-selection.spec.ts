import { expect, test } from '@playwright/test'
import { parseEdtf } from '../../src/domain/time/edtf'
import { workspaceOf } from './call'
import { drag, find, headOf, pxPerDay, saved, undo } from './gestures-screen'
import { launchTapeline } from './launch'
import { readScreen, settled } from './timeline-screen'

const CHIP = 'h200'

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
