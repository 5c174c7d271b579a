import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { expiredCopies } from '../../../domain/versions/retention'
import type { TapelineRecord } from '../../../domain/model/record'
import { refuse, type Clock, type DocumentStore, type StoreReply } from '../document-store'
import { flushFolder } from '../whole-file'
import { readVersionFile } from './read-version-file'
import { parseVersionId, versionId, type VersionName } from './version-name'

export interface Version extends VersionName {
  readonly id: string
  readonly bytes: number
}

const EXTENSION = '.tapeline'

/** The copies of one workspace: `backups/<its name>/` beside it. A file there that is not ours is passed over. */
export class Versions {
  /** Null where the document stands in no file that is open for writing. */
  readonly folder: string | null
  readonly #store: DocumentStore
  readonly #clock: Clock

  constructor(store: DocumentStore, clock: Clock) {
    this.#store = store
    this.#clock = clock
    this.folder = store.file === null || store.readOnly ? null : backupsFolderOf(store.file)
    if (this.folder !== null) removeUnfinished(this.folder)
  }

  /** Newest first. */
  list(): Version[] {
    const found: Version[] = []
    for (const name of namesIn(this.folder)) {
      const id = basename(name, EXTENSION)
      const read = name === `${id}${EXTENSION}` ? parseVersionId(id) : null
      const stat = read === null ? undefined : statSync(this.#fileOf(id), { throwIfNoEntry: false })
      if (read !== null && stat?.isFile() === true) found.push({ ...read, id, bytes: stat.size })
    }
    return found.sort((a, b) => b.madeAtMs - a.madeAtMs || b.revision - a.revision)
  }

  /** A copy that was checked and is on the disk. Only after it stands are old automatic ones let go. */
  create(kind: VersionName['kind'], name: string | null = null): StoreReply<Version> {
    if (this.folder === null) return refuse('read-only', 'this workspace takes no edits, so it needs no versions')
    const made = { kind, name, revision: this.#store.history().revision }
    try {
      makeFolder(this.folder)
      const madeAtMs = freeMoment(this.#clock(), new Set(this.list().map((version) => version.madeAtMs)))
      const id = versionId({ ...made, madeAtMs })
      if (id === null) return refuse('invalid', 'the name is too long', 'name')
      const copied = this.#store.copyTo(this.#fileOf(id))
      if (!copied.ok) return copied
      this.#prune()
      return { ok: true, value: { ...made, madeAtMs, id, bytes: statSync(this.#fileOf(id)).size } }
    } catch (error) {
      return refuse('storage', error instanceof Error ? error.message : String(error), this.folder)
    }
  }

  /** The records of a version, and what it is. The file itself is not opened: a copy of it is. */
  read(id: string): StoreReply<{ version: Version; records: TapelineRecord[] }> {
    const version = this.list().find((one) => one.id === id)
    if (version === undefined) return refuse('not-found', 'there is no such version')
    const read = readVersionFile(this.#fileOf(id))
    return read.ok ? { ok: true, value: { version, records: read.value } } : read
  }

  #fileOf(id: string): string {
    return join(this.folder ?? '', id + EXTENSION)
  }

  #prune(): void {
    const copies = this.list().map(({ id, madeAtMs, revision, kind }) => ({
      id,
      madeAt: madeAtMs,
      revision,
      named: kind === 'named',
    }))
    for (const id of expiredCopies(copies, this.#clock())) rmSync(this.#fileOf(id), { force: true })
  }
}

export function backupsFolderOf(file: string): string {
  return join(dirname(file), 'backups', basename(file, extname(file)))
}

function namesIn(folder: string | null): string[] {
  try {
    return folder === null ? [] : readdirSync(folder)
  } catch {
    return []
  }
}

/**
 * Both folders must be on the disk before a file in them counts as saved. They may be there already and not
 * be flushed, if an earlier session was killed in between.
 */
function makeFolder(folder: string): void {
  mkdirSync(folder, { recursive: true })
  flushFolder(dirname(folder))
  flushFolder(dirname(dirname(folder)))
}

/** What a session that was killed left of a copy. Nobody else writes here: the workspace is locked. */
function removeUnfinished(folder: string): void {
  for (const name of namesIn(folder))
    if (/^\..*\.tmp(?:-journal)?$/.test(name)) rmSync(join(folder, name), { force: true })
}

/** Two copies of one millisecond would have one name. */
function freeMoment(now: number, taken: ReadonlySet<number>): number {
  let moment = now
  while (taken.has(moment)) moment += 1
  return moment
}
