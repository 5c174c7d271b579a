import { accessSync, closeSync, constants, openSync } from 'node:fs'
import { dirname } from 'node:path'
import { connect, prepareToWrite, type Connection } from './connection'
import type { AuthorPort, Clock, DocumentStore } from './document-store'
import { readHeader } from './file-header'
import { identityOf } from './file-identity'
import { complaint, schemaDifference } from './integrity'
import { logBelongs, renewLog } from './log-token'
import { MemoryStore } from './memory-store'
import { apply, migrate, versionOf } from './migrate'
import { MIGRATIONS } from './migrations'
import type { Migration } from './migrations/migration'
import { setOrphansAside } from './orphans'
import { hasUnfinishedLog, withPrivateCopy } from './private-copy'
import { SQLITE, sqliteCode } from './sqlite-errors'
import { readRecords, readRecordsUnchecked } from './record-rows'
import { SqliteStore, type FileTrouble } from './sqlite-store'

export interface FileNotice {
  readonly code:
    'damaged' | 'foreign' | 'locked' | 'migration-failed' | 'newer-version' | 'read-only-file' | 'log-of-another-file'
  readonly detail: string
}

/** `refused`: the file was left as it is. */
export type Opened =
  | { readonly kind: 'missing' }
  | { readonly kind: 'refused'; readonly notice: FileNotice }
  | { readonly kind: 'open'; readonly store: DocumentStore; readonly notice: FileNotice | null }

export interface OpenOptions {
  readonly clock: Clock
  readonly author?: AuthorPort
  readonly onTrouble: (trouble: FileTrouble) => void
  /** Where copies go when the file's own folder takes none. */
  readonly rescueFolder?: string
  /** Another list is for tests only. */
  readonly migrations?: readonly Migration[]
}

/** Opens a workspace file, or says why not. Never throws for what a file may be like. */
export function openWorkspaceFile(file: string, options: OpenOptions): Opened {
  const header = readHeader(file)
  if (header.kind === 'missing') return header
  if (header.kind === 'inaccessible') return refused('locked', header.detail)
  if (header.kind !== 'workspace') return refused(header.kind, header.detail)
  try {
    const migrations = options.migrations ?? MIGRATIONS
    const newest = migrations.at(-1)?.version ?? 0
    if (header.version > newest) return openNewer(file, header.version, newest, options)
    const unwritable = whyUnwritable(file)
    if (unwritable !== null)
      return openForReading(file, migrations, { code: 'read-only-file', detail: unwritable }, options)
    const strangeLog = hasUnfinishedLog(file) && !logBelongs(file) ? setOrphansAside(file) : null
    if (hasUnfinishedLog(file)) {
      const found = withPrivateCopy(file, (db) => whatIsWrong(db, migrations))
      if (found !== null) return refused(found.code, found.detail)
    }
    return withNotice(openForWriting(file, migrations, options), strangeLog)
  } catch (error) {
    return refusedBy(error)
  }
}

/** Of a file that was replaced while it was open; SQLite would write the log into the one that stands there now. */
function withNotice(opened: Opened, log: string | null): Opened {
  if (log === null || opened.kind !== 'open') return opened
  return { ...opened, notice: opened.notice ?? { code: 'log-of-another-file', detail: log } }
}

function openForWriting(file: string, migrations: readonly Migration[], options: OpenOptions): Opened {
  // Before SQLite takes its lock, for closing one descriptor of a file drops the locks of all.
  const descriptor = openSync(file, 'r')
  let kept = false
  try {
    const opened = openLocked(file, descriptor, migrations, options)
    kept = opened.kind === 'open' && !opened.store.readOnly
    return opened
  } finally {
    if (!kept) closeSync(descriptor)
  }
}

function openLocked(file: string, descriptor: number, migrations: readonly Migration[], options: OpenOptions): Opened {
  const identity = identityOf(file)
  const db = connect(file)
  const giveUp = (opened: Opened): Opened => {
    db.close()
    return opened
  }
  try {
    const found = whatIsWrong(db, migrations)
    if (found !== null) return giveUp(refused(found.code, found.detail))
    try {
      prepareToWrite(db, () => renewLog(db))
    } catch (error) {
      if (!WRITE_REFUSED.has(sqliteCode(error) ?? -1)) throw error
      db.close()
      return openForReading(file, migrations, { code: 'read-only-file', detail: messageOf(error) }, options)
    }
    try {
      migrate(db, file, migrations)
    } catch (error) {
      return giveUp(refused('migration-failed', messageOf(error)))
    }
    return { kind: 'open', store: new SqliteStore(db, { ...options, file, identity, descriptor }), notice: null }
  } catch (error) {
    if (db.isOpen) db.close()
    throw error
  }
}

const WRITE_REFUSED: ReadonlySet<number> = new Set([SQLITE.FULL, SQLITE.READONLY, SQLITE.IOERR, SQLITE.CANTOPEN])

function openForReading(
  file: string,
  migrations: readonly Migration[],
  notice: FileNotice,
  options: OpenOptions,
): Opened {
  return withPrivateCopy(file, (db) => {
    const found = whatIsWrong(db, migrations)
    if (found !== null) return refused(found.code, found.detail)
    for (const migration of migrations) if (migration.version > versionOf(db)) apply(db, migration)
    return showing(readRecords(db, file), file, notice, options)
  })
}

/** Its tables are not known here; what is shown is whatever still has the form of our records. */
function openNewer(file: string, version: number, newest: number, options: OpenOptions): Opened {
  const notice: FileNotice = {
    code: 'newer-version',
    detail: `has version ${String(version)}; this program reads up to ${String(newest)}`,
  }
  try {
    return withPrivateCopy(file, (db) => showing(readRecordsUnchecked(db, file), file, notice, options))
  } catch (error) {
    return refused(notice.code, `${notice.detail} (${messageOf(error)})`)
  }
}

function showing(
  { records, problems }: ReturnType<typeof readRecords>,
  file: string,
  notice: FileNotice,
  { clock }: OpenOptions,
): Opened {
  return { kind: 'open', store: new MemoryStore(records, { clock, readOnly: true, file, problems }), notice }
}

/** Why this program will not take the open file for its own; null when it will. */
export function whatIsWrong(db: Connection, migrations: readonly Migration[]): FileNotice | null {
  const damage = complaint(db, 'quick_check')
  if (damage !== null) return { code: 'damaged', detail: damage }
  // The header may be older than the log beside it.
  const version = versionOf(db)
  const newest = migrations.at(-1)?.version ?? 0
  if (version > newest) return { code: 'newer-version', detail: `has version ${String(version)}` }
  const difference = schemaDifference(db, version, migrations)
  return difference === null ? null : { code: 'foreign', detail: difference }
}

/** The folder too, because the log is written beside the file. */
function whyUnwritable(file: string): string | null {
  try {
    accessSync(file, constants.R_OK | constants.W_OK)
    accessSync(dirname(file), constants.W_OK)
    return null
  } catch (error) {
    return messageOf(error)
  }
}

function refused(code: FileNotice['code'], detail: string): Opened {
  return { kind: 'refused', notice: { code, detail } }
}

function refusedBy(error: unknown): Opened {
  const code = sqliteCode(error)
  if (code === SQLITE.CORRUPT || code === SQLITE.NOTADB) return refused('damaged', messageOf(error))
  return refused('locked', messageOf(error))
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message
}
