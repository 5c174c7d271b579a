import { readdirSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { withHiddenApp } from './prepare.mjs'
import { Hindrance, runScript, say } from './progress.mjs'
import { inProject, projectRoot } from './project.mjs'
import { run } from './run-command.mjs'

const folder = inProject('scripts/bench')
const names = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.replace(/\.ts$/, ''))

/** Takes long, and needs many gigabytes: it runs only where it is named. */
const ONLY_NAMED = ['million']

/** `npm run bench [-- name …]`: runs the named benchmarks of scripts/bench, or all but the largest. */
async function bench() {
  const asked = process.argv.slice(2)
  const unknown = asked.find((name) => !names.includes(name))
  if (unknown !== undefined) throw new Hindrance(`There is no benchmark "${unknown}"; there are: ${names.join(', ')}.`)
  return withHiddenApp(async (env) => {
    await ensureBuilt()
    let worst = 0
    for (const name of asked.length > 0 ? asked : names.filter((known) => !ONLY_NAMED.includes(known))) {
      say(`\n${name}`)
      const { code } = await run(process.execPath, ['--import', 'tsx', inProject('scripts/bench', `${name}.ts`)], {
        cwd: projectRoot,
        env,
        show: true,
      })
      worst = Math.max(worst, code)
    }
    return worst
  })
}

await runScript(bench)
