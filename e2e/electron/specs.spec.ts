import { expect, test, type Page } from '@playwright/test'
import { dayNumberOf } from '../../src/domain/time/day-number'
import { launchTapeline, type Tapeline } from './launch'
import { selectRecord } from './select-record'
import { settled, turnWheel } from './timeline-screen'

let tapeline: Tapeline

async function start(options: Parameters<typeof launchTapeline>[0] = {}): Promise<Page> {
  tapeline = await launchTapeline(options)
  const { page } = tapeline
  await expect(page.getByTestId('timeline')).toBeVisible()
  await settled(page)
  return page
}
test.afterEach(async () => {
  expect(tapeline.pageErrors).toEqual([])
  await tapeline.close()
})

const cell = (page: Page, metric: string, chip: string) =>
  page.getByTestId('compare-table').locator(`[data-metric="${metric}"] td[data-chip="${chip}"]`)
const lane = (page: Page, kind: string) => page.locator(`[data-lane="${kind}"] .lane-area`)

/** The runtime that tests are run on still has the older clipboard; the types are those of a newer one. */
interface OlderClipboard {
  readText(): string
  readHTML(): string
}

test('compares three chips: what differs first, ratios to a base, unknown as unknown, copied as a table', async () => {
  const page = await start()
  await selectRecord(page, 'H100 SXM5', 'h100')
  for (const chip of ['h200', 'h20']) {
    await page.locator(`.item[data-record="${chip}"] .head`).click({ modifiers: ['Control'] })
  }
  await page.keyboard.press('c')
  await expect(page.getByTestId('compare-table').locator('thead [data-chip]')).toHaveCount(3)
  const first = page.getByTestId('compare-table').locator('[data-metric]').first()
  await expect(first).toHaveAttribute('data-metric', 'memory-capacity')

  const name = (chip: string) => page.locator(`thead [data-chip="${chip}"] .compare-name`)
  await page.locator('thead [data-chip="h100"] .compare-base').click()
  await expect(cell(page, 'tpp', 'h20').getByTestId('ratio')).toHaveText(`0.15 × ${await name('h100').innerText()}`)
  await expect(cell(page, 'tpp', 'h100').getByTestId('ratio')).toHaveCount(0)
  await expect(cell(page, 'fp4', 'h200')).toHaveText('unknown')
  await expect(cell(page, 'fp8', 'h200').locator('[data-why="sparse"]')).toContainText('3,940')

  await cell(page, 'performance-density', 'h20').locator('.reckoned').focus()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(page.locator('.tip')).toContainText('÷ Die area 814 mm² = 2.91')

  await page.keyboard.press('Control+c')
  const clipboard = () =>
    tapeline.app.evaluate(({ clipboard: board }) => {
      const older = board as unknown as OlderClipboard
      return { text: older.readText(), html: older.readHTML() }
    })
  await expect.poll(async () => (await clipboard()).text).toContain('\nTPP\t')
  const { text, html } = await clipboard()
  const line = (label: string): string[] =>
    text
      .split('\n')
      .find((each) => each.startsWith(label))
      ?.split('\t') ?? []
  expect(
    line('TPP\t')
      .slice(1)
      .map(Number)
      .sort((a, b) => a - b),
  ).toEqual([0.15, 1, 2368, 15832, 15832])
  expect(line('FP4').slice(1, 4)).toEqual(['unknown', 'unknown', 'unknown'])
  expect(html).toContain('<th scope="row">TPP')
  expect(html).toContain('15,832')

  const source = cell(page, 'memory-capacity', 'h200').locator('[data-source]').first()
  const id = (await source.getAttribute('data-source')) ?? ''
  await source.click()
  await expect(page.getByTestId('inspector').locator(`[data-record="${id}"]`).first()).toBeVisible()
  await page.getByTestId('copy-comparison').focus()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('compare')).toHaveCount(0)
})

test('has metric lanes on the axis of the timeline, to the px, while it pans and zooms', async () => {
  const page = await start()
  await selectRecord(page, 'H200 SXM', 'h200')
  await page.keyboard.press('l')
  const ring = lane(page, 'tpp').locator('.lane-ring[data-chip="h200"]')
  await expect(ring).toBeAttached()

  const day = dayNumberOf({ year: 2023, month: 11, day: 13 })
  async function compare(): Promise<void> {
    await settled(page)
    const places = await page.evaluate((when) => {
      const box = (selector: string) => {
        const found = document.querySelector(selector)
        if (found === null) throw new Error(`there is no ${selector}`)
        const { left, right, width } = found.getBoundingClientRect()
        return { left, width, middle: (left + right) / 2 }
      }
      const { startDay, endDay } = document.querySelector<HTMLElement>('.timeline')?.dataset ?? {}
      const axis = box('.axis')
      const bar = box('.item[data-record="h200"] .bar')
      const part = (when + 0.5 - Number(startDay)) / (Number(endDay) - Number(startDay))
      return {
        axis,
        canvas: box('[data-lane="tpp"] canvas'),
        ring: box('[data-lane="tpp"] .lane-ring[data-chip="h200"]').middle,
        // A day wide enough to be seen is a bar, with the glyph at its head.
        item: (bar.width > 16 ? bar : box('.item[data-record="h200"] .glyph')).middle,
        expected: axis.left + part * axis.width,
      }
    }, day)
    expect(places.canvas.left).toBeCloseTo(places.axis.left, 1)
    expect(places.canvas.width).toBeCloseTo(places.axis.width, 1)
    expect(Math.abs(places.ring - places.expected)).toBeLessThan(0.6)
    expect(Math.abs(places.ring - places.item)).toBeLessThan(1.5)
  }
  await compare()
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('ArrowLeft')
  await compare()
  await page.keyboard.press('+')
  await compare()
  await page.keyboard.press('f')
  await compare()
  await page.keyboard.press(']')
  await compare()
  // The lanes themselves move and zoom the timeline.
  const before = await page.getByTestId('timeline').getAttribute('data-start-day')
  const box = await lane(page, 'tpp').boundingBox()
  if (box === null) throw new Error('the lane has no place')
  await page.mouse.move(box.x + 400, box.y + 20)
  await page.mouse.down()
  await page.mouse.move(box.x + 300, box.y + 20, { steps: 4 })
  await page.mouse.up()
  await settled(page)
  const dragged = await page.getByTestId('timeline').getAttribute('data-start-day')
  expect(Number(dragged)).toBeGreaterThan(Number(before))
  await turnWheel(page, 0, 120)
  await settled(page)
  expect(Number(await page.getByTestId('timeline').getAttribute('data-start-day'))).toBeLessThan(Number(dragged))
  await compare()
})

/** Whether the px of a lane in some days have the colour of limits. */
function limitDrawn(page: Page, from: number, to: number): Promise<boolean> {
  return page.evaluate(
    ([first, last]) => {
      const canvas = document.querySelector<HTMLCanvasElement>('[data-lane="tpp"] canvas')
      const { startDay, endDay } = document.querySelector<HTMLElement>('.timeline')?.dataset ?? {}
      const context = canvas?.getContext('2d') ?? null
      if (canvas === null || context === null) throw new Error('the lane is not drawn')
      const x = (day: number) =>
        Math.round(((day - Number(startDay)) / (Number(endDay) - Number(startDay))) * canvas.width)
      const [left, right] = [Math.max(x(first), 0), Math.min(x(last), canvas.width)]
      if (right <= left) throw new Error('these days are not shown')
      const wanted = getComputedStyle(canvas).getPropertyValue('--tone-allowed').trim()
      const [red, green, blue] = [1, 3, 5].map((at) => parseInt(wanted.slice(at, at + 2), 16))
      const { data } = context.getImageData(left, 0, right - left, canvas.height)
      for (let at = 0; at < data.length; at += 4)
        if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) return true
      return false
    },
    [from, to] as const,
  )
}

test('draws a limit only while its rule was in force, and selects chips and rules from a lane', async () => {
  const page = await start()
  await page.getByTestId('toggle-metric-lanes').click()
  await expect(lane(page, 'tpp')).toBeVisible()
  await settled(page)
  const effective = dayNumberOf({ year: 2023, month: 11, day: 17 })
  await expect.poll(() => limitDrawn(page, effective + 20, effective + 700)).toBe(true)
  expect(await limitDrawn(page, effective - 700, effective - 5)).toBe(false)

  const box = await lane(page, 'tpp').boundingBox()
  if (box === null) throw new Error('the lane has no place')
  const tip = page.getByTestId('lane-tip')
  // Down a column of days without chips, until a limit is met.
  const window = await page.getByTestId('timeline').evaluate((element) => {
    const { startDay, endDay } = (element as HTMLElement).dataset
    return { startDay: Number(startDay), endDay: Number(endDay) }
  })
  const { startDay, endDay } = window
  const x = box.x + ((effective + 1150 - startDay) / (endDay - startDay)) * box.width
  for (let y = box.height - 4; y > 0 && !(await tip.isVisible()); y -= 3) await page.mouse.move(x, box.y + y)
  await expect(tip).toContainText('1,600 TPP')
  await expect(tip).toContainText('Advanced computing rule, October 2023')
  await page.mouse.down()
  await page.mouse.up()
  await expect(
    page.getByTestId('inspector').locator('[data-record="rule-2023-10-advanced-computing"]').first(),
  ).toBeVisible()

  await lane(page, 'tpp').focus()
  await page.keyboard.press('End')
  const chip = await lane(page, 'tpp').locator('.lane-active').getAttribute('data-chip')
  await page.keyboard.press('ArrowLeft')
  await expect(lane(page, 'tpp').locator('.lane-active')).not.toHaveAttribute('data-chip', chip ?? '')
  const earlier = (await lane(page, 'tpp').locator('.lane-active').getAttribute('data-chip')) ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('inspector').locator(`[data-record="${earlier}"]`).first()).toBeVisible()
})

test('keeps the lanes that were chosen, and shows generations', async () => {
  const page = await start({ locale: 'zh-Hant' })
  await page.keyboard.press('l')
  await page.getByTestId('choose-lanes').click()
  await page.locator('.check-list [data-choice="generation-lag"]').click()
  await page.locator('.check-list [data-choice="tpp"]').click()
  await page.keyboard.press('Escape')
  await expect(page.locator('.metric-lane')).toHaveCount(2)
  await expect(page.locator('[data-lane="generation-lag"] h3')).toHaveText('世代落差')
  await lane(page, 'generation-lag').focus()
  await page.keyboard.press('Home')
  await expect(page.getByTestId('lane-tip')).toContainText('依發布日期')
  await page.getByTestId('metric-lanes').getByRole('radio', { name: '上市' }).click()
  await lane(page, 'generation-lag').focus()
  await page.keyboard.press('Home')
  await expect(page.getByTestId('lane-tip')).toContainText('依上市日期')

  await page.getByTestId('metric-lanes').getByRole('radio', { name: '上市' }).focus()
  await page.getByRole('separator').first().focus()
  const heightPx = async () => (await page.locator('.metric-lane').first().boundingBox())?.height ?? 0
  const before = await heightPx()
  await page.keyboard.press('ArrowDown')
  await expect.poll(heightPx).toBe(before + 24)

  await page.getByTestId('compare-chips').click()
  await page.getByTestId('add-chip').click()
  await page.keyboard.type('昇騰 910C')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('compare')).toContainText('不詳')
})
