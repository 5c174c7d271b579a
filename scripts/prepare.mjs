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

/** The tests run beside each other, each worker on a screen of its own (`playwright.config.ts`). */
export const E2E_SCREENS = 2

/**
 * Gives the work an environment in which the app can be driven out of sight: the runtime named, and on Linux virtual
 * screens of its own that are taken down afterwards. `DISPLAY` is the first of them, `TAPELINE_SCREENS` all.
 *
 * @template T
 * @param {(env: NodeJS.ProcessEnv) => Promise<T>} work
 * @param {number} [count] how many screens
 * @returns {Promise<T>}
 */
export async function withHiddenApp(work, count = 1) {
  const runtime = await prepareMachine({ needsVirtualScreen: true })
  const env = runtimeEnvironment(runtime)
  if (process.platform !== 'linux') return work(env)
  const screens = await Promise.all(Array.from({ length: count }, startVirtualScreen))
  const displays = screens.map(({ display }) => display)
  try {
    return await work({
      ...env,
      DISPLAY: displays[0],
      TAPELINE_SCREENS: displays.join(' '),
      WAYLAND_DISPLAY: undefined,
      XAUTHORITY: undefined,
    })
  } finally {
    for (const screen of screens) screen.stop()
  }
}
