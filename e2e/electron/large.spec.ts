import { expect, test, type CDPSession, type Page } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchTapeline, projectRoot } from './launch'
import { settled } from './timeline-screen'

const FEW = 1_000
/** Lanes of the middle one once were packed whole at each step of scale, and cost more than the large one. */
const MANY = [10_000, 100_000]
const NOTCHES = 18
const NOTCH_PX = 240
const STEPS = 20
const STEP_PX = 20
/** Of many to few. All of a screen is in use at both, and today the two are about 1.1, 1.4 and 1.5 apart. */
const MARGINS = { script: 2, layout: 2.5, elements: 2.2 } as const
const folder = mkdtempSync(join(tmpdir(), 'tapeline-large-'))
const fileOf = (count: number): string => join(folder, `${String(count)}.tapeline`)

test.beforeAll(() => {
  const program = join(projectRoot, 'scripts/bench/large/write.ts')
  const words = [FEW, ...MANY].flatMap((count) => [String(count), fileOf(count)])
  execFileSync(process.execPath, ['--import', 'tsx', program, ...words], { cwd: projectRoot, stdio: 'inherit' })
})
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** What the page has done so far: processor time in seconds, not time on the clock, so that others do not count. */
interface Work {
  readonly script: number
  readonly layout: number
}

async function workSoFar(session: CDPSession): Promise<Work> {
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN
  return { script: of('ScriptDuration'), layout: of('LayoutDuration') + of('RecalcStyleDuration') }
}

interface Load {
  script: number
  layout: number
  elements: number
}

/**
 * What wheel and drag cost: each step waits for the picture, so that any machine does the same steps. It is given up
 * once the work is past a limit: what then follows could last for minutes.
 */
async function use(page: Page, limit: Work): Promise<Load> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('0')
  await settled(page)
  await page.mouse.move(760, 300)
  const load: Load = { script: 0, layout: 0, elements: 0 }
  const before = await workSoFar(session)
  const look = async (): Promise<boolean> => {
    const now = await workSoFar(session)
    load.script = now.script - before.script
    load.layout = now.layout - before.layout
    load.elements = Math.max(load.elements, await page.locator('.timeline *').count())
    return load.script > limit.script || load.layout > limit.layout
  }
  for (const towards of [-1, 1]) {
    for (let notch = 0; notch < NOTCHES; notch++) {
      await page.mouse.wheel(0, NOTCH_PX * towards)
      await nextFrames(page, 2)
      if (notch % 3 === 0 && (await look())) return load
    }
    await page.mouse.down()
    for (let step = 1; step <= STEPS; step++) {
      await page.mouse.move(760 - towards * step * STEP_PX, 300)
      await nextFrames(page, 1)
    }
    await page.mouse.up()
    await page.mouse.move(760, 300)
    await settled(page)
  }
  await look()
  return load
}

const nextFrames = (page: Page, count: number): Promise<void> =>
  page.evaluate(async (wanted) => {
    for (let frame = 0; frame < wanted; frame++) await new Promise((resolve) => requestAnimationFrame(resolve))
  }, count)

async function loadOf(count: number, limit: Work): Promise<Load> {
  const { page, close, pageErrors } = await launchTapeline({ args: [fileOf(count)] })
  try {
    await page.locator('.item, .mark').first().waitFor()
    // What loading costs is not what is measured here.
    await expect(page.getByTestId('loading')).toHaveCount(0, { timeout: 60_000 })
    await page.waitForTimeout(1_000)
    await expect(page.getByTestId('loading')).toHaveCount(0, { timeout: 60_000 })
    const load = await use(page, limit)
    expect(pageErrors).toEqual([])
    return load
  } finally {
    await close()
  }
}

test('draws ten and a hundred thousand events with the work and the elements of a thousand', async () => {
  test.setTimeout(240_000)
  const few = await loadOf(FEW, { script: Infinity, layout: Infinity })
  const limit = { script: few.script * MARGINS.script, layout: few.layout * MARGINS.layout }
  for (const count of MANY) {
    const many = await loadOf(count, limit)
    for (const what of ['script', 'layout', 'elements'] as const) {
      expect(few[what], what).toBeGreaterThan(0)
      const words = `${what}: ${String(few[what])} at ${String(FEW)}, ${String(many[what])} at ${String(count)}`
      expect(many[what] / few[what], words).toBeLessThan(MARGINS[what])
    }
  }
})
