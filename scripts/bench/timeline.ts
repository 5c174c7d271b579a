import os from 'node:os'
import { BenchFiles, start, type Contender } from './timeline/contenders'
import { machineLines } from './timeline/machine'
import { Measured, measureOnce } from './timeline/measured'
import { openOnce } from './timeline/open'
import { timelineReport } from './timeline/report'
import { writePart } from './timeline/results-file'
import { verdicts } from './timeline/verdicts'

/**
 * The numbers that the timeline must reach at a hundred thousand events, by real wheel, pointer and key events,
 * beside a window that draws nothing and stock vis-timeline. Writes its part of bench/RESULTS.md.
 */
const ROUNDS = Number(process.env['TAPELINE_BENCH_ROUNDS'] ?? '3')
const COUNTS = (process.env['TAPELINE_BENCH_COUNTS'] ?? '60,1000,10000,100000').split(',').map(Number)
const GIVE_UP_S = Number(process.env['TAPELINE_BENCH_GIVE_UP_S'] ?? '180')
/** More than a thousand and stock vis-timeline cannot be used at all; so much it is only asked to open. */
const STOCK_USED = [60, 1_000]
const STOCK_OPENED = 5_000

const loadBefore = os.loadavg()[0] ?? 0
const of = (contender: Contender): Measured => new Measured(contender)
const still = of({ kind: 'still' })
const stocks = STOCK_USED.map((count) => of({ kind: 'stock', count }))
const stockOpened = of({ kind: 'stock', count: STOCK_OPENED })
const tapelines = COUNTS.map((count) => of({ kind: 'tapeline', count }))

const files = new BenchFiles()
try {
  console.log('opening')
  for (const one of tapelines) await openOnce(files, one, GIVE_UP_S * 1_000, false)
  await openOnce(files, stockOpened, GIVE_UP_S * 1_000, true)
  // Interleaved, so that a machine that slows down slows all of them down.
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const one of tapelines) await openOnce(files, one, GIVE_UP_S * 1_000, true)
    for (const one of [still, ...stocks, ...tapelines]) {
      await measureOnce(files, one, round, ROUNDS)
      console.log(`round ${String(round + 1)} of ${String(ROUNDS)}: ${one.name}`)
    }
  }
  const running = await start(files, still.contender)
  const machine = await machineLines(running, loadBefore)
  await running.close()
  const found = verdicts(still, stockOpened, tapelines)
  await writePart(
    'The timeline',
    timelineReport(found, [still, ...stocks, stockOpened, ...tapelines], [...machine, `Rounds: ${String(ROUNDS)}`]),
  )
  for (const { what, count, asked, measured, held } of found)
    console.log(
      `  ${what.padEnd(46)} ${count.padStart(7)}   asked ${asked.padEnd(24)} ${measured.padStart(9)}   ${held ? 'held' : 'MISSED'}`,
    )
  process.exitCode = found.every(({ held }) => held) ? 0 : 1
} finally {
  files.dispose()
}
