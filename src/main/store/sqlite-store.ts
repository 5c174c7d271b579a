import { closeSync } from 'node:fs'
import { commit, historyOf, plainText, redo, undo } from './change-log'
import { guard, type Connection } from './connection'
import { contentsOf, type Contents } from './contents'
import {
  refuse,
  type AuthorPort,
  type Clock,
  type CopySource,
  type DocumentStore,
  type Draft,
  type History,
  type RecordReading,
  type Step,
  type Stored,
  type StoreReply,
} from './document-store'
import { dropDraft, listDrafts, putDraft } from './draft-rows'
import { FileGuard } from './file-guard'
import type { FileIdentity } from './file-identity'
import { isLogLong, renewLog } from './log-token'
import { preparedOnce, type Prepare } from './prepared'
import { readingOfFile, rowCount, textBytes } from './record-reading'
import { readRecords } from './record-rows'
import { storeErrorOf } from './sqlite-errors'
import { sqliteSteps } from './sqlite-steps'
import { SqliteTables } from './sqlite-tables'
import { damagedSteps } from './step-rows'
import { writeVerifiedCopy } from './verified-copy'
import {
  pageOf,
  wayTo,
  wholeStep,
  type Side,
  type StepPage,
  type StepRows,
  type Way,
  type WholeStep,
} from './step-list'

/** What befell the open file, for the user to hear at once. */
export interface FileTrouble {
  readonly code: 'changed-on-disk' | 'damaged' | 'backup-failed'
  readonly file: string
  readonly detail: string
}

const COPY_ATTEMPTS = 3
/** An edit waits no longer for a slow disk or a thread that hangs; the copy is then made again. */
const PATIENCE_MS = 2000

interface SqliteStoreOptions {
  readonly file: string
  readonly identity: FileIdentity
  /** Of the file, opened before SQLite opened it; this store closes it. */
  readonly descriptor: number
  readonly clock: Clock
  readonly author?: AuthorPort
  /** Where copies go when the file's own folder takes none. */
  readonly rescueFolder?: string
  readonly onTrouble: (trouble: FileTrouble) => void
}

/** A workspace file that is open for this program alone. Made by `openWorkspaceFile`. */
export class SqliteStore implements DocumentStore {
  readonly file: string
  readonly readOnly = false
  readonly #db: Connection
  readonly #prepare: Prepare
  readonly #tables: SqliteTables
  readonly #steps: StepRows
  readonly #options: SqliteStoreOptions
  readonly #guard: FileGuard
  #copying: Promise<void> | null = null
  #writes = 0

  constructor(db: Connection, options: SqliteStoreOptions) {
    this.file = options.file
    this.#db = db
    this.#options = options
    const { file, identity, descriptor, clock, onTrouble, rescueFolder = null } = options
    this.#guard = new FileGuard({
      db,
      file,
      identity,
      descriptor,
      clock,
      rescueFolder,
      tell: (detail) => {
        onTrouble({ code: 'changed-on-disk', file, detail })
      },
    })
    guard(db, 'everyday')
    this.#prepare = preparedOnce(db)
    this.#tables = new SqliteTables(this.#prepare)
    this.#steps = sqliteSteps(this.#prepare, () => this.#tables.revision())
  }

  records(): Stored {
    return { ...readRecords(this.#db, this.file), damagedSteps: damagedSteps(this.#prepare) }
  }

  rowCount(): number {
    return rowCount(this.#prepare)
  }

  textBytes(): number {
    return textBytes(this.#prepare)
  }

  reading(sampleRows: number): RecordReading {
    return readingOfFile(this.#prepare, this.file, sampleRows, () => this.#tables.revision())
  }

  damagedSteps(): number[] {
    return damagedSteps(this.#prepare)
  }

  history(): History {
    return historyOf(this.#tables)
  }

  commit(change: unknown): StoreReply<History> {
    const { clock, author } = this.#options
    const name = plainText(author?.() ?? '')
    return this.#write(() => commit(this.#tables, change, { now: clock(), author: name === '' ? null : name }))
  }

  undo(): StoreReply<Step> {
    return this.#write(() => undo(this.#tables))
  }

  redo(): StoreReply<Step> {
    return this.#write(() => redo(this.#tables))
  }

  copyTo(file: string): StoreReply<null> {
    try {
      writeVerifiedCopy(this.#db, file, 'everyday')
      return { ok: true, value: null }
    } catch (error) {
      const known = storeErrorOf(error) ?? { code: 'storage', message: messageOf(error) }
      return { ok: false, error: { ...known, path: file } }
    }
  }

  async copied(work: (source: CopySource) => Promise<StoreReply<null>>): Promise<StoreReply<Contents>> {
    // Whoever writes waits; should one not, the copy is made again.
    for (let attempt = 0; attempt < COPY_ATTEMPTS; attempt += 1) {
      await this.#copying
      const contents = this.#read(() => ({ ok: true, value: contentsOf(this.#db) }))
      if (!contents.ok) return contents
      const writes = this.#writes
      const copied = await this.#whileCopying(work({ file: this.file, descriptor: this.#options.descriptor }))
      if (!copied.ok) return copied
      // Closing, too, writes: the log goes back into the file.
      if (!this.#db.isOpen) break
      if (this.#writes === writes) return contents
    }
    return refuse('storage', 'the workspace was written to while it was copied', this.file)
  }

  async #whileCopying<T>(copying: Promise<T>): Promise<T> {
    this.#copying = copying.then(
      () => undefined,
      () => undefined,
    )
    try {
      return await copying
    } finally {
      this.#copying = null
    }
  }

  async whenCopied(atMostMs = PATIENCE_MS): Promise<void> {
    if (this.#copying === null) return
    let timer: NodeJS.Timeout | undefined
    const enough = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, atMostMs)
    })
    await Promise.race([this.#copying, enough])
    clearTimeout(timer)
  }

  steps(range: { before: number | null; limit: number }): StoreReply<StepPage> {
    return this.#read(() => ({ ok: true, value: pageOf(this.#steps, range) }))
  }

  step(seq: number): StoreReply<WholeStep> {
    return this.#read(() => wholeStep(this.#steps, seq))
  }

  wayTo(place: { seq: number; side: Side }): StoreReply<Way> {
    return this.#read(() => wayTo(this.#steps, place))
  }

  drafts(): StoreReply<Draft[]> {
    return this.#read(() => ({ ok: true, value: listDrafts(this.#prepare) }))
  }

  writeDraft({ key, body }: { key: string; body: string }): StoreReply<null> {
    return this.#write(() => {
      putDraft(this.#prepare, { key: plainText(key), madeAt: this.#options.clock(), body: plainText(body) })
      return { ok: true, value: null }
    })
  }

  dropDraft(key: string): StoreReply<null> {
    return this.#write(() => {
      dropDraft(this.#prepare, plainText(key))
      return { ok: true, value: null }
    })
  }

  look(): string | null {
    return this.#guard.check()?.detail ?? null
  }

  close(): void {
    if (!this.#db.isOpen) return
    this.#guard.check()
    this.#db.close()
    // To close a descriptor of a file drops every lock that this process has on it, also one taken since by
    // another store (https://www.sqlite.org/howtocorrupt.html, 2.2). So not later, when the copy is done: never.
    if (this.#copying === null) closeSync(this.#options.descriptor)
    this.#guard.closed()
  }

  /** All or nothing: what is not answered with ok is rolled back. */
  #write<T>(work: () => StoreReply<T>): StoreReply<T> {
    // SQLite goes on writing into a file that was deleted or replaced, and calls it a success.
    const befallen = this.#guard.check()
    if (befallen !== null) return refuse('storage', befallen.detail, this.file)
    this.#writes += 1
    try {
      this.#db.exec('BEGIN IMMEDIATE')
      const reply = work()
      this.#db.exec(reply.ok ? 'COMMIT' : 'ROLLBACK')
      if (reply.ok) this.#tendLog()
      return reply
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK')
      return this.#failed(error)
    } finally {
      this.#guard.mark()
    }
  }

  /** What was saved is saved; a log that cannot be written back now is tried again after the next edit. */
  #tendLog(): void {
    if (!isLogLong(this.file)) return
    guard(this.#db, 'schema')
    try {
      renewLog(this.#db)
    } catch (error) {
      if (storeErrorOf(error) === null) throw error
    } finally {
      guard(this.#db, 'everyday')
    }
  }

  #read<T>(work: () => StoreReply<T>): StoreReply<T> {
    try {
      return work()
    } catch (error) {
      return this.#failed(error)
    }
  }

  #failed(error: unknown): StoreReply<never> {
    const known = storeErrorOf(error)
    if (known === null) throw error
    if (known.code === 'corrupt') this.#options.onTrouble({ code: 'damaged', file: this.file, detail: known.message })
    return { ok: false, error: { ...known, path: this.file } }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
