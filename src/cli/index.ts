#!/usr/bin/env node
import { resolve } from 'node:path'
import { run } from './run'

const MS_A_DAY = 86_400_000

// Two folders up from `src/cli` and from `out/cli` alike lies the folder of the program.
process.exitCode = await run(process.argv.slice(2), {
  out: (line) => console.log(line),
  err: (line) => console.error(line),
  today: Math.floor(Date.now() / MS_A_DAY),
  root: resolve(import.meta.dirname, '../..'),
})
