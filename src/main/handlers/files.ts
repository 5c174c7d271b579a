import { basename, dirname, extname } from 'node:path'
import type { ReadResult } from '../../domain/formats/read-records'
import type { TapelineRecord } from '../../domain/model/record'
import type { Handlers } from '../../ipc/answer'
import type { RecentFile } from '../../ipc/values'
import type { Reply } from '../../ipc/reply'
import type { DocumentStore } from '../store/document-store'
import type { Header } from '../store/file-header'
import { problemLines } from './problem-lines'

export interface FilePorts {
  readonly opened: Promise<{ readonly store: DocumentStore }>
  /** The file that this window is about, whether or not it could be opened. */
  readonly file: string
  /** Each asks the user; null when that is cancelled. */
  readonly askWhich: () => Promise<string | null>
  readonly askWhere: (purpose: 'new' | 'copy') => Promise<string | null>
  /** Never called for a file that a window has open: to open and close it would drop SQLite's lock on it. */
  readonly readHeader: (file: string) => Header
  readonly isOpen: (file: string) => boolean
  readonly exists: (file: string) => boolean
  readonly readStarterData: () => Promise<ReadResult>
  /** Copies what is open for writing, as it is now, whole and checked. */
  readonly copyOpen: (store: DocumentStore, to: string) => Promise<Reply<unknown>>
  /** Copies a file that is not open for writing, with its log. Throws what the system throws. */
  readonly copyFile: (from: string, to: string) => void
  /** Throws what the system throws. */
  readonly create: (file: string, records: Iterable<TapelineRecord>) => void
  /** Shows a workspace in its window, or in a new one. */
  readonly show: (file: string) => { readonly isNewWindow: boolean }
  readonly recent: () => readonly string[]
  readonly forget: () => void
  readonly reveal: (file: string) => void
  readonly reopen: () => void
}

type FileChannel = Extract<keyof Handlers, `files:${string}`>

export function fileHandlers(ports: FilePorts): Pick<Handlers, FileChannel> {
  const copies = new Set<string>()
  return {
    async 'files:new'({ from }) {
      const chosen = await ports.askWhere('new')
      if (chosen === null) return { ok: true, value: { file: null } }
      const file = withEnding(chosen)
      if (ports.exists(file)) return refuse('exists', 'a file of this name is there already', file)
      const { records, problems } = from === 'starter-data' ? await ports.readStarterData() : NOTHING
      if (problems.length > 0) return refuse('storage', problemLines(problems), file)
      try {
        ports.create(file, records)
      } catch (error) {
        return refuse('storage', messageOf(error), file)
      }
      ports.show(file)
      return { ok: true, value: { file } }
    },
    async 'files:open'({ file: given }) {
      const file = given ?? (await ports.askWhich())
      if (file === null) return { ok: true, value: { file: null, isNewWindow: false } }
      if (ports.isOpen(file)) return { ok: true, value: { file, ...ports.show(file) } }
      const header = ports.readHeader(file)
      if (header.kind === 'missing') return refuse('not-found', 'there is no such file', file)
      if (header.kind === 'foreign') return refuse('foreign', header.detail, file)
      if (header.kind === 'inaccessible') return refuse('storage', header.detail, file)
      return { ok: true, value: { file, ...ports.show(file) } }
    },
    'files:recent': () => ({
      ok: true,
      value: {
        files: ports
          .recent()
          .filter((file) => file !== ports.file)
          .map(describeFile),
      },
    }),
    'files:forget'() {
      ports.forget()
      return DONE
    },
    async 'files:save-copy'() {
      const { store } = await ports.opened
      const chosen = await ports.askWhere('copy')
      if (chosen === null) return { ok: true, value: { file: null } }
      const file = withEnding(chosen)
      if (ports.exists(file)) return refuse('exists', 'a file of this name is there already', file)
      const copied = store.readOnly ? copyUnopened(ports, store, file) : await ports.copyOpen(store, file)
      if (!copied.ok) return copied
      copies.add(file)
      return { ok: true, value: { file } }
    },
    'files:reveal'({ file: given }) {
      const file = given ?? ports.file
      if (file !== ports.file && !copies.has(file)) return refuse('not-found', 'this window made no such file', file)
      if (!ports.exists(file)) return refuse('not-found', 'there is no such file', file)
      ports.reveal(file)
      return DONE
    },
    'files:reopen'() {
      ports.reopen()
      return DONE
    },
  }
}

const DONE = { ok: true, value: {} } as const
const NOTHING: ReadResult = { records: [], problems: [] }

/** A file that is only read is copied as it is: it may hold what this version does not know. */
function copyUnopened({ copyFile, create }: FilePorts, store: DocumentStore, file: string): Reply<null> {
  try {
    if (store.file === null) create(file, store.records().records)
    else copyFile(store.file, file)
    return { ok: true, value: null }
  } catch (error) {
    return refuse('storage', messageOf(error), file)
  }
}

/** Some systems' dialogs leave the ending out. */
function withEnding(file: string): string {
  return /\.tapeline$/i.test(file) ? file : `${file}.tapeline`
}

function describeFile(file: string): RecentFile {
  return { file, name: basename(file, extname(file)), folder: dirname(file) }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const refuse = (code: 'exists' | 'foreign' | 'not-found' | 'storage', message: string, path: string): Reply<never> => ({
  ok: false,
  error: { code, message, path },
})
