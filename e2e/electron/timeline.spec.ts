import { expect, test, type Page } from '@playwright/test'
import {
  GROUPINGS,
  ITEM_KINDS,
  NO_FILTERS,
  type Filters,
  type Grouping,
  type TimeWindow,
} from '../../src/domain/model/view'
import { KIND_NAMES } from '../../src/domain/layout/lane-names'
import { launchTapeline } from './launch'
import { seeded, type Chance } from './seeded'
import { expectedOn, starterDocument } from './timeline-expected'
import { readScreen, settled, turnWheel } from './timeline-screen'

const document = starterDocument()
const ZONES = ['America/Los_Angeles', 'Pacific/Kiritimati'] as const
const STEPS = 24

const windowOf = (page: Page): Promise<TimeWindow> =>
  page.getByTestId('timeline').evaluate((element: HTMLElement) => ({
    startDay: Number(element.dataset['startDay']),
    endDay: Number(element.dataset['endDay']),
  }))

const foldedLanes = async (page: Page): Promise<Set<string>> =>
  new Set(
    await page
      .locator('.lane-parent[aria-expanded="false"]')
      .evaluateAll((lanes) => lanes.map((lane) => (lane as HTMLElement).dataset['lane'] ?? '')),
  )

interface View {
  filters: Filters
  grouping: Grouping
}

/** Everything the data says must be there is drawn or counted; nothing else is; nothing overlaps. */
async function checkScreen(page: Page, view: View, story: string): Promise<void> {
  await settled(page)
  const [window, folded, screen] = [await windowOf(page), await foldedLanes(page), await readScreen(page)]
  const expected = expectedOn(document, { ...view, folded, window })
  expect(screen.lanes, story).toEqual(expected.map(({ lane }) => lane))
  const pxPerDay = (screen.area.right - screen.area.left) / (window.endDay - window.startDay)
  for (const { lane, items } of expected) {
    const drawn = new Set(screen.items.filter((item) => item.lane === lane).map(({ record }) => record))
    const missing = items.filter(({ record }) => !drawn.has(record))
    const marks = screen.marks.filter((mark) => mark.lane === lane)
    const counted = marks.reduce((sum, { count }) => sum + count, 0)
    expect(
      missing.length,
      `${story}: ${lane} hides ${missing.map(({ record }) => record).join(', ')}`,
    ).toBeLessThanOrEqual(counted)

    // Glyphs of known days stand on their day, to the pixel, in whatever zone the clock is.
    for (const item of items) {
      if (item.shape === 'span' || item.extent.solidTo - item.extent.solidFrom !== 1) continue
      const shown = screen.items.find((one) => one.lane === lane && one.record === item.record)
      if (shown === undefined) continue
      const middle = screen.area.left + (item.extent.earliest - window.startDay) * pxPerDay + Math.min(pxPerDay / 2, 8)
      // Left of the edge, the head of a wide bar slides along it to stay in view.
      if (middle < screen.area.left + 20 || middle > screen.area.right) continue
      expect(Math.abs(shown.left + 6 - middle), `${story}: ${item.record} stands beside its day`).toBeLessThan(1.5)
    }

    // Bars reach over the days of their dates, as far as the window shows them; the shortest is 2 px wide.
    const clipped = (px: number): number => Math.min(Math.max(px, screen.area.left), screen.area.right)
    const xOf = (day: number): number => clipped(screen.area.left + (day - window.startDay) * pxPerDay)
    for (const { record, extent } of items) {
      const bar = screen.items.find((one) => one.lane === lane && one.record === record)?.bar
      if (bar === null || bar === undefined) continue
      const off = Math.max(
        Math.abs(clipped(bar.left) - xOf(extent.earliest)),
        Math.abs(clipped(bar.right) - xOf(extent.latest)),
      )
      expect(off, `${story}: the bar of ${record} is off its days`).toBeLessThan(2.5)
    }
    const inLane = screen.items.filter((item) => item.lane === lane)
    for (const [index, a] of inLane.entries())
      for (const b of inLane.slice(index + 1)) {
        if (Math.abs(a.top - b.top) > 4) continue
        expect(
          a.right <= b.left + 1 || b.right <= a.left + 1,
          `${story}: ${a.record} lies on ${b.record} in ${lane}`,
        ).toBe(true)
      }
  }
}

async function act(page: Page, chance: Chance, view: View): Promise<string> {
  const box = await page.locator('.timeline-canvas').boundingBox()
  const frame = await page.locator('.timeline-scroll').boundingBox()
  if (box === null || frame === null) throw new Error('the timeline has no place')
  const x = frame.x + 220 + chance.below(frame.width - 260)
  const y = frame.y + 20 + chance.below(frame.height - 60)
  switch (chance.below(7)) {
    case 0:
    case 1: {
      const notches = chance.below(9) - 4
      await page.mouse.move(x, y)
      for (let turn = 0; turn < Math.abs(notches); turn++) await turnWheel(page, 0, 120 * Math.sign(notches))
      return `zoom by ${String(notches)} notches`
    }
    case 2: {
      const [dx, dy] = [chance.below(700) - 350, chance.below(240) - 120]
      await page.mouse.move(x, frame.y + frame.height - 8)
      await page.mouse.down()
      await page.mouse.move(x + dx, frame.y + frame.height - 8 + dy, { steps: 6 })
      await page.mouse.up()
      await page.keyboard.press('Escape')
      return `drag by ${String(dx)}, ${String(dy)}`
    }
    case 3: {
      await page.mouse.move(x, y)
      await turnWheel(page, chance.below(300) - 150, chance.below(300) - 150 + 0.5)
      return 'scroll with two fingers'
    }
    case 4: {
      const lanes = page.locator('.lane-parent')
      const count = await lanes.count()
      if (count === 0) return 'nothing to fold'
      await lanes.nth(chance.below(count)).click()
      return 'fold or unfold a lane'
    }
    case 5: {
      view.grouping = GROUPINGS[chance.below(GROUPINGS.length)] ?? 'story'
      await page.locator(`[role="radio"][data-value="${view.grouping}"]`).click()
      return `lanes by ${view.grouping}`
    }
    default: {
      const kind = ITEM_KINDS[chance.below(ITEM_KINDS.length)] ?? 'chip'
      const has = view.filters.kinds.includes(kind)
      const kinds = has ? view.filters.kinds.filter((one) => one !== kind) : [...view.filters.kinds, kind]
      view.filters = { ...view.filters, kinds }
      await page
        .getByRole('checkbox', { name: new RegExp(`^${KIND_NAMES[kind].en}`) })
        .first()
        .click()
      return `filter ${kind} ${has ? 'off' : 'on'}`
    }
  }
}

for (const zone of ZONES)
  test(`shows what the data says after any pan, zoom, fold, regroup and filter, in ${zone}`, async () => {
    test.setTimeout(180_000)
    const seed = 20_261_123 + ZONES.indexOf(zone)
    const chance = seeded(seed)
    const tapeline = await launchTapeline({ timeZone: zone })
    try {
      const { page } = tapeline
      await page.locator('.item').first().waitFor()
      await page.keyboard.press('[')
      const view: View = { filters: NO_FILTERS, grouping: 'story' }
      const story: string[] = [`seed ${String(seed)}`]
      await checkScreen(page, view, 'at first')
      for (let step = 0; step < STEPS; step++) {
        story.push(await act(page, chance, view))
        await checkScreen(page, view, story.join(' → '))
      }
      expect(tapeline.pageErrors).toEqual([])
    } finally {
      await tapeline.close()
    }
  })

test('keeps every item in its row while panning', async () => {
  const tapeline = await launchTapeline()
  try {
    const { page } = tapeline
    await page.locator('.item').first().waitFor()
    await settled(page)
    const rows = async (): Promise<Map<string, number>> =>
      new Map((await readScreen(page)).items.map(({ record, lane, top }) => [`${record}@${lane}`, Math.round(top)]))
    const before = await rows()
    const frame = await page.locator('.timeline-scroll').boundingBox()
    if (frame === null) throw new Error('the timeline has no place')
    for (const dx of [-220, -150, 90, 400]) {
      await page.mouse.move(frame.x + 500, frame.y + frame.height - 8)
      await page.mouse.down()
      await page.mouse.move(frame.x + 500 + dx, frame.y + frame.height - 8, { steps: 8 })
      await page.mouse.up()
      await settled(page)
      for (const [key, top] of await rows()) if (before.has(key)) expect(top, key).toBe(before.get(key))
    }
  } finally {
    await tapeline.close()
  }
})

test('scrolls both ways at once for two fingers, and zooms at the pointer for a wheel', async () => {
  const tapeline = await launchTapeline()
  try {
    const { page } = tapeline
    await page.locator('.item').first().waitFor()
    await settled(page)
    const frame = await page.locator('.timeline-scroll').boundingBox()
    if (frame === null) throw new Error('the timeline has no place')
    const scrollTop = (): Promise<number> => page.locator('.timeline-scroll').evaluate((element) => element.scrollTop)
    await page.mouse.move(frame.x + 500, frame.y + 100)
    const before = await windowOf(page)
    await turnWheel(page, 61, 37)
    await settled(page)
    const after = await windowOf(page)
    expect(after.endDay - after.startDay).toBeCloseTo(before.endDay - before.startDay, 6)
    expect(after.startDay).toBeGreaterThan(before.startDay)
    expect(await scrollTop()).toBe(37)

    const area = (await readScreen(page)).area
    const part = (frame.x + 500 - area.left) / (area.right - area.left)
    const dayUnderPointer = after.startDay + part * (after.endDay - after.startDay)
    await turnWheel(page, 0, -120)
    await settled(page)
    const zoomed = await windowOf(page)
    expect(zoomed.endDay - zoomed.startDay).toBeLessThan(after.endDay - after.startDay)
    expect(zoomed.startDay + part * (zoomed.endDay - zoomed.startDay)).toBeCloseTo(dayUnderPointer, 3)
    expect(await scrollTop()).toBe(37)
  } finally {
    await tapeline.close()
  }
})
