import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Hindrance, say } from '../progress.mjs'
import { mustRun, run } from '../run-command.mjs'

/**
 * Debian and Ubuntu packages of the libraries that Electron links. The first name of a line that the machine's
 * apt knows is taken: Ubuntu 24.04 and Debian 13 renamed several.
 */
const LIBRARY_PACKAGES = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libgbm1'],
  ['libasound2t64', 'libasound2'],
  ['libxss1'],
  ['libxtst6'],
  ['libatspi2.0-0t64', 'libatspi2.0-0'],
]
const SCREEN_PACKAGES = [['xvfb'], ['xauth']]

/**
 * Sees to it that the runtime can load, and that there is a virtual screen where one is wanted. As root with apt
 * it installs what is missing; elsewhere it stops with the exact command.
 *
 * @param {string} executable
 * @param {{ needsVirtualScreen: boolean }} wants
 */
export async function ensureLinuxPackages(executable, wants) {
  if (process.platform !== 'linux') return
  const libraries = await missingLibraries(executable)
  const lacksScreen = wants.needsVirtualScreen && !isOnPath('Xvfb')
  if (libraries.length === 0 && !lacksScreen) return
  const missing = [...libraries, ...(lacksScreen ? ['Xvfb'] : [])].join(', ')
  if (!isOnPath('apt-get')) {
    throw new Hindrance(`This machine lacks ${missing}. Install the packages of your system that hold them.`)
  }
  const lines = [...(libraries.length > 0 ? LIBRARY_PACKAGES : []), ...(lacksScreen ? SCREEN_PACKAGES : [])]
  const isRoot = process.geteuid?.() === 0
  if (isRoot) {
    say(`This machine lacks ${missing}; installing with apt-get …`)
    await apt('update')
  }
  const packages = await knownNames(lines)
  if (!isRoot) {
    throw new Hindrance(
      `This machine lacks ${missing}. Install them with:\n\n` +
        `  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}\n`,
    )
  }
  await apt('install', '-y', '--no-install-recommends', ...packages)
  const still = await missingLibraries(executable)
  if (still.length > 0) throw new Hindrance(`These libraries are still missing: ${still.join(', ')}`)
}

/** @param {string} executable @returns {Promise<string[]>} */
async function missingLibraries(executable) {
  const { output } = await run('ldd', [executable])
  return missingFrom(output)
}

/** The names that ldd did not find. @param {string} ldd its output @returns {string[]} */
export function missingFrom(ldd) {
  return [...ldd.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '')
}

/** @param {readonly (readonly string[])[]} lines */
async function knownNames(lines) {
  const { output } = await run('apt-cache', ['policy', ...lines.flat()])
  return lines.map((names) => names.find((name) => hasCandidate(output, name)) ?? names.at(-1) ?? '')
}

/** Whether apt could install a package by this name. @param {string} policy output of `apt-cache policy` @param {string} name */
export function hasCandidate(policy, name) {
  const entry = policy.split(/^(?=\S)/m).find((text) => text.startsWith(`${name}:`))
  return entry !== undefined && !/Candidate: \(none\)/.test(entry)
}

/** @param {...string} args */
export async function apt(...args) {
  await mustRun('apt-get', ['-q', ...args], { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
}

/** @param {string} program */
export function isOnPath(program) {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))
}
