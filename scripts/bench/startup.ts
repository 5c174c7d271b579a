import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inProject, projectRoot } from '../project.mjs'
import { timeUntilLine } from './process/until-line'

/** Of Tapeline's time to a bare window's; the project promises no more. */
const BUDGET = 1.5
const ROUNDS = Number(process.env['TAPELINE_BENCH_ROUNDS'] ?? '9')
const GIVE_UP_MS = 60_000
/** A run lasts on like one that is used: Chromium writes its compiled code only some time after the start. */
const LINGER_MS = 2_000

/** Root cannot have the sandbox; then neither of the two has it. */
const switches = process.geteuid?.() === 0 ? ['--no-sandbox'] : []

interface Contender {
  readonly name: string
  readonly folder: string
  /** The line on standard output that ends the run. */
  readonly line: RegExp
  readonly fresh: boolean
}

const BARE: Contender = {
  name: 'bare Electron window, shown',
  folder: inProject('scripts/bench/bare-window'),
  line: /^BARE_WINDOW_SHOWN /m,
  fresh: false,
}
const LATER: Contender = {
  name: 'Tapeline, first usable timeline',
  folder: projectRoot,
  line: /^TAPELINE_USABLE /m,
  fresh: false,
}
const FIRST: Contender = { ...LATER, name: 'Tapeline, the very first start', fresh: true }

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[middle]]
  if (low === undefined || high === undefined) throw new Error('no values')
  return (low + high) / 2
}

const folders = new Map<Contender, string>()
const times = new Map<Contender, number[]>([BARE, LATER, FIRST].map((contender) => [contender, []]))

// Interleaved, so that a machine that slows down slows all of them down; the first round warms the caches.
for (let round = 0; round <= ROUNDS; round += 1) {
  for (const [contender, measured] of times) {
    const kept = folders.get(contender)
    const userDataDir = kept ?? (await mkdtemp(join(tmpdir(), 'tapeline-bench-')))
    const { name, line, folder } = contender
    const args = [...switches, folder, `--user-data-dir=${userDataDir}`]
    const ms = await timeUntilLine({ name, args, line, giveUpMs: GIVE_UP_MS, lingerMs: LINGER_MS })
    if (contender.fresh) await rm(userDataDir, { recursive: true, force: true })
    else folders.set(contender, userDataDir)
    if (round > 0) measured.push(ms)
  }
  process.stdout.write(round === 0 ? 'warmed up\n' : `round ${round} of ${ROUNDS}\n`)
}
for (const folder of folders.values()) await rm(folder, { recursive: true, force: true })

const bareMs = median(times.get(BARE) ?? [])
for (const [{ name }, measured] of times) {
  const [low, high] = [Math.min(...measured), Math.max(...measured)]
  const ms = median(measured)
  console.log(
    `${name.padEnd(34)} median ${ms.toFixed(0).padStart(5)} ms (${low.toFixed(0)} to ${high.toFixed(0)}), ` +
      `ratio ${(ms / bareMs).toFixed(2)}`,
  )
}
const ratio = median(times.get(LATER) ?? []) / bareMs
console.log(`startup ratio ${ratio.toFixed(2)}, at most ${BUDGET} allowed: ${ratio <= BUDGET ? 'held' : 'MISSED'}`)
process.exitCode = ratio <= BUDGET ? 0 : 1
