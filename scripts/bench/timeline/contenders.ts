import type { ElectronApplication, Page } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { documentOf } from '../../../src/domain/model/document'
import { timelineItems } from '../../../src/domain/layout/timeline-items'
import { lanesOf } from '../../../src/domain/layout/lanes'
import { launchAttached } from '../../../e2e/electron/launch'
import { inProject, projectRoot } from '../../project.mjs'
import { largeRecords } from '../large/records'
import { createLarge } from '../large/workspace'
import { wait } from './gestures'

const MS_PER_DAY = 86_400_000
const SETTLE_MS = 1_500
const bareWindow = inProject('scripts/bench/bare-window')

/** Who is measured: Tapeline, stock vis-timeline with as many items, or a window that draws nothing. */
export type Contender = { readonly kind: 'still' } | { readonly kind: 'stock' | 'tapeline'; readonly count: number }

export const grouped = (count: number): string => count.toLocaleString('en-US')
export const nameOf = (contender: Contender): string =>
  contender.kind === 'still'
    ? 'empty window'
    : `${contender.kind === 'stock' ? 'stock vis-timeline' : 'Tapeline'}, ${grouped(contender.count)}`

export const executable = process.env['TAPELINE_ELECTRON'] ?? ''
/** Root cannot have the sandbox; then none of them has it. */
export const switches = process.geteuid?.() === 0 ? ['--no-sandbox'] : []

export interface Running {
  readonly app: ElectronApplication
  readonly page: Page
  close(): Promise<void>
}

/** The files that contenders are given, each made once for a run. */
export class BenchFiles {
  readonly folder = mkdtempSync(join(tmpdir(), 'tapeline-bench-'))
  private readonly made = new Map<string, string>()

  workspace(count: number): string {
    return this.once(`${String(count)}.tapeline`, (file) => createLarge(file, count))
  }

  /** The same items, lanes as groups, as a script for the stock page. */
  stockItems(count: number): string {
    return this.once(`stock-${String(count)}.js`, (file) => {
      writeFileSync(file, `globalThis.stockData = ${JSON.stringify(stockData(count))}`)
    })
  }

  /** Kept for all starts of a contender, so that the first warms what the others find. */
  userData(contender: Contender): string {
    return join(this.folder, `user ${nameOf(contender)}`)
  }

  /** What follows the executable on its command line. */
  args(contender: Contender): string[] {
    const own = [...switches, `--user-data-dir=${this.userData(contender)}`]
    switch (contender.kind) {
      case 'still':
        return [...own, '--bench-page=still.html', bareWindow]
      case 'stock':
        return [...own, '--bench-page=stock.html', `--bench-items=${this.stockItems(contender.count)}`, bareWindow]
      case 'tapeline':
        return [...own, projectRoot, this.workspace(contender.count)]
    }
  }

  dispose(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }

  private once(name: string, make: (file: string) => void): string {
    const known = this.made.get(name)
    if (known !== undefined) return known
    const file = join(this.folder, name)
    make(file)
    this.made.set(name, file)
    return file
  }
}

function stockData(count: number): { items: object[]; groups: object[] } {
  const document = documentOf([...largeRecords(count)])
  const lanes = lanesOf(document, timelineItems(document), 'story').flatMap(({ children }) => children)
  const date = (day: number): Date => new Date(day * MS_PER_DAY)
  const items = lanes.flatMap((lane) =>
    lane.items.map(({ record, names, extent: { earliest, latest } }) => ({
      id: record,
      group: lane.id,
      content: names.en,
      start: date(earliest),
      ...(latest - earliest > 1 ? { end: date(latest) } : {}),
    })),
  )
  return { items, groups: lanes.map(({ id, names }) => ({ id, content: names.en })) }
}

/** Starts a contender under the hand of Playwright, and waits until it stands and shows everything. */
export async function start(files: BenchFiles, contender: Contender): Promise<Running> {
  const app = await launchAttached({
    executablePath: executable,
    args: files.args(contender),
    chromiumSandbox: switches.length === 0,
  })
  try {
    const page = await app.firstWindow()
    await page.waitForLoadState('load')
    if (contender.kind === 'stock') await page.waitForFunction("document.title === 'STOCK_USABLE'")
    if (contender.kind === 'tapeline') {
      await page.locator('.item, .mark').first().waitFor({ timeout: 120_000 })
      await wait(SETTLE_MS)
      await page.getByTestId('timeline').focus()
      await page.keyboard.press('0')
    }
    await wait(SETTLE_MS)
    return { app, page, close: () => app.close() }
  } catch (error) {
    await app.close()
    throw error
  }
}
