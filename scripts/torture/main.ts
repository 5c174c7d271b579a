import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { control } from './control'
import { findCutDisk } from './cut-disk'
import { damagedFiles } from './damage'
import { histories } from './histories'
import { kills, killsWhileTyping } from './kills'
import { clockSetBack, damagedWhileBackingUp, replacedAndKilled, replacedUnderneath, twoProcesses } from './meddling'
import { powerCuts } from './power-cuts'
import { isGood, printFigures, type Figures } from './report'
import { salvages } from './salvage'
import { fullDisk, readOnlyDisk } from './small-disk'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    short: { type: 'boolean', default: false },
    seed: { type: 'string' },
    count: { type: 'string' },
    report: { type: 'string' },
  },
})
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
/** How many trials: in full, in the short form of `npm test`, or as asked. */
const times = (full: number, short: number) => Number(values.count ?? (values.short ? short : full))

async function main(): Promise<number> {
  const disk = findCutDisk()
  const cases: Readonly<Record<string, () => Promise<Figures>>> = {
    histories: () => histories(times(1000, 25), seed),
    kills: () => kills(times(500, 6), seed),
    typing: () => killsWhileTyping(times(50, 3), seed),
    'cut-edit': () => powerCuts('edit', times(40, 2), seed, disk),
    'cut-checkpoint': () => powerCuts('checkpoint', times(20, 1), seed, disk),
    'cut-migrate': () => powerCuts('migrate', times(20, 1), seed, disk),
    'cut-backup': () => powerCuts('backup', times(20, 1), seed, disk),
    'cut-upgrade': () => powerCuts('upgrade', times(20, 1), seed, disk),
    'cut-export': () => powerCuts('export', times(20, 1), seed, disk),
    'cut-draft': () => powerCuts('draft', times(20, 1), seed, disk),
    control: () => control(times(5, 1), disk),
    full: () => fullDisk(times(20, 2), seed),
    'read-only': () => readOnlyDisk(),
    replaced: () => replacedUnderneath(),
    'replaced-killed': () => replacedAndKilled(times(50, 3), seed),
    two: () => twoProcesses(times(10, 1), seed),
    clock: () => clockSetBack(seed),
    damaged: () => damagedFiles(times(200, 40), seed),
    salvage: () => salvages(times(200, 12), seed),
    'damaged-backup': () => damagedWhileBackingUp(times(20, 1), seed),
  }
  const unknown = positionals.find((name) => !Object.hasOwn(cases, name))
  if (unknown !== undefined)
    throw new Error(`There is no case "${unknown}"; there are: ${Object.keys(cases).join(', ')}.`)
  console.log(`seed ${String(seed)}; again with: npm run torture -- --seed=${String(seed)}`)
  const all: Figures[] = []
  try {
    for (const [name, run] of Object.entries(cases)) {
      if (positionals.length > 0 && !positionals.includes(name)) continue
      const started = performance.now()
      const figures = await run()
      printFigures(figures, (performance.now() - started) / 1000)
      all.push(figures)
    }
  } finally {
    if ('remove' in disk) disk.remove()
  }
  const sum = (of: (figures: Figures) => number) => all.reduce((total, figures) => total + of(figures), 0)
  console.log(
    `faults survived ${String(sum(({ survived }) => survived))}/${String(sum(({ tried }) => tried))}, ` +
      `acknowledged saves lost ${String(sum(({ lost = 0 }) => lost))}, ` +
      `stores overwritten ${String(sum(({ overwritten = 0 }) => overwritten))}, ` +
      `cases not tried ${String(all.filter(({ notTried }) => notTried !== undefined).length)}`,
  )
  if (values.report !== undefined) {
    mkdirSync(dirname(values.report), { recursive: true })
    writeFileSync(values.report, JSON.stringify({ seed, cases: all }))
  }
  return all.every(isGood) ? 0 : 1
}

process.exitCode = await main()
