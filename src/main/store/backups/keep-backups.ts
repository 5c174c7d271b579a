import type { Clock } from '../document-store'
import type { Version, Versions } from './versions'

const MS_PER_MINUTE = 60_000
const MS_PER_DAY = 86_400_000

interface BackupPorts {
  readonly versions: Versions
  readonly revision: () => number
  readonly clock: Clock
  /** How long after the first change since the last copy the next one is made. */
  readonly everyMinutes: () => number
  /** Does something once, so much later. A port, so that tests need not wait. */
  readonly later: (work: () => Promise<void>, delayMs: number) => void
  /** Hears of a failure once, until a backup works again. `lastGood` is what the user still has. */
  readonly onFailure: (detail: string, lastGood: Version | null) => void
}

export interface Backups {
  /** Said after the start, when nobody waits: makes one if the last is older than a day. */
  started(): Promise<void>
  /** Said with each new revision; saying the same one again is no change: so many minutes after the first one since the last backup there is another. */
  changed(revision: number): void
}

/** Makes the automatic copies. A workspace that has not changed since the newest copy gets none. */
export function keepBackups({ versions, revision, clock, everyMinutes, later, onFailure }: BackupPorts): Backups {
  let seen = revision()
  let waiting = false
  let failing = false

  const backUp = async () => {
    const newest = versions.list()[0] ?? null
    if (versions.folder === null || newest?.revision === revision()) return
    const made = await versions.create('automatic')
    if (!made.ok && !failing) onFailure(made.error.message, newest)
    failing = !made.ok
  }

  const waitAndBackUp = () => {
    if (waiting) return
    waiting = true
    later(async () => {
      waiting = false
      seen = revision()
      await backUp()
      // What could not be copied is tried again, changed or not.
      if (failing) waitAndBackUp()
    }, everyMinutes() * MS_PER_MINUTE)
  }

  return {
    async started() {
      const last = versions.list()[0]?.madeAtMs
      // A copy from after now says that the clock was set back: one more does no harm.
      const now = clock()
      if (last === undefined || last > now || now - last >= MS_PER_DAY) await backUp()
    },
    changed(now) {
      if (waiting || now === seen) return
      seen = now
      waitAndBackUp()
    },
  }
}
