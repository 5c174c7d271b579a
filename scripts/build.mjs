import { existsSync, rmSync } from 'node:fs'
import { contentHash, isStamped, writeStamp } from './content-stamp.mjs'
import { runScript, say, secondsSince } from './progress.mjs'
import { inProject, projectRoot } from './project.mjs'
import { mustRun } from './run-command.mjs'

const SOURCES = [
  'src',
  'data',
  'resources',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
  'cli.vite.config.ts',
  'scripts/copy-fonts.mjs',
]
const PRODUCTS = [
  'out/main/index.cjs',
  'out/main/version-thread.cjs',
  'out/main/figure-thread.cjs',
  'out/preload/index.cjs',
  'out/renderer/index.html',
  'out/cli/index.js',
]
const stamp = inProject('out', '.built-from')

/** Builds the app and the command line into `out/`, unless they were built from these very sources. */
export async function ensureBuilt() {
  const hash = contentHash(SOURCES.map((path) => inProject(path)))
  if (isStamped(stamp, hash) && PRODUCTS.every((file) => existsSync(inProject(file)))) {
    say('The build is up to date.')
    return
  }
  const started = performance.now()
  say('Building …')
  forgetBuild()
  const node = process.execPath
  await mustRun(node, [inProject('node_modules/electron-vite/bin/electron-vite.js'), 'build'], { cwd: projectRoot })
  await mustRun(node, [inProject('node_modules/vite/bin/vite.js'), 'build', '--config', 'cli.vite.config.ts'], {
    cwd: projectRoot,
  })
  await mustRun(node, [inProject('scripts/copy-fonts.mjs')], { cwd: projectRoot })
  writeStamp(stamp, hash)
  say(`Built in ${secondsSince(started)}.`)
}

/** For what writes another build into the same folder. */
export function forgetBuild() {
  rmSync(stamp, { force: true })
}

if (process.argv[1] === import.meta.filename) await runScript(ensureBuilt)
