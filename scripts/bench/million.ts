import type { Page } from '@playwright/test'
import os from 'node:os'
import { statSync } from 'node:fs'
import { launchAttached } from '../../e2e/electron/launch'
import { BenchFiles, executable, grouped, switches, type Contender, type Running } from './timeline/contenders'
import { frames, spreadOf, type Frames } from './timeline/frames'
import { panAtScales, wait, zoomThereAndBack } from './timeline/gestures'
import { machineLines } from './timeline/machine'
import { together } from './timeline/measured'
import { heapMb, residentMb } from './timeline/memory'
import { list, table, writePart } from './timeline/results-file'

/** Whether a workspace of a million events opens, at what cost, and whether it can be used then. */
const COUNTS = (process.env['TAPELINE_BENCH_COUNTS'] ?? '200000,500000,1000000').split(',').map(Number)
const GIVE_UP_MS = Number(process.env['TAPELINE_BENCH_GIVE_UP_S'] ?? '180') * 1_000

interface Found {
  readonly count: number
  readonly fileMb: number
  readonly outcome: string
  readonly seconds: number
  readonly resident: string
  readonly heap: string
  readonly use: string
}

const MB = 1e6
const loadBefore = os.loadavg()[0] ?? 0

/** What became of the opening, as soon as that is known: a timeline, a message in its place, or the end of the page. */
async function outcomeOf(page: Page): Promise<string> {
  let isGone = false
  const gone = new Promise<string>((resolve) =>
    page.once('crash', () => {
      isGone = true
      resolve('the page’s process ended')
    }),
  )
  const until = performance.now() + GIVE_UP_MS
  const seen = async (): Promise<string> => {
    while (performance.now() < until && !isGone) {
      if ((await page.locator('.item, .mark').count()) > 0) return 'opened'
      const message = page.locator('.state[role="status"]')
      if ((await message.count()) > 0) return `refused: “${(await message.innerText()).replaceAll(/\s+/g, ' ')}”`
      await wait(100)
    }
    return `nothing after ${String(GIVE_UP_MS / 1_000)} s`
  }
  return Promise.race([gone, seen(), wait(GIVE_UP_MS).then(() => `nothing after ${String(GIVE_UP_MS / 1_000)} s`)])
}

async function used(page: Page): Promise<string> {
  await page.getByTestId('timeline').focus()
  await page.keyboard.press('0')
  await wait(2_000)
  const zoom = await frames(page, () => zoomThereAndBack(page))
  const pans: Frames[] = []
  await panAtScales(page, async (act) => {
    pans.push(await frames(page, act))
  })
  const words = (name: string, found: Frames): string => {
    const { p95, longest } = spreadOf(found.times)
    return `${name} p95 ${p95.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`
  }
  return `${words('zoom', zoom)}; ${words('pan', together(pans))}`
}

async function measure(files: BenchFiles, count: number): Promise<{ found: Found; machine: string[] }> {
  const contender: Contender = { kind: 'tapeline', count }
  const args = files.args(contender)
  const fileMb = statSync(files.workspace(count)).size / MB
  const started = performance.now()
  const app = await launchAttached({ executablePath: executable, args, chromiumSandbox: switches.length === 0 })
  try {
    const page = await app.firstWindow({ timeout: GIVE_UP_MS })
    const outcome = await outcomeOf(page)
    const seconds = (performance.now() - started) / 1_000
    await wait(3_000)
    const resident = (await residentMb(app)).map(([type, mb]) => `${type} ${mb.toFixed(0)}`).join(', ')
    const isOpen = outcome === 'opened'
    const use = isOpen ? await used(page) : ''
    const heap = isOpen ? (await heapMb(page)).toFixed(0) : ''
    const running: Running = { app, page, close: () => app.close() }
    const machine = isOpen ? await machineLines(running, loadBefore) : []
    return { found: { count, fileMb, outcome, seconds, resident, heap, use }, machine }
  } finally {
    app.process().kill('SIGKILL')
  }
}

const files = new BenchFiles()
try {
  const all: Found[] = []
  let machine: string[] = []
  for (const count of COUNTS) {
    const measured = await measure(files, count)
    all.push(measured.found)
    if (measured.machine.length > 0) machine = measured.machine
    console.log(JSON.stringify(measured.found))
  }
  const rows = all.map(({ count, fileMb, outcome, seconds, resident, heap, use }) => {
    return [grouped(count), fileMb.toFixed(0), outcome, seconds.toFixed(1), resident, heap, use]
  })
  const head = ['events', 'file, MB', 'outcome', 'after, s', 'memory of each process, MB', 'heap, MB', 'frames in use']
  await writePart('A million events', `${list(machine)}\n\n${table(head, rows)}`)
} finally {
  files.dispose()
}
