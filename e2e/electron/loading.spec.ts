import { expect, test, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TapelineRecord } from '../../src/domain/model/record'
import { anEvent } from '../../src/testing/builders'
import { mustCall, workspaceOf } from './call'
import { launchTapeline, type Tapeline } from './launch'
import { selectRecord } from './select-record'

const EVENTS = 20_000
const two = (value: number): string => String(value).padStart(2, '0')
const eventAt = (n: number): TapelineRecord =>
  anEvent({
    id: `event-${String(n)}`,
    name: { en: `Event ${String(n)}`, 'zh-Hant': `事件 ${String(n)}` },
    date: `${String(2000 + (n % 25))}-${two(1 + (n % 12))}-${two(1 + (n % 28))}`,
  })

let userDataDir: string
let tapeline: Tapeline
/** With the records of the starter data. */
let total = 0
/** The number of an event that is there from the first picture on. */
let early = 0

test.beforeEach(() => {
  userDataDir = mkdtempSync(join(tmpdir(), 'tapeline-loading-'))
})
test.afterEach(() => {
  rmSync(userDataDir, { recursive: true, force: true })
})

/** The starter workspace with very many events more, in one step. */
async function launchLarge(): Promise<Page> {
  const page = await launch()
  const subject = { en: 'Many events', 'zh-Hant': '許多事件' }
  const edits = Object.fromEntries(
    Array.from({ length: EVENTS }, (_, n) => [eventAt(n).id, { from: null, to: eventAt(n) }]),
  )
  await mustCall(page, 'workspace:commit', { change: { label: { action: 'create', subject }, edits } })
  const { records, recordsText } = await workspaceOf(page)
  total = records.length
  early = Number(/"event-(\d{5})"/.exec(recordsText)?.[1])
  return page
}

async function launch(): Promise<Page> {
  tapeline = await launchTapeline({ userDataDir })
  await expect(tapeline.page.getByTestId('timeline')).toBeVisible()
  return tapeline.page
}

/** What a program that starts anew finds in the file. */
async function recordsAfterRestart(): Promise<TapelineRecord[]> {
  const page = await launch()
  await allIn(page)
  const { records } = await workspaceOf(page)
  await tapeline.close()
  return records
}

/** There is a step to take back, so that it can be once there is all to take it back in. */
const allIn = (page: Page): Promise<void> => expect(page.getByTestId('undo')).toBeEnabled()

const withId = (records: readonly TapelineRecord[], id: string) => records.find((record) => record.id === id)

/**
 * Has main keep back every part after the first of this workspace until it is let go on. The page is then loaded anew,
 * so that it meets a disk as slow as the test wants it.
 */
async function loadSlowly(app: ElectronApplication, page: Page): Promise<{ letGo: () => Promise<void> }> {
  await app.evaluate(({ ipcMain }) => {
    type Handler = (...values: unknown[]) => Promise<unknown>
    // Electron gives no public way to the handler that stands.
    const { _invokeHandlers: known } = ipcMain as unknown as { _invokeHandlers: Map<string, Handler> }
    const answer = known.get('workspace:part')
    if (answer === undefined) throw new Error('nobody answers for parts')
    let open: () => void = () => undefined
    const opened = new Promise<void>((resolve) => (open = resolve))
    Object.assign(globalThis, { letPartsGo: open })
    ipcMain.removeHandler('workspace:part')
    ipcMain.handle('workspace:part', async (event, input: { part: number }) => {
      if (input.part > 1) await opened
      return answer(event, input)
    })
  })
  await page.reload()
  await expect(page.getByTestId('timeline')).toBeVisible()
  return {
    letGo: () =>
      app.evaluate(() => {
        ;(globalThis as unknown as { letPartsGo: () => void }).letPartsGo()
      }),
  }
}

const loading = (page: Page): Locator => page.getByTestId('loading')
const partial = (page: Page): Locator => page.getByTestId('partial')

const select = (page: Page, n: number): Promise<void> => selectRecord(page, `Event ${String(n)}`, `event-${String(n)}`)

async function rename(page: Page, to: string): Promise<void> {
  await page.getByTestId('name-en').click()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(to)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('name-en')).toHaveText(to)
}

test('shows how far it is, lets one look around meanwhile, and edit what came last once all is in', async () => {
  const page = await launchLarge()
  const { letGo } = await loadSlowly(tapeline.app, page)
  await expect(loading(page)).toContainText(/Loading [0-9,]+ of 20,[0-9]+ records/)
  const bar = page.getByRole('progressbar')
  const before = Number(await bar.getAttribute('aria-valuenow'))
  expect(before).toBeGreaterThan(1_000)
  expect(before).toBeLessThan(total)

  // It can be zoomed, searched in what is there, and looked at; not edited.
  const timeline = page.getByTestId('timeline')
  const startDay = await timeline.getAttribute('data-start-day')
  await timeline.hover()
  await page.mouse.wheel(0, -400)
  await expect.poll(() => timeline.getAttribute('data-start-day')).not.toBe(startDay)
  await select(page, early)
  await expect(page.getByTestId('inspector')).toContainText(`Event ${String(early)}`)
  await expect(page.getByTestId('undo')).toBeDisabled()

  await letGo()
  await allIn(page)
  await expect(loading(page)).toBeHidden()
  await expect(partial(page)).toBeHidden()
  await select(page, 19_999)
  await rename(page, 'The last of all')
  await expect(page.getByTestId('save-state')).toContainText('Saved')
  expect(tapeline.pageErrors).toEqual([])
  await tapeline.close()
  const records = await recordsAfterRestart()
  expect(records.slice(-EVENTS).map(({ id }) => id)).toEqual(
    Array.from({ length: EVENTS }, (_, n) => `event-${String(n)}`),
  )
  expect(withId(records, 'event-19999')).toMatchObject({ name: { en: 'The last of all' } })
})

test('stops where it is told, says what stands there, and goes on to the end', async () => {
  const page = await launchLarge()
  const { letGo } = await loadSlowly(tapeline.app, page)
  await page.getByTestId('stop-loading').click()
  await expect(loading(page)).toBeHidden()
  await expect(partial(page)).toContainText(/Loading was stopped\. Shown are [0-9,]+ of 20,[0-9]+ records/)
  await letGo()
  await expect(page.getByTestId('save-state')).toContainText('Read-only')
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('undo')).toBeDisabled()
  await expect(partial(page)).toBeVisible()

  await page.getByTestId('go-on-loading').click()
  await allIn(page)
  await expect(partial(page)).toBeHidden()
  await select(page, 12_345)
  await rename(page, 'Edited after a stop')
  await page.keyboard.press('Control+z')
  await expect(page.getByTestId('name-en')).toHaveText('Event 12345')
  expect(tapeline.pageErrors).toEqual([])
  await tapeline.close()
  expect(withId(await recordsAfterRestart(), 'event-12345')).toEqual(eventAt(12_345))
})

test('loses nothing when it is killed while it loads', async () => {
  const page = await launchLarge()
  await page.reload()
  await allIn(page)
  await select(page, 777)
  await rename(page, 'Saved before')
  await expect(page.getByTestId('save-state')).toContainText('Saved')
  await loadSlowly(tapeline.app, page)
  await expect(loading(page)).toBeVisible()
  const ended = new Promise((resolve) => tapeline.app.process().once('exit', resolve))
  tapeline.app.process().kill('SIGKILL')
  await ended
  const records = await recordsAfterRestart()
  expect(records).toHaveLength(total)
  expect(withId(records, 'event-777')).toMatchObject({ name: { en: 'Saved before' } })
})
