import { say } from '../progress.mjs'
import { apt, isOnPath } from './linux-packages.mjs'

/** Programs of others that read our figures back in the tests, and the Debian packages that hold them. */
const READERS = [
  { program: 'pdftotext', packageName: 'poppler-utils' },
  { program: 'rsvg-convert', packageName: 'librsvg2-bin' },
]

/** The programs that this machine lacks. */
export const missingReaders = () => READERS.filter(({ program }) => !isOnPath(program)).map(({ program }) => program)

/** Whether they can be installed here: then a test without them is a fault and no reason to leave it out. */
export const canInstallReaders = () => process.platform === 'linux' && process.geteuid?.() === 0 && isOnPath('apt-get')

/** Installs what is missing where that can be done; elsewhere says which tests will be left out, and why. */
export async function ensureFigureReaders() {
  const missing = missingReaders()
  if (missing.length === 0) return
  const packages = READERS.filter(({ program }) => missing.includes(program)).map(({ packageName }) => packageName)
  if (!canInstallReaders()) {
    say(`Without ${missing.join(', ')} (Debian: ${packages.join(', ')}) no other program reads our figures back.`)
    return
  }
  say(`This machine lacks ${missing.join(', ')}; installing with apt-get …`)
  await apt('update')
  await apt('install', '-y', '--no-install-recommends', ...packages)
}
