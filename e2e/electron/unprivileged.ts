import { execFileSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'

/** A way to start the runtime as a user with no rights, for tests that run as root. */
export interface Unprivileged {
  readonly executable: string
  readonly env: Readonly<Record<string, string>>
  dispose(): Promise<void>
}

const NOBODY = 65534

/**
 * Chromium refuses its sandbox to root, so a test of the sandbox steps down to an unprivileged user first.
 * That user must be able to reach the runtime: one below a private home folder is linked (or copied) to a
 * readable place. Returns null where the tests do not run as root, and nothing needs doing.
 */
export async function prepareUnprivileged(executable: string, userDataDir: string): Promise<Unprivileged | null> {
  if (process.platform !== 'linux' || process.geteuid?.() !== 0) return null
  const folder = await mkdtemp(join(tmpdir(), 'tapeline-nobody-'))
  await chmod(folder, 0o755)
  const reachable = canBeReached(executable) ? executable : copyRuntime(executable, folder)
  const home = join(folder, 'home')
  await mkdir(home)
  await chown(home, NOBODY, NOBODY)
  execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, userDataDir])
  const wrapper = join(folder, 'start')
  // The capability lets the browser process read a source tree below a private home folder, and nothing else.
  const stepDown = `setpriv --reuid=${NOBODY} --regid=${NOBODY} --clear-groups${
    canBeReached(process.cwd()) ? '' : ' --inh-caps=+dac_read_search --ambient-caps=+dac_read_search'
  }`
  await writeFile(wrapper, `#!/bin/sh\nexec ${stepDown} '${reachable}' "$@"\n`, { mode: 0o755 })
  return {
    executable: wrapper,
    env: { HOME: home, XDG_CONFIG_HOME: join(home, '.config'), XDG_CACHE_HOME: join(home, '.cache') },
    dispose: () => rm(folder, { recursive: true, force: true }),
  }
}

function canBeReached(path: string): boolean {
  for (let folder = path; folder !== dirname(folder); folder = dirname(folder)) {
    if ((statSync(folder).mode & 0o001) === 0) return false
  }
  return true
}

function copyRuntime(executable: string, folder: string): string {
  const copy = join(folder, 'runtime')
  try {
    execFileSync('cp', ['-al', dirname(executable), copy], { stdio: 'ignore' })
  } catch {
    execFileSync('cp', ['-a', dirname(executable), copy])
  }
  return join(copy, basename(executable))
}
