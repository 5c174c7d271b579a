import { rmSync } from 'node:fs'
import { ensureBuilt } from './build.mjs'
import { contentHash, isStamped, writeStamp } from './content-stamp.mjs'
import { runtimeEnvironment } from './electron-runtime/index.mjs'
import { prepareMachine } from './prepare.mjs'
import { runScript, say, secondsSince } from './progress.mjs'
import { inProject, projectRoot } from './project.mjs'
import { mustRun } from './run-command.mjs'

const INPUTS = [
  'out/main',
  'out/preload',
  'out/renderer',
  'out/fonts',
  'data',
  'resources',
  'package-lock.json',
  'electron-builder.config.mjs',
  'scripts/electron-runtime',
]
const stamp = inProject('dist', '.packaged-from')

/**
 * Packages the built app into an unpacked folder for this machine, for tests: as shipped, but that Node's
 * inspector stays open, through which Playwright drives it.
 */
export async function ensurePackaged() {
  const hash = contentHash(INPUTS.map((path) => inProject(path)))
  if (isStamped(stamp, hash)) {
    say('The test package is up to date.')
    return
  }
  await pack(['--dir'], { TAPELINE_TEST_PACKAGE: '1' })
  writeStamp(stamp, hash)
}

/** @param {readonly string[]} args of electron-builder @param {Record<string, string>} env */
async function pack(args, env) {
  const started = performance.now()
  const runtime = await prepareMachine({ needsVirtualScreen: false })
  await ensureBuilt()
  say('Packaging …')
  rmSync(stamp, { force: true })
  await mustRun(
    process.execPath,
    [
      inProject('node_modules/electron-builder/cli.js'),
      ...args,
      '--config',
      'electron-builder.config.mjs',
      '--publish',
      'never',
    ],
    { cwd: projectRoot, env: { ...runtimeEnvironment(runtime), TAPELINE_ELECTRON_DIST: runtime.dist, ...env } },
  )
  say(`Packaged into dist/ in ${secondsSince(started)}.`)
}

if (process.argv[1] === import.meta.filename) {
  const args = process.argv.slice(2)
  await runScript(() => pack(args.length === 0 ? ['--dir'] : args, {}))
}
