import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { expiredCopies, type KeptCopy, type RetentionRule } from '../../../domain/versions/retention'
import { DEFAULT_VERSION_RULE } from '../../../domain/versions/version-rule'
import type { Change } from '../../../domain/change/change'
import { refuse, type Clock, type DocumentStore, type StoreError, type StoreReply } from '../document-store'
import { flushFolder } from '../whole-file'
import { copyStore } from './copy-store'
import { runHere, type RunJob } from './version-jobs'
import { parseVersionId, versionId, type VersionName } from './version-name'

export interface Version extends VersionName {
  readonly id: string
  readonly bytes: number
}

/** What leads from a version to the workspace as it was at `revision`. */
export interface VersionDifference {
  readonly version: Version
  readonly revision: number
  readonly edits: Change['edits']
}

export interface VersionOptions {
  /** On which thread large files are worked on; on this one unless told. */
  readonly run?: RunJob
  readonly rule?: () => RetentionRule
  /** Hears when the list is another. */
  readonly onChange?: () => void
}

const EXTENSION = '.tapeline'

/** The copies of one workspace: `backups/<its name>/` beside it. A file there that is not ours is passed over. */
export class Versions {
  /** Null where the document stands in no file that is open for writing. */
  readonly folder: string | null
  readonly #store: DocumentStore
  readonly #clock: Clock
  readonly #run: RunJob
  readonly #rule: () => RetentionRule
  readonly #onChange: () => void
  #last: Promise<unknown> = Promise.resolve()

  constructor(store: DocumentStore, clock: Clock, options: VersionOptions = {}) {
    this.#store = store
    this.#clock = clock
    this.#run = options.run ?? runHere
    this.#rule = options.rule ?? (() => DEFAULT_VERSION_RULE)
    this.#onChange = options.onChange ?? (() => undefined)
    this.folder = store.file === null || store.readOnly ? null : backupsFolderOf(store.file)
    if (this.folder !== null) removeUnfinished(this.folder)
  }

  /** Newest first. */
  list(): Version[] {
    const found: Version[] = []
    for (const name of namesIn(this.folder)) {
      const id = basename(name, EXTENSION)
      const read = name === `${id}${EXTENSION}` ? parseVersionId(id) : null
      const stat = read === null ? undefined : statSync(this.#pathOf(id), { throwIfNoEntry: false })
      if (read !== null && stat?.isFile() === true) found.push({ ...read, id, bytes: stat.size })
    }
    return found.sort((a, b) => b.madeAtMs - a.madeAtMs || b.revision - a.revision)
  }

  /** The file of a version; null when there is none, so that no path can be made up. */
  fileOf(id: string): string | null {
    return this.#find(id) === undefined ? null : this.#pathOf(id)
  }

  /** A copy that was checked and is on the disk. Only after it stands are old automatic ones let go. */
  create(kind: VersionName['kind'], name: string | null = null): Promise<StoreReply<Version>> {
    return this.#inTurn<Version>(async (folder) => {
      const madeAtMs = freeMoment(this.#clock(), new Set(this.list().map((version) => version.madeAtMs)))
      if (versionId({ kind, name, revision: 0, madeAtMs }) === null) return TOO_LONG
      makeFolder(folder)
      const idOf = (revision: number): string => versionId({ kind, name, revision, madeAtMs }) ?? ''
      const copied = await copyStore(this.#store, this.#run, (revision) => this.#pathOf(idOf(revision)))
      if (!copied.ok) return copied
      const id = idOf(copied.value)
      this.#prune()
      this.#onChange()
      const { size: bytes } = statSync(this.#pathOf(id))
      return { ok: true, value: { kind, name, revision: copied.value, madeAtMs, id, bytes } }
    })
  }

  /** How the workspace differs from a version. Neither file is opened: copies of them are. */
  difference(id: string): Promise<StoreReply<VersionDifference>> {
    return this.#inTurn<VersionDifference>(async () => {
      const version = this.#find(id)
      if (version === undefined) return NOT_FOUND
      const folder = mkdtempSync(join(tmpdir(), 'tapeline-'))
      const now = join(folder, 'now.tapeline')
      try {
        const contents = await this.#store.copied((source) => this.#run('copy', { ...source, to: now }))
        if (!contents.ok) return contents
        const edits = await this.#run('compare', { version: this.#pathOf(id), now })
        return edits.ok
          ? { ok: true, value: { version, revision: contents.value.revision, edits: edits.value } }
          : edits
      } finally {
        rmSync(folder, { recursive: true, force: true })
      }
    })
  }

  /** Gives a version another name, or one to an automatic one, which then stays for ever. */
  rename(id: string, name: string): Promise<StoreReply<Version>> {
    return this.#inTurn<Version>((folder) => {
      const version = this.#find(id)
      if (version === undefined) return NOT_FOUND
      const renamed = { ...version, kind: 'named' as const, name }
      const newId = versionId(renamed)
      if (newId === null) return TOO_LONG
      if (newId !== id) renameSync(this.#pathOf(id), this.#pathOf(newId))
      flushFolder(folder)
      this.#onChange()
      return { ok: true, value: { ...renamed, id: newId } }
    })
  }

  /** Deletes a named one. The others go by the rule, which keeps the newest whatever happens. */
  remove(id: string): Promise<StoreReply<null>> {
    return this.#inTurn<null>((folder) => {
      const version = this.#find(id)
      if (version === undefined) return NOT_FOUND
      if (version.kind !== 'named') return refuse('invalid', 'only a named version is deleted by hand', 'id')
      rmSync(this.#pathOf(id))
      flushFolder(folder)
      this.#onChange()
      return { ok: true, value: null }
    })
  }

  /** One thing at a time, and what the disk refuses as a value. */
  #inTurn<T>(work: (folder: string) => Promise<StoreReply<T>> | StoreReply<T>): Promise<StoreReply<T>> {
    const { folder } = this
    if (folder === null)
      return Promise.resolve(refuse('read-only', 'this workspace takes no edits, so it needs no versions'))
    const mine = this.#last
      .then(() => work(folder))
      .catch((error: unknown) => refuse('storage', error instanceof Error ? error.message : String(error), folder))
    this.#last = mine
    return mine
  }

  #find(id: string): Version | undefined {
    return this.list().find((one) => one.id === id)
  }

  #pathOf(id: string): string {
    return join(this.folder ?? '', id + EXTENSION)
  }

  #prune(): void {
    const copies = this.list().map(keptCopy)
    for (const id of expiredCopies(copies, this.#clock(), this.#rule())) rmSync(this.#pathOf(id), { force: true })
  }
}

const keptCopy = ({ id, madeAtMs, revision, kind }: Version): KeptCopy => ({
  id,
  madeAt: madeAtMs,
  revision,
  named: kind === 'named',
})

const NOT_FOUND: { readonly ok: false; readonly error: StoreError } = {
  ok: false,
  error: { code: 'not-found', message: 'there is no such version' },
}
const TOO_LONG: { readonly ok: false; readonly error: StoreError } = {
  ok: false,
  error: { code: 'invalid', message: 'the name is too long', path: 'name' },
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
    if (/^\..*\.tmp(?:-wal|-shm|-journal)?$/.test(name)) rmSync(join(folder, name), { force: true })
}

/** Two copies of one millisecond would have one name. */
function freeMoment(now: number, taken: ReadonlySet<number>): number {
  let moment = now
  while (taken.has(moment)) moment += 1
  return moment
}
