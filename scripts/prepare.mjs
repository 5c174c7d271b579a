import { ensureElectronRuntime, runtimeEnvironment } from './electron-runtime/index.mjs'
import { startVirtualScreen } from './machine/display.mjs'
import { ensureLinuxPackages } from './machine/linux-packages.mjs'
import { ensureNodeModules } from './node-modules.mjs'

/**
 * Everything that starting the app needs from the machine: packages, runtime, system libraries.
 *
 * @param {{ needsVirtualScreen: boolean }} wants
 */
export async function prepareMachine(wants) {
  await ensureNodeModules()
  const runtime = await ensureElectronRuntime()
  await ensureLinuxPackages(runtime.executable, wants)
  return runtime
}

/**
 * Gives the work an environment in which the app can be driven out of sight: the runtime named, and on Linux a
 * virtual screen of its own that is taken down afterwards.
 *
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withHiddenApp(work) {
  const runtime = await prepareMachine({ needsVirtualScreen: true })
  const env = runtimeEnvironment(runtime)
  if (process.platform !== 'linux') return work(env)
  const screen = await startVirtualScreen()
  try {
    return await work({ ...env, DISPLAY: screen.display, WAYLAND_DISPLAY: undefined, XAUTHORITY: undefined })
  } finally {
    screen.stop()
  }
}
