import { expect, test, type Page } from '@playwright/test'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchTapeline, type Tapeline } from './launch'
import { settled } from './timeline-screen'

let tapeline: Tapeline

test.beforeEach(async () => {
  tapeline = await launchTapeline()
  await frameOf(tapeline.page).waitFor()
  await settled(tapeline.page)
})
test.afterEach(async () => {
  expect(tapeline.pageErrors).toEqual([])
  await tapeline.close()
})

const stripOf = (page: Page) => page.getByRole('group', { name: 'Overview of all years' })
const frameOf = (page: Page) => page.getByTestId('overview-frame')

async function shown(page: Page): Promise<{ start: number; end: number; days: number }> {
  await settled(page)
  const { startDay, endDay } = await page
    .getByTestId('timeline')
    .evaluate(({ dataset }) => ({ startDay: Number(dataset['startDay']), endDay: Number(dataset['endDay']) }))
  return { start: startDay, end: endDay, days: endDay - startDay }
}

async function boxOf(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await frameOf(page).boundingBox()
  if (box === null) throw new Error('the frame is not there')
  return box
}

async function drag(page: Page, fromX: number, toX: number, y: number): Promise<void> {
  await page.mouse.move(fromX, y)
  await page.mouse.down()
  await page.mouse.move((fromX + toX) / 2, y, { steps: 4 })
  await page.mouse.move(toX, y, { steps: 4 })
  await page.mouse.up()
}

test('stands as wide as the time above it, and its frame follows the timeline', async () => {
  const { page } = tapeline
  const axis = await page.locator('.axis').boundingBox()
  const strip = await stripOf(page).boundingBox()
  expect(strip?.x).toBeCloseTo(axis?.x ?? NaN, 0)
  expect(Math.abs((strip?.width ?? NaN) - (axis?.width ?? NaN))).toBeLessThanOrEqual(1)
  const before = await boxOf(page)
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('+')
  await settled(page)
  expect((await boxOf(page)).width).toBeLessThan(before.width * 0.9)
  await expect(frameOf(page)).toHaveAttribute('aria-valuetext', /\d{4} to .*\d{4}/)
})

test('pans by its frame, changes one edge, goes where one clicks and shows what one drags over', async () => {
  const { page } = tapeline
  const before = await shown(page)
  const box = await boxOf(page)
  const y = box.y + box.height / 2
  await drag(page, box.x + box.width / 2, box.x + box.width / 2 - 120, y)
  const panned = await shown(page)
  expect(panned.days).toBeCloseTo(before.days, 5)
  expect(panned.start).toBeLessThan(before.start)
  const movedPx = box.x - (await boxOf(page)).x
  expect(movedPx).toBeGreaterThan(110)
  expect(movedPx).toBeLessThan(130)

  const moved = await boxOf(page)
  await drag(page, moved.x + moved.width, moved.x + moved.width - 90, y)
  const shorter = await shown(page)
  expect(shorter.start).toBeCloseTo(panned.start, 5)
  expect(shorter.end).toBeLessThan(panned.end)
  const short = await boxOf(page)
  await drag(page, short.x, short.x + 30, y)
  const narrower = await shown(page)
  expect(narrower.end).toBeCloseTo(shorter.end, 5)
  expect(narrower.start).toBeGreaterThan(shorter.start)

  const strip = await stripOf(page).boundingBox()
  const right = (strip?.x ?? 0) + (strip?.width ?? 0)
  await page.mouse.click(right - 30, y)
  const gone = await shown(page)
  expect(gone.days).toBeCloseTo(narrower.days, 3)
  expect(gone.start).toBeGreaterThan(narrower.end)

  await drag(page, (strip?.x ?? 0) + 40, (strip?.x ?? 0) + 240, y)
  await settled(page)
  const chosen = await boxOf(page)
  expect(chosen.x).toBeCloseTo((strip?.x ?? 0) + 40, -1)
  expect(chosen.width).toBeCloseTo(200, -1)

  await page.mouse.dblclick(right - 4, y)
  await settled(page)
  expect((await boxOf(page)).width).toBeGreaterThan((strip?.width ?? 0) * 0.85)
})

test('chooses a part from all of it and with Shift, on release, and gives up on Escape', async () => {
  const { page } = tapeline
  const box = await stripOf(page).boundingBox()
  if (box === null) throw new Error('the strip is not there')
  const y = box.y + box.height / 2
  await page.getByTestId('timeline').focus()
  await page.mouse.dblclick(box.x + box.width - 4, y)
  const all = await shown(page)
  await page.mouse.move(box.x + 200, y)
  await page.mouse.down()
  await page.mouse.move(box.x + 400, y, { steps: 4 })
  await expect(page.getByTestId('overview-choice')).toBeVisible()
  expect(await shown(page)).toEqual(all)
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('overview-choice')).toHaveCount(0)
  await page.mouse.up()
  expect(await shown(page)).toEqual(all)

  await drag(page, box.x + 200, box.x + 400, y)
  expect((await shown(page)).days).toBeCloseTo((all.days * 200) / box.width, -1)
  await page.keyboard.down('Shift')
  await drag(page, box.x + 250, box.x + 350, y)
  await page.keyboard.up('Shift')
  const chosen = await shown(page)
  expect(chosen.days).toBeCloseTo((all.days * 100) / box.width, -1)

  await page.mouse.move(box.x + 300, y)
  await page.mouse.down()
  await page.mouse.move(box.x + 500, y, { steps: 4 })
  expect((await shown(page)).start).toBeGreaterThan(chosen.start)
  await page.keyboard.press('Escape')
  await page.mouse.up()
  expect((await shown(page)).start).toBeCloseTo(chosen.start, 5)
})

test('zooms by the wheel about the day under the pointer', async () => {
  const { page } = tapeline
  const before = await shown(page)
  const box = await boxOf(page)
  await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2)
  await page.mouse.wheel(0, -120)
  const closer = await shown(page)
  expect(closer.days).toBeCloseTo(before.days / 1.22, 2)
  const about = (window: { start: number; days: number }): number =>
    (before.start + before.days / 4 - window.start) / window.days
  expect(about(closer)).toBeCloseTo(about(before), 1)
  await page.mouse.wheel(0, 120)
  await page.mouse.wheel(0, 120)
  // Counted from where the picture is going, and not from where it is on its way.
  expect((await shown(page)).days).toBeCloseTo(before.days * 1.22, 2)
  await expect(frameOf(page)).toHaveAttribute('aria-valuenow', /^\d+$/)
})

test('is hidden by its button, and stays so over a restart', async () => {
  const userDataDir = await mkdtemp(join(tmpdir(), 'tapeline-e2e-'))
  try {
    for (const visible of [true, false]) {
      const run = await launchTapeline({ userDataDir })
      try {
        await run.page.getByTestId('timeline').waitFor()
        await settled(run.page)
        const button = run.page.getByRole('button', { name: 'Overview strip' })
        await expect(button).toHaveAttribute('aria-pressed', String(visible))
        await expect(frameOf(run.page)).toHaveCount(visible ? 1 : 0)
        await button.click()
        await expect(frameOf(run.page)).toHaveCount(visible ? 0 : 1)
        expect(run.pageErrors).toEqual([])
      } finally {
        await run.close()
      }
    }
  } finally {
    await rm(userDataDir, { recursive: true, force: true })
  }
})

test('is moved by keys, and hidden and shown', async () => {
  const { page } = tapeline
  const before = await shown(page)
  await frameOf(page).focus()
  await page.keyboard.press('ArrowRight')
  const after = await shown(page)
  expect(after.start - before.start).toBeCloseTo(before.days / 10, 3)
  await page.keyboard.press('-')
  expect((await shown(page)).days).toBeCloseTo(before.days * 1.25, 2)
  await page.keyboard.press('Home')
  expect((await shown(page)).start).toBeLessThan(before.start)
  const height = (await page.getByTestId('timeline').boundingBox())?.height ?? 0
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('o')
  await expect(frameOf(page)).toHaveCount(0)
  expect((await page.getByTestId('timeline').boundingBox())?.height).toBeGreaterThan(height + 40)
  await page.keyboard.press('o')
  await expect(frameOf(page)).toBeVisible()
  // Its size is told after it was made, in the same frame.
  await expect.poll(async () => (await boxOf(page)).width).toBeGreaterThan(20)
})
