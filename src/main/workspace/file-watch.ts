import { copyFileSync, constants } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import type { WorkspaceNotice } from '../../ipc/contract'
import type { Clock, DocumentStore } from '../store/document-store'
import type { Befallen } from '../store/file-state'

/** A foreign change is to be noticed within 5 seconds, even while nobody edits. */
const LOOK_EVERY_MS = 2_000

/**
 * Looks now and then at the open file and tells once what another program did to it. From then on the
 * store refuses to write; the user chooses between a copy of what is here and what is there now.
 */
export class FileWatch {
  private timer: NodeJS.Timeout | undefined
  private told: Befallen['kind'] | null = null

  constructor(
    private readonly store: DocumentStore,
    private readonly clock: Clock,
    private readonly tell: (notice: WorkspaceNotice) => void,
  ) {}

  start(): void {
    if (this.store.file === null || this.store.readOnly || this.timer !== undefined) return
    this.timer = setInterval(() => {
      this.look()
    }, LOOK_EVERY_MS)
  }

  stop(): void {
    clearInterval(this.timer)
  }

  look(): void {
    const { file } = this.store
    const befallen = this.store.befallen()
    if (file === null || befallen === null || befallen.kind === this.told) return
    this.told = befallen.kind
    const kept = befallen.kind === 'changed' ? keepForeign(file, this.clock()) : null
    this.tell({
      code: 'changed-on-disk',
      file,
      detail: kept === null ? befallen.detail : `${befallen.detail}\n${kept}`,
    })
  }
}

/** SQLite writes its log back when it lets go of a file. What the other program wrote is kept beside it. */
function keepForeign(file: string, nowMs: number): string | null {
  const stamp = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '')
  const copy = join(dirname(file), `${basename(file, extname(file))} (changed elsewhere ${stamp})${extname(file)}`)
  try {
    copyFileSync(file, copy, constants.COPYFILE_EXCL)
    return copy
  } catch (error) {
    console.error(`${file} cannot be copied:`, error)
    return null
  }
}
