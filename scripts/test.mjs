import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { contentHash, isStamped, writeStamp } from './content-stamp.mjs'
import { ensureFigureReaders } from './machine/figure-readers.mjs'
import { ensureNodeModules } from './node-modules.mjs'
import { ensurePackaged } from './package.mjs'
import { E2E_SCREENS, withHiddenApp } from './prepare.mjs'
import { runScript, say, secondsSince } from './progress.mjs'
import { inProject, projectRoot } from './project.mjs'
import { run } from './run-command.mjs'
import { countPlaywright, countTorture, countVitest, tallyOf } from './test-reports.mjs'
import { closingLines, runSteps, sumOf } from './test-steps.mjs'

/** @typedef {import('./test-steps.mjs').Step} Step */

/**
 * A program of node_modules whose exit code is the outcome.
 *
 * @param {string} name @param {string} program path below node_modules @param {...string} args
 * @returns {Step}
 */
const check = (name, program, ...args) => ({
  name,
  work: async () => {
    const { code, output } = await run(process.execPath, [inProject('node_modules', program), ...args], {
      cwd: projectRoot,
    })
    return { tally: { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 }, output }
  },
})

/**
 * Leaves a check out when it has passed on these very files. For those whose outcome hangs on files only, and whose
 * own cache cannot be trusted: ESLint's looks at the file, while a rule looks at the types it imports.
 *
 * @param {Step} step
 * @returns {Step}
 */
const onlyWhenChanged = (step) => ({
  name: step.name,
  work: async () => {
    const stamp = inProject('node_modules/.cache/passed', step.name)
    const hash = contentHash(
      readdirSync(projectRoot)
        .filter(isSource)
        .map((name) => inProject(name)),
    )
    if (isStamped(stamp, hash)) return { tally: { passed: 1, failed: 0 }, output: '', note: 'passed before' }
    const outcome = await step.work()
    if (outcome.tally.failed === 0) writeStamp(stamp, hash)
    return outcome
  },
})

/** @param {string} name of a file or folder at the root */
const isSource = (name) => !['.git', 'node_modules', 'out', 'dist', 'test-results', 'docs', 'coverage'].includes(name)

const CACHED = ['--cache', '--cache-strategy', 'content']

const CHECKS = [
  onlyWhenChanged(check('lint', 'eslint/bin/eslint.js', '.', '--max-warnings', '0')),
  check('types', 'vue-tsc/bin/vue-tsc.js', '-b'),
  check('format', 'prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', ...CACHED, '.'),
  check('dead code and unused packages', 'knip/bin/knip.js'),
  check('import cycles', 'knip/bin/knip.js', '--include', 'cycles'),
]

/** @type {Step} */
const UNIT_TESTS = {
  name: 'unit tests',
  work: async () => {
    const report = inProject('test-results/unit.json')
    const { code, output } = await run(
      process.execPath,
      [
        inProject('node_modules/vitest/vitest.mjs'),
        'run',
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
      ],
      { cwd: projectRoot },
    )
    return { tally: tallyOf(report, code, countVitest), output }
  },
}

/** @type {Step} */
const SHORT_TORTURE = {
  name: 'torture of the store, short form',
  work: async () => {
    const report = inProject('test-results/torture.json')
    const { code, output } = await run(
      process.execPath,
      ['--import', 'tsx', inProject('scripts/torture/main.ts'), '--short', `--report=${report}`],
      { cwd: projectRoot },
    )
    return { tally: tallyOf(report, code, countTorture), output }
  },
}

/** @param {string} name @param {() => Promise<unknown>} make @returns {Step} */
const making = (name, make) => ({
  name,
  work: async () => {
    await make()
    return { tally: { passed: 1, failed: 0 }, output: '' }
  },
})

/** @param {string} name @param {string} project @param {NodeJS.ProcessEnv} env @returns {Step} */
const e2e = (name, project, env) => ({
  name,
  work: async () => {
    const { code } = await run(
      process.execPath,
      [inProject('node_modules/@playwright/test/cli.js'), 'test', `--project=${project}`],
      { cwd: projectRoot, env: { ...env, TAPELINE_E2E_REPORT: `test-results/${project}.json` }, show: true },
    )
    return { tally: tallyOf(inProject(`test-results/${project}.json`), code, countPlaywright), output: '' }
  },
})

/** `npm test`: every check there is, from whatever state the machine is in. */
async function test() {
  const started = performance.now()
  await ensureNodeModules()
  await ensureFigureReaders()
  rmSync(inProject('test-results'), { recursive: true, force: true })
  mkdirSync(inProject('test-results'))
  const tally = await withHiddenApp(
    async (env) =>
      sumOf([
        await runSteps([...CHECKS, UNIT_TESTS, SHORT_TORTURE]),
        await runSteps([making('build', ensureBuilt)], 1),
        await runSteps([e2e('the built app in Electron', 'electron', env)], 1),
        await runSteps([making('package', ensurePackaged), e2e('the packaged app', 'package', env)], 1),
      ]),
    E2E_SCREENS,
  )
  say(`\nDone in ${secondsSince(started)}.`)
  say(closingLines(tally))
  return tally.failed === 0 ? 0 : 1
}

await runScript(test)
