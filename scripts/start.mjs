import { spawn } from 'node:child_process'
import { ensureBuilt } from './build.mjs'
import { ensureElectronRuntime, runtimeEnvironment } from './electron-runtime/index.mjs'
import { hasDisplay } from './machine/display.mjs'
import { ensureLinuxPackages } from './machine/linux-packages.mjs'
import { sandboxSwitches } from './machine/sandbox.mjs'
import { ensureNodeModules } from './node-modules.mjs'
import { runScript, say } from './progress.mjs'
import { inProject, projectRoot } from './project.mjs'
import { mustRun } from './run-command.mjs'

const STARTER_PICTURE = 'out/timeline.png'

/** `npm start`: from whatever state the machine is in to the app on the screen. */
async function start() {
  await ensureNodeModules()
  const runtime = await ensureElectronRuntime()
  await ensureLinuxPackages(runtime.executable, { needsVirtualScreen: !hasDisplay() })
  await ensureBuilt()
  if (!hasDisplay()) return drawStarterPicture()
  const args = [...sandboxSwitches(runtime.executable), projectRoot, ...process.argv.slice(2)]
  say('Opening Tapeline …')
  return runToItsEnd(runtime.executable, args, runtimeEnvironment(runtime))
}

async function drawStarterPicture() {
  say('There is no display here, so no window can open: drawing the starter timeline instead …')
  const words = ['figure', '--starter', '--out', STARTER_PICTURE, '--force']
  await mustRun(process.execPath, [inProject('out/cli/index.js'), ...words], { cwd: projectRoot })
  say(`The starter timeline is in ${STARTER_PICTURE}.`)
}

/**
 * @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env
 * @returns {Promise<number>} its exit code
 */
function runToItsEnd(command, args, env) {
  const child = spawn(command, args, { stdio: 'inherit', env })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

await runScript(start)
