import { expect, type Page } from '@playwright/test'
import { workspaceOf } from './call'
import { selectRecord } from './select-record'
import { settled } from './timeline-screen'

export const pxPerDay = (page: Page): Promise<number> =>
  page.getByTestId('timeline').evaluate((element) => {
    const { startDay, endDay } = (element as HTMLElement).dataset
    const axis = element.querySelector('.axis')
    if (axis === null) throw new Error('there is no axis')
    return axis.getBoundingClientRect().width / (Number(endDay) - Number(startDay))
  })

/** A field of a record as it stands in the file. */
export async function saved(page: Page, id: string, field: string): Promise<unknown> {
  const { records } = await workspaceOf(page)
  return (records.find((record) => record.id === id) as Record<string, unknown> | undefined)?.[field]
}

/** Selects a record through the search, and leaves it alone on a picture that stands still. */
export async function find(page: Page, query: string, record: string): Promise<void> {
  await selectRecord(page, query, record)
  await expect(page.locator(`.item-selected[data-record="${record}"]`).first()).toBeVisible()
  await page.getByTestId('timeline').focus()
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await settled(page)
  await expect(page.locator(`.item-selected[data-record="${record}"]`).first()).toBeVisible()
}

export async function headOf(page: Page, record: string): Promise<{ x: number; y: number }> {
  const box = await page.locator(`.item[data-record="${record}"] .head`).first().boundingBox()
  if (box === null) throw new Error(`${record} is not drawn`)
  return { x: box.x + 16, y: box.y + box.height / 2 }
}

export async function drag(page: Page, from: { x: number; y: number }, dx: number, dy = 0): Promise<void> {
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  // Some way off first: a few days may be too few px to be told from a click.
  await page.mouse.move(from.x + Math.sign(dx) * 24, from.y)
  await page.mouse.move(from.x + dx, from.y + dy, { steps: 6 })
}

export async function undo(page: Page): Promise<void> {
  await page.keyboard.press('Control+z')
}
