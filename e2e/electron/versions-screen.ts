import { expect, type Locator, type Page } from '@playwright/test'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { TapelineRecord } from '../../src/domain/model/record'
import { parseEdtf } from '../../src/domain/time/edtf'
import { ownRun } from './own-run'
import { settled } from './timeline-screen'

/** For the tests of a file: an app that may be started again on what it kept, and the folder of its versions. */
export function versionsRun() {
  const run = ownRun('tapeline-versions-', {
    dataInFolder: true,
    until: async (page) => {
      await expect(page.getByTestId('timeline')).toBeVisible()
      await page.locator('.item').first().waitFor()
    },
    withoutErrors: true,
  })
  const versionsFolder = (): string => join(run.folder(), 'backups', 'Tapeline')
  const backups = (): string[] => readdirSync(versionsFolder())
  return { ...run, versionsFolder, backups }
}

export const panel = (page: Page): Locator => page.getByTestId('versions')
export const versions = (page: Page): Locator => page.getByTestId('version')
export const item = (page: Page, record: string): Locator => page.locator(`.item[data-record="${record}"]`).first()

export async function keep(page: Page, name: string): Promise<void> {
  const count = await versions(page).count()
  await page.keyboard.press('Shift+V')
  await expect(page.getByTestId('version-name')).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(versions(page)).toHaveCount(count + 1)
  await expect(versions(page).first()).toContainText(name)
}

export async function openVersion(page: Page, name: string): Promise<void> {
  await versions(page).filter({ hasText: name }).getByRole('button').first().click()
  await expect(page.getByTestId('version-details')).toBeVisible()
}

const DATES = ['date', 'announced', 'available', 'withdrawn', 'published', 'effective', 'enforced', 'ended', 'target']
export const KINDS = ['added', 'removed', 'moved', 'changed'] as const

/** What differs, worked out anew from the records themselves. */
export function expectedKinds(before: readonly TapelineRecord[], after: readonly TapelineRecord[]) {
  const [was, now] = [before, after].map((records) => new Map(records.map((record) => [record.id, record])))
  const kinds: Record<(typeof KINDS)[number], string[]> = { added: [], removed: [], moved: [], changed: [] }
  for (const { id } of after) if (was?.has(id) === false) kinds.added.push(id)
  for (const { id } of before) if (now?.has(id) === false) kinds.removed.push(id)
  const dateOf = (record: TapelineRecord, field: string) => JSON.stringify(new Map(Object.entries(record)).get(field))
  for (const record of after) {
    const from = was?.get(record.id)
    if (from === undefined || JSON.stringify(from) === JSON.stringify(record)) continue
    kinds[DATES.some((field) => dateOf(from, field) !== dateOf(record, field)) ? 'moved' : 'changed'].push(record.id)
  }
  return kinds
}

/** Where a day is on the screen, by what the timeline says of its window. */
async function screenX(page: Page, day: number): Promise<number> {
  return page.evaluate((at) => {
    const { startDay, endDay } = document.querySelector<HTMLElement>('.timeline')?.dataset ?? {}
    const axis = document.querySelector('.axis')?.getBoundingClientRect()
    if (axis === undefined) throw new Error('there is no axis')
    const [start, end] = [Number(startDay), Number(endDay)]
    return axis.left + ((at - start) / (end - start)) * axis.width
  }, day)
}

function dayOf(text: string): number {
  const date = parseEdtf(text)
  if (!date.ok) throw new Error(text)
  return date.value.earliest
}

/** The ghost begins at the old date, to the pixel or two that rounding takes. */
export async function expectGhostAt(page: Page, record: string, text: string): Promise<void> {
  await settled(page)
  const box = await page.locator(`[data-ghost-of="${record}"]`).first().boundingBox()
  expect(Math.abs((box?.x ?? 0) - (await screenX(page, dayOf(text))))).toBeLessThan(2)
}
