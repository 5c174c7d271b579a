import { existsSync, mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { say } from '../progress.mjs'

const MARKER = '.complete'
/** A lock that its owner has not renewed for so long belongs to a process that is gone. */
const STALE_MS = 120_000
const RENEW_MS = 5_000

/**
 * Makes a folder once, whoever asks and however often: in a folder beside it that is renamed when it is whole,
 * so that a run that was cut off leaves nothing that a later one would take for finished. Processes that ask at
 * the same time wait for the first.
 *
 * @param {string} folder
 * @param {(emptyFolder: string) => Promise<void>} make
 */
export async function makeOnce(folder, make) {
  if (isComplete(folder)) return
  mkdirSync(dirname(folder), { recursive: true })
  const release = await lock(`${folder}.lock`)
  try {
    if (isComplete(folder)) return
    const unfinished = `${folder}.unfinished`
    rmSync(unfinished, { recursive: true, force: true })
    mkdirSync(unfinished)
    await make(unfinished)
    writeFileSync(join(unfinished, MARKER), '')
    rmSync(folder, { recursive: true, force: true })
    renameSync(unfinished, folder)
  } finally {
    release()
  }
}

/** @param {string} folder */
export function isComplete(folder) {
  return existsSync(join(folder, MARKER))
}

/** @param {string} folder @returns {Promise<() => void>} */
async function lock(folder) {
  let told = false
  while (!tryLock(folder)) {
    if (isStale(folder)) rmSync(folder, { recursive: true, force: true })
    else {
      if (!told) say('Another run is preparing the Electron runtime; waiting for it …')
      told = true
      await wait(500)
    }
  }
  const renewal = setInterval(() => utimesSync(folder, new Date(), new Date()), RENEW_MS)
  return () => {
    clearInterval(renewal)
    rmSync(folder, { recursive: true, force: true })
  }
}

/** @param {string} folder */
function tryLock(folder) {
  try {
    mkdirSync(folder)
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false
    throw error
  }
}

/** @param {string} folder */
function isStale(folder) {
  try {
    return Date.now() - statSync(folder).mtimeMs > STALE_MS
  } catch {
    return false
  }
}
