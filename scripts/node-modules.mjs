import { existsSync, readFileSync } from 'node:fs'
import { contentHash, isStamped, writeStamp } from './content-stamp.mjs'
import { say } from './progress.mjs'
import { inProject, projectRoot } from './project.mjs'
import { mustRun } from './run-command.mjs'

const stamp = inProject('node_modules', '.cache', 'installed-lockfile')

/**
 * Installs exactly what the lockfile names, unless that is what is there. The lockfile's hashes are checked by
 * npm; no package's install script runs, because none of ours needs one.
 */
export async function ensureNodeModules() {
  const hash = contentHash([inProject('package-lock.json')])
  if (isStamped(stamp, hash)) return
  if (existsSync(inProject('node_modules', '.package-lock.json')) && isUpToDate()) {
    writeStamp(stamp, hash)
    return
  }
  say('Installing the packages that the lockfile names …')
  await mustRun('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: projectRoot,
    show: true,
  })
  writeStamp(stamp, hash)
}

/** Whether the installed tree, put there by somebody's own `npm install`, is what the lockfile asks for. */
function isUpToDate() {
  const wanted = JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages
  const installed = JSON.parse(readFileSync(inProject('node_modules', '.package-lock.json'), 'utf8')).packages
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.integrity === entry.integrity,
  )
}
