import { _electron, type Page } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TapelineRecord } from '../../src/domain/model/record'
import { createWorkspaceFile } from '../../src/main/store/create-workspace-file'
import { projectRoot } from '../project.mjs'
import { frameTimes, spreadOf, type Spread } from './timeline/frames'

/**
 * The table of ten thousand records and the arrows of two thousand links, by real keys and wheel events,
 * beside an empty page scrolled in the same window.
 */
const ROWS = 10_000
const LINKS = 2_000
const SCROLL_MS = 3_000

const event = (n: number): TapelineRecord => ({
  type: 'event',
  id: `event-${String(n)}`,
  name: { en: `Event ${String((n * 7919) % ROWS)}`, 'zh-Hant': `事件 ${String((n * 7919) % ROWS)}` },
  kind: 'policy',
  date: `${String(2010 + (n % 20))}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`,
  actors: ['nvidia'],
  chips: [],
  architectures: [],
  rules: [],
  summary: { en: 'A summary of about the usual length.'.repeat(4), 'zh-Hant': '一段長度普通的摘要。'.repeat(4) },
  jurisdictions: ['US'],
  sources: [],
  confidence: 'confirmed',
})
const link = (n: number): TapelineRecord => ({
  type: 'link',
  id: `link-${String(n)}`,
  kind: 'response',
  from: `event-${String((n * 31) % ROWS)}`,
  to: `event-${String((n * 31 + 12) % ROWS)}`,
  sources: [],
  confidence: 'claimed',
})
const vendor: TapelineRecord = {
  type: 'organisation',
  id: 'nvidia',
  name: { en: 'NVIDIA', 'zh-Hant': '輝達' },
  roles: ['vendor'],
  jurisdiction: 'US',
}

interface Scrolled extends Spread {
  readonly name: string
}

// Scripts for the page, as text: they run where there is a DOM, which scripts do not know.
const COVER_WITH_EMPTY_PAGE = `
  const empty = document.createElement('div')
  empty.id = 'empty-page'
  Object.assign(empty.style, { position: 'fixed', inset: '0', overflow: 'auto', zIndex: '9999', background: 'white' })
  const tall = document.createElement('div')
  tall.style.height = '300000px'
  empty.append(tall)
  document.body.append(empty)`
/** Settles when something is there, and the frame that shows it has been made. */
const timeUntil = (selector: string): string => `
  window.started = performance.now()
  window.timedResult = new Promise((resolve) => {
    requestAnimationFrame(function look() {
      if (document.querySelector(${JSON.stringify(selector)}) === null) requestAnimationFrame(look)
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - window.started)))
    })
  })
  0`

/** Frames while the wheel turns over a place. */
async function scrolled(
  page: Page,
  name: string,
  at: { x: number; y: number },
  by: [number, number],
  held?: string,
): Promise<Scrolled> {
  if (held !== undefined) await page.keyboard.down(held)
  await page.mouse.move(at.x, at.y)
  const times = await frameTimes(page, async () => {
    const until = performance.now() + SCROLL_MS
    // Zooming goes to and fro, so that there is always much to see.
    for (let turn = 0; performance.now() < until; turn += 1)
      await page.mouse.wheel(by[0], held !== undefined && turn % 80 < 40 ? -by[1] : by[1])
  })
  if (held !== undefined) await page.keyboard.up(held)
  return { name, ...spreadOf(times) }
}

async function timed(page: Page, selector: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate(timeUntil(selector))
  await act()
  return page.evaluate<number>('window.timedResult')
}

const folder = mkdtempSync(join(tmpdir(), 'tapeline-bench-'))
const file = join(folder, 'large.tapeline')
createWorkspaceFile(file, [
  vendor,
  ...Array.from({ length: ROWS }, (_, n) => event(n)),
  ...Array.from({ length: LINKS }, (_, n) => link(n)),
])
const app = await _electron.launch({
  executablePath: process.env['TAPELINE_ELECTRON'] ?? '',
  args: [projectRoot, `--user-data-dir=${join(folder, 'user')}`, file],
  chromiumSandbox: false,
})
try {
  const page = await app.firstWindow()
  await page.locator('.item').first().waitFor({ timeout: 60_000 })
  await page.waitForTimeout(2_000)
  const results: Scrolled[] = []

  await page.evaluate(COVER_WITH_EMPTY_PAGE)
  results.push(await scrolled(page, 'empty page, scrolled', { x: 600, y: 500 }, [0, 60]))
  await page.evaluate("document.querySelector('#empty-page').remove()")

  const timeline = { x: 700, y: 300 }
  results.push(await scrolled(page, 'timeline, panned', timeline, [12, 0]))
  results.push(await scrolled(page, 'timeline, zoomed', timeline, [0, -4], 'Control'))
  await page.getByTestId('toggle-arrows').click()
  await page.locator('path.arrow').first().waitFor({ state: 'attached' })
  const arrows = await page.locator('path.arrow').count()
  results.push(await scrolled(page, `timeline with ${String(arrows)} arrows, panned`, timeline, [-12, 0]))
  results.push(await scrolled(page, 'the same, zoomed', timeline, [0, 4], 'Control'))
  await page.getByTestId('toggle-arrows').click()

  await page.getByTestId('timeline').focus()
  const openMs = await timed(page, '[data-testid="table-grid"] .row', () => page.keyboard.press('\\'))
  const heading = page.locator('[data-heading="name.en"]')
  const sortMs = await timed(page, '[data-heading="name.en"][aria-sort="ascending"]', () => heading.click())
  const grid = await page.getByTestId('table-grid').boundingBox()
  if (grid === null) throw new Error('there is no table')
  const middle = { x: grid.x + 300, y: grid.y + grid.height / 2 }
  results.push(await scrolled(page, 'table, scrolled', middle, [0, 60]))
  results.push(await scrolled(page, 'table, scrolled fast', middle, [0, 1200]))
  const drawn = await page.locator('[data-testid="table-grid"] .row').count()

  console.log(`${String(ROWS)} events, ${String(LINKS)} links; ${String(drawn)} rows are elements`)
  console.log(`  opened in ${openMs.toFixed(0)} ms, sorted by name in ${sortMs.toFixed(0)} ms`)
  for (const { name, count, median, p95, longest } of results)
    console.log(
      `  ${name.padEnd(40)} ${String(count).padStart(4)} frames   median ${median.toFixed(1)} ms   p95 ${p95.toFixed(1)} ms   worst ${longest.toFixed(1)} ms`,
    )
} finally {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
}
