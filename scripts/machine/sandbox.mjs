import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Hindrance, say } from '../progress.mjs'

/** Kernels that let only approved programs make user namespaces, as Ubuntu 24.04 does. */
const RESTRICTION = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns'

/**
 * The switches with which the sandbox can be had here. Root is the only case that gives it up, because Chromium
 * refuses to run sandboxed as root; where the kernel forbids it, the user gets the command that mends it.
 *
 * @param {string} executable
 * @returns {string[]}
 */
export function sandboxSwitches(executable) {
  if (process.platform !== 'linux') return []
  if (process.geteuid?.() === 0) {
    say('Running as root: Chromium refuses its sandbox to root, so it is off in this run. Prefer a normal user.')
    return ['--no-sandbox']
  }
  const helper = join(dirname(executable), 'chrome-sandbox')
  if (isRestricted() && !isSetUidRoot(helper)) {
    throw new Hindrance(
      'This system lets Chromium make its sandbox only through a helper that belongs to root. Allow it with:\n\n' +
        `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'\n`,
    )
  }
  return []
}

function isRestricted() {
  return existsSync(RESTRICTION) && readFileSync(RESTRICTION, 'utf8').trim() === '1'
}

/** @param {string} file */
function isSetUidRoot(file) {
  if (!existsSync(file)) return false
  const { uid, mode } = statSync(file)
  return uid === 0 && (mode & 0o4000) !== 0
}
