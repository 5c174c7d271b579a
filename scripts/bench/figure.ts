import os from 'node:os'
import type { FigureSpec } from '../../src/domain/figure/figure-spec'
import { figureWindow } from '../../src/domain/figure/figure-window'
import { DEFAULT_FIGURE_SETTINGS } from '../../src/domain/figure/paper-presets'
import { timelineItems } from '../../src/domain/layout/timeline-items'
import { documentOf } from '../../src/domain/model/document'
import type { FigureSettings } from '../../src/domain/model/figure-settings'
import type { TapelineRecord } from '../../src/domain/model/record'
import { NO_FILTERS } from '../../src/domain/model/view'
import { createFigureWorker, type FigureSource, type FigureWorker } from '../../src/main/figure/figure-worker'
import { readStarterData } from '../../src/main/workspace/starter-data'
import { inProject } from '../project.mjs'
import { rasterisedMs } from './figure/rasterised'
import { largeRecords } from './large/records'
import { list, table, writePart } from './timeline/results-file'

const ROUNDS = Number(process.env['TAPELINE_BENCH_ROUNDS'] ?? '9')
const DPI = 288
/** The slide at 288 dpi. */
const SIZE = { width: 3840, height: 2160 }

interface Task {
  readonly name: string
  readonly records: readonly TapelineRecord[]
  readonly format: 'png' | 'svg'
  readonly budgetMs: number
}

const starter = readStarterData(inProject('data')).records
const TASKS: readonly Task[] = [
  { name: 'starter data to 3,840 × 2,160 PNG', records: starter, format: 'png', budgetMs: 1_500 },
  { name: 'starter data to SVG', records: starter, format: 'svg', budgetMs: 150 },
  { name: '2,000 records to SVG', records: [...largeRecords(2_000)], format: 'svg', budgetMs: 1_000 },
]

function specOf(records: readonly TapelineRecord[], settings: Partial<FigureSettings>): FigureSpec {
  const window = figureWindow(timelineItems(documentOf(records)))
  if (window === undefined) throw new Error('nothing has a date')
  const grouping = { grouping: 'story', filters: NO_FILTERS, collapsed: [], todayDay: null } as const
  return { settings: { ...DEFAULT_FIGURE_SETTINGS, dpi: DPI, ...settings }, window, ...grouping, collapsed: [] }
}

const figures = (): FigureWorker =>
  createFigureWorker(inProject('out/main/figure-thread.cjs'), { fontsDir: inProject('out/fonts'), version: '0.0.0' })

async function drawnIn(worker: FigureWorker, source: FigureSource, spec: FigureSpec, format: 'png' | 'svg') {
  const startedMs = performance.now()
  const made = await worker[format](source, spec)
  const ms = performance.now() - startedMs
  if (!made.ok) throw new Error(made.problem.detail)
  return { ms, bytes: made.value.bytes }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[sorted.length >> 1] ?? NaN
}

const loadBefore = os.loadavg()[0] ?? 0
const rows: string[][] = []
const verdicts: string[] = []
for (const { name, records, format, budgetMs } of TASKS) {
  const spec = specOf(records, {})
  const source = { name, records: () => records }
  const worker = figures()
  // The thread, its fonts and what it knows of their letters are there once a first figure was drawn.
  const first = await drawnIn(worker, source, spec, format)
  const times: number[] = []
  // Another title each time: nothing of a figure that was drawn may be kept.
  for (let round = 0; round < ROUNDS; round += 1)
    times.push((await drawnIn(worker, source, specOf(records, { title: `Round ${String(round)}` }), format)).ms)
  const { bytes } = await drawnIn(worker, source, spec, 'svg')
  await worker.close()
  const chromium = median(await rasterisedMs(bytes, SIZE, ROUNDS))
  const ours = median(times)
  const held = ours <= budgetMs
  rows.push(
    [name, first.ms, ours, Math.min(...times), Math.max(...times), chromium].map((cell) =>
      typeof cell === 'number' ? cell.toFixed(0) : cell,
    ),
  )
  rows.at(-1)?.push((ours / chromium).toFixed(2))
  verdicts.push(`${name}: ${ours.toFixed(0)} ms, at most ${String(budgetMs)} asked: ${held ? 'held' : 'MISSED'}`)
  console.log(`${verdicts.at(-1) ?? ''}; ${(ours / chromium).toFixed(2)} of Chromium's ${chromium.toFixed(0)} ms`)
  if (!held) process.exitCode = 1
}

const head = ['what', 'first', 'median', 'fastest', 'slowest', 'Chromium', 'ratio']
const machine = [
  `Date: ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  `Machine: ${os.cpus()[0]?.model.trim() ?? 'unknown'}, ${String(os.cpus().length)} cores; ${os.type()} ${os.release()}, ${os.arch()}; Node ${process.versions.node}`,
  `Load of the machine, of the last minute: ${loadBefore.toFixed(1)} before, ${(os.loadavg()[0] ?? 0).toFixed(1)} after`,
  `Each drawn ${String(ROUNDS)} times in the thread that the window uses; Chromium only makes pixels, ${String(SIZE.width)} × ${String(SIZE.height)}, of the finished SVG of the same figure`,
]
await writePart('Figures', `${list(machine)}\n\nIn ms.\n\n${table(head, rows)}\n\n${list(verdicts)}\n`)
