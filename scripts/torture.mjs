import { ensureNodeModules } from './node-modules.mjs'
import { runScript } from './progress.mjs'
import { inProject, projectRoot } from './project.mjs'
import { run } from './run-command.mjs'

/** `npm run torture [-- case …] [--short] [--seed=N] [--count=N]`: what the store promises, against faults of every kind. */
async function torture() {
  await ensureNodeModules()
  const { code } = await run(
    process.execPath,
    ['--import', 'tsx', inProject('scripts/torture/main.ts'), ...process.argv.slice(2)],
    { cwd: projectRoot, show: true },
  )
  return code
}

await runScript(torture)
