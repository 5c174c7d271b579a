import { constants, copyFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { Connection } from './connection'
import type { Clock } from './document-store'
import type { FileIdentity } from './file-identity'
import { FileState, type Befallen } from './file-state'
import { setOrphansAside } from './orphans'
import { publishFile, temporaryBeside } from './whole-file'
import { writeVerifiedCopy } from './verified-copy'

export interface GuardedFile {
  readonly db: Connection
  readonly file: string
  readonly identity: FileIdentity
  readonly clock: Clock
  /** Where copies go when the file's own folder takes none. */
  readonly rescueFolder: string | null
  readonly tell: (detail: string) => void
}

/**
 * Steps back from an open workspace that another program moved, replaced or wrote into: what is open here
 * goes into a copy beside it, what the other program wrote stays as it is, and nothing is saved any more.
 */
export class FileGuard {
  private readonly state: FileState
  private befallen: Befallen | null = null
  /** What another program wrote into the very file, to be put back once SQLite has let go of it. */
  private foreign: string | null = null

  constructor(private readonly guarded: GuardedFile) {
    this.state = new FileState(guarded.file, guarded.identity)
  }

  /** After each write of our own. */
  mark(): void {
    if (this.befallen === null) this.state.mark()
  }

  /** What befell the file; null while it is ours. The first time, it is also told. */
  check(): Befallen | null {
    if (this.befallen !== null) return this.befallen
    const found = this.state.befallen()
    if (found === null) return null
    this.befallen = found
    this.guarded.tell([found.detail, ...this.stepBack(found)].join('\n'))
    return found
  }

  /** After SQLite has let go of the file. */
  closed(): void {
    if (this.befallen === null) return
    const { file } = this.guarded
    // SQLite leaves the log of a file that was moved. The next to open what stands there now would replay it.
    attempt(() => {
      setOrphansAside(file)
    })
    if (this.foreign === null) return
    const { foreign } = this
    // It does write the log back into a file that was only written into.
    attempt(() => {
      const temporary = temporaryBeside(file)
      copyFileSync(foreign, temporary)
      publishFile(temporary, file)
    })
  }

  /** The copies that were made, for the user to find. */
  private stepBack({ kind }: Befallen): string[] {
    const { db, file } = this.guarded
    if (kind === 'changed')
      this.foreign = this.copy('changed elsewhere', (to) => copyFileSync(file, to, constants.COPYFILE_EXCL))
    const rescued = this.copy('kept', (to) => {
      writeVerifiedCopy(db, to, 'everyday')
    })
    // A program that dies from here on leaves no log beside a file that it does not belong to.
    if (rescued !== null && kind !== 'changed')
      attempt(() => {
        setOrphansAside(file)
      })
    return [this.foreign, rescued].filter((path) => path !== null)
  }

  private copy(what: string, write: (to: string) => void): string | null {
    const { file, clock, rescueFolder } = this.guarded
    const stamp = new Date(clock()).toISOString().slice(0, 19).replaceAll(':', '')
    const name = `${basename(file, extname(file))} (${what} ${stamp})${extname(file)}`
    for (const folder of [dirname(file), rescueFolder]) {
      if (folder === null) continue
      const to = join(folder, name)
      if (
        attempt(() => {
          write(to)
        })
      )
        return to
    }
    return null
  }
}

function attempt(work: () => void): boolean {
  try {
    work()
    return true
  } catch (error) {
    console.error('stepping back from a workspace:', error)
    return false
  }
}
