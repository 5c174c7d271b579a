import { createHash } from 'node:crypto'
import { closeSync, existsSync, openSync, readSync, statSync, type BigIntStats } from 'node:fs'
import type { FileIdentity } from './file-identity'

/** What became of an open file while nobody here wrote to it. */
export interface Befallen {
  readonly kind: 'gone' | 'replaced' | 'changed' | 'log-gone'
  readonly detail: string
}

interface Mark {
  readonly file: BigIntStats | undefined
  readonly beginning: string
  readonly log: BigIntStats | undefined
}

/**
 * Notices what another program did to an open workspace. SQLite does not: it goes on writing into a file
 * that was deleted or replaced, and calls it a success. `mark` is called after each write of our own; what
 * then differs was done by somebody else.
 */
export class FileState {
  private marked: Mark
  private readonly hasLog: boolean

  constructor(
    private readonly file: string,
    private readonly identity: FileIdentity,
  ) {
    this.marked = this.read()
    this.hasLog = this.marked.log !== undefined
  }

  mark(): void {
    this.marked = this.read(this.marked)
  }

  befallen(): Befallen | null {
    const file = stat(this.file)
    if (file === undefined) return { kind: 'gone', detail: 'the file was moved or deleted while it was open' }
    if (file.ino !== this.identity.inode || file.dev !== this.identity.device)
      return { kind: 'replaced', detail: 'another file was put in its place while it was open' }
    const log = stat(this.logName)
    if (this.hasLog && log?.ino !== this.marked.log?.ino)
      return { kind: 'log-gone', detail: 'its log was removed or replaced while it was open' }
    if (sameTimes(file, this.marked.file)) return null
    // A time alone says little: some systems write it late, and a backup program may touch it.
    if (file.size === this.marked.file?.size && beginningOf(this.file) === this.marked.beginning) {
      this.marked = { ...this.marked, file }
      return null
    }
    return { kind: 'changed', detail: 'another program wrote into the file while it was open' }
  }

  private get logName(): string {
    return `${this.file}-wal`
  }

  private read(before?: Mark): Mark {
    const file = stat(this.file)
    const beginning = before !== undefined && sameTimes(file, before.file) ? before.beginning : beginningOf(this.file)
    return { file, beginning, log: stat(this.logName) }
  }
}

const stat = (file: string): BigIntStats | undefined => statSync(file, { bigint: true, throwIfNoEntry: false })

const sameTimes = (a: BigIntStats | undefined, b: BigIntStats | undefined): boolean =>
  a?.mtimeNs === b?.mtimeNs && a?.size === b?.size

/** The root pages of all tables stand here: that of `meta` too, whose revision no two versions share. */
const BEGINNING_BYTES = 65_536

function beginningOf(file: string): string {
  if (!existsSync(file)) return ''
  const descriptor = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(BEGINNING_BYTES)
    const count = readSync(descriptor, bytes, 0, bytes.length, 0)
    return createHash('sha256').update(bytes.subarray(0, count)).digest('base64')
  } finally {
    closeSync(descriptor)
  }
}
