import { expect, test, type Locator, type Page } from '@playwright/test'
import { ownRun } from './own-run'
import { selectRecord } from './select-record'
import { settled } from './timeline-screen'

const { open, tapeline } = ownRun('tapeline-notes-', {
  dataInFolder: true,
  until: (page) => expect(page.locator('.item').first()).toBeVisible(),
})

const details = (page: Page): Locator => page.getByTestId('inspector')
const box = (page: Page): Locator => page.locator('.note-box')

async function addNote(page: Page, date: string, words: string): Promise<void> {
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('m')
  await expect(page.getByTestId('note-date')).toBeFocused()
  await page.keyboard.type(date)
  await page.keyboard.press('Tab')
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('add-annotation')).toBeHidden()
}

const dotOf = async (page: Page): Promise<{ x: number; y: number }> => {
  return page.locator('.note-leader[data-kind="place"]').evaluate((leader) => {
    const { e, f } = new DOMMatrix(getComputedStyle(leader).transform)
    const area = leader.parentElement?.getBoundingClientRect()
    return { x: (area?.left ?? 0) + e, y: (area?.top ?? 0) + f }
  })
}

test('puts notes on a date and a span, keeps their place through zoom and restart, and lists them', async () => {
  let page = await open()
  await addNote(page, '8 Dec 2025', '**The day** H200 was allowed')
  await expect(box(page)).toHaveText('The day H200 was allowed')
  await addNote(page, '2025-01/2025-06', 'Half a year of talks')
  await expect(page.locator('.note-band[data-kind="span"]')).toBeVisible()

  const day = box(page).filter({ hasText: 'The day' })
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('0')
  await settled(page)
  const offset = async (shown: Page): Promise<[number, number]> => {
    const id = await shown.locator('.note-band[data-kind="date"]').getAttribute('data-annotation')
    const line = await shown.locator(`.note-band[data-annotation="${id ?? ''}"]`).boundingBox()
    const at = await shown.locator(`.note-box[data-annotation="${id ?? ''}"]`).boundingBox()
    if (line === null || at === null) throw new Error('the note is not to be seen')
    return [Math.round(at.x - line.x - line.width / 2), Math.round(at.y - line.y)]
  }
  const before = await day.boundingBox()
  if (before === null) throw new Error('no box')
  await page.mouse.move(before.x + 20, before.y + 10)
  await page.mouse.down()
  await page.mouse.move(before.x - 60, before.y + 120, { steps: 8 })
  await page.mouse.up()
  // Saved, and so at rest: the moves of a mouse are heard some time after they are made.
  await expect(page.getByTestId('undo')).toHaveAccessibleName(/edit/i)
  const placed = await offset(page)
  // Polled, for the picture may still be on its way between the two measurements.
  const expectPlace = (shown: Page) =>
    expect
      .poll(async () => {
        const [x, y] = await offset(shown)
        return Math.abs(x - placed[0]) <= 1 && y === placed[1]
      })
      .toBe(true)
  expect(placed[1]).toBeGreaterThan(90)

  await page.getByTestId('timeline').focus()
  await page.keyboard.press('-')
  await settled(page)
  await expectPlace(page)

  await tapeline().close()
  page = await open({ locale: 'zh-Hant', theme: 'dark' })
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('0')
  await settled(page)
  await expectPlace(page)

  await page.keyboard.press('Shift+M')
  const list = page.getByTestId('annotation-list')
  await expect(list.locator('[data-note]')).toHaveCount(2)
  await list.getByRole('textbox').fill('talks')
  await list.locator('[data-note]').click()
  await expect(details(page).getByTestId('annotation')).toBeVisible()
  expect(tapeline().pageErrors).toEqual([])
})

test('puts a note at a place by the menu, and finds it through zoom, folding, other lanes and a restart', async () => {
  let page = await open()
  await settled(page)
  const lane = page.locator('.lane[data-lane="story:built/chip"]')
  const band = await lane.boundingBox()
  const axis = await page.locator('.axis').boundingBox()
  if (band === null || axis === null) throw new Error('the lane is not drawn')
  const at = { x: axis.x + axis.width / 3, y: band.y + band.height - 3 }
  await page.mouse.click(at.x, at.y, { button: 'right' })
  await page.getByTestId('timeline-menu').getByRole('menuitem', { name: 'Note at this place' }).click()
  await expect(page.getByTestId('note-words')).toBeFocused()
  await page.keyboard.type('Look here')
  await page.getByTestId('note-author').fill('Lin')
  await page.keyboard.press('Enter')
  await expect(box(page)).toHaveText('Look here')
  await expect(details(page).getByTestId('annotation-author')).toHaveValue('Lin')
  await settled(page)
  const put = await dotOf(page)
  expect(Math.abs(put.x - at.x)).toBeLessThanOrEqual(2)
  expect(Math.abs(put.y - at.y)).toBeLessThanOrEqual(2)

  // Through a zoom it keeps its part of the lane.
  const inLane = async (shown: Page): Promise<number> => {
    const row = await shown.locator('.lane[data-lane="story:built/chip"]').boundingBox()
    if (row === null) throw new Error('the lane is not drawn')
    return Math.round((((await dotOf(shown)).y - row.y) / row.height) * 100)
  }
  const part = await inLane(page)
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('+')
  await settled(page)
  expect(Math.abs((await inLane(page)) - part)).toBeLessThanOrEqual(2)
  await page.keyboard.press('-')
  await settled(page)

  // Its dot is moved by Shift and the arrow keys, by day and not by pixel.
  const before = await dotOf(page)
  await box(page).focus()
  for (let press = 0; press < 3; press++) await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(async () => Math.round((await dotOf(page)).x - before.x)).toBe(24)
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => Math.round((await dotOf(page)).x - before.x)).toBe(0)

  // In a folded lane it stands in the parent.
  await page.locator('.lane-parent[data-lane="story:built"]').click()
  await settled(page)
  const parent = await page.locator('.lane[data-lane="story:built"]').boundingBox()
  const folded = await dotOf(page)
  expect(folded.y).toBeGreaterThan(parent?.y ?? Infinity)
  expect(folded.y).toBeLessThan((parent?.y ?? 0) + (parent?.height ?? 0))
  await page.locator('.lane-parent[data-lane="story:built"]').click()
  await settled(page)

  // Under other lanes it is not drawn: the list says so, and the details lead back.
  await page.locator('[data-value="vendor"]').click()
  await settled(page)
  await expect(box(page)).toBeHidden()
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('Shift+M')
  await expect(page.getByTestId('annotation-list').locator('[data-note]')).toContainText('not shown now')
  await page.getByTestId('annotation-list').locator('[data-note]').click()
  await details(page).getByTestId('show-lanes').click()
  await expect(box(page)).toBeVisible()

  await tapeline().close()
  page = await open({ locale: 'zh-Hant', theme: 'dark' })
  await settled(page)
  expect(Math.abs((await inLane(page)) - part)).toBeLessThanOrEqual(2)
  expect(tapeline().pageErrors).toEqual([])
})

test('marks a span on the axis for a bracket, and opens the menu by key', async () => {
  const page = await open()
  await settled(page)
  const axis = await page.locator('.axis').boundingBox()
  if (axis === null) throw new Error('there is no axis')
  const mark = async (from: number, to: number): Promise<void> => {
    await page.mouse.move(axis.x + from, axis.y + 20)
    await page.mouse.down()
    await page.mouse.move(axis.x + to, axis.y + 20, { steps: 5 })
  }
  await page.keyboard.down('Shift')
  await mark(420, 200)
  await expect(page.locator('.axis-span')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('.axis-span')).toHaveCount(0)
  await page.mouse.up()
  await expect(page.getByTestId('add-annotation')).toHaveCount(0)
  await mark(420, 200)
  await page.mouse.up()
  await page.keyboard.up('Shift')
  await expect(page.getByTestId('note-date')).toHaveValue(/^\d{4}-\d{2}\/\d{4}-\d{2}$/)
  await expect(page.getByTestId('note-words')).toBeFocused()
  await page.keyboard.type('Talks')
  await page.getByTestId('add-annotation').locator('[data-value="bracket"]').click()
  await page.getByTestId('note-words').press('Control+Enter')
  const bracket = page.locator('.note-band[data-shape="bracket"]')
  await expect(bracket).toBeVisible()
  await settled(page)
  const [ends, label] = [await bracket.boundingBox(), await box(page).boundingBox()]
  if (ends === null || label === null) throw new Error('the bracket is not drawn')
  expect(Math.abs(ends.x + ends.width / 2 - label.x - label.width / 2)).toBeLessThanOrEqual(2)
  expect(ends.width).toBeGreaterThanOrEqual(220)

  // The menu by key is about what is selected.
  await page.keyboard.press('Escape')
  await selectRecord(page, 'H200 SXM', 'h200')
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('Shift+F10')
  const menu = page.getByTestId('timeline-menu')
  await expect(menu).toContainText('H200 SXM')
  await expect(menu.getByRole('menuitem').first()).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(details(page).getByTestId('note')).toBeFocused()
  await page.keyboard.type('Ask about this')
  await page.keyboard.press('Escape')
  await expect(details(page).getByTestId('note-view')).toHaveText('Ask about this')
  expect(tapeline().pageErrors).toEqual([])
})
