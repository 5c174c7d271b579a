import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Problem } from '../../domain/model/problem'
import type { TapelineRecord } from '../../domain/model/record'
import type { ReadResult } from '../../domain/formats/read-records'
import type { WorkspaceNotice, WorkspaceState } from '../../ipc/values'
import { problemLines } from '../handlers/problem-lines'
import { createWorkspaceFile } from '../store/create-workspace-file'
import type { AuthorPort, Clock, DocumentStore } from '../store/document-store'
import { MemoryStore } from '../store/memory-store'
import { openWorkspaceFile, type Opened } from '../store/open-workspace-file'

export interface Workspace {
  readonly store: DocumentStore
  readonly shows: WorkspaceState['shows']
  readonly notices: readonly WorkspaceNotice[]
}

export interface WorkspacePorts {
  readonly file: string
  /** The user's own workspace is made of the starter data where it is not there; any other is not made up. */
  readonly isOwn: boolean
  readonly clock: Clock
  readonly author?: AuthorPort
  /** Where copies go when the file's own folder takes none. */
  readonly rescueFolder: string
  /** Called only when there is no file to open, so a second start does not read the data set. */
  readonly readStarterData: () => Promise<ReadResult>
  readonly onTrouble: (notice: WorkspaceNotice) => void
}

/**
 * Opens a workspace. Whatever is wrong with the file, the folder or the data, something opens: then
 * read-only, with a notice that says why, and the file stays as it is. That is the starter data in place
 * of the user's own workspace, and nothing in place of another, lest the one be taken for the other.
 */
export async function openWorkspace(ports: WorkspacePorts): Promise<Workspace> {
  const { file } = ports
  const opened = open(ports)
  if (opened.kind === 'open') return shown(file, opened)
  const notices: WorkspaceNotice[] = opened.kind === 'refused' ? [{ ...opened.notice, file }] : []
  if (ports.isOwn) return opened.kind === 'refused' ? starterInstead(ports, notices) : makeOwn(ports)
  return {
    store: new MemoryStore([], { clock: ports.clock, readOnly: true }),
    shows: 'nothing',
    notices: opened.kind === 'missing' ? [{ code: 'missing-file', file, detail: '' }] : notices,
  }
}

async function starterInstead(ports: WorkspacePorts, notices: readonly WorkspaceNotice[]): Promise<Workspace> {
  const { records, problems } = await ports.readStarterData()
  return inMemory(ports, records, [...notices, ...starterNotices(problems)])
}

/** The first start. A workspace of half the data would look whole at the next: it is made once the data is. */
async function makeOwn(ports: WorkspacePorts): Promise<Workspace> {
  const { file } = ports
  const starter = await ports.readStarterData()
  const broken = starterNotices(starter.problems)
  if (broken.length > 0) return inMemory(ports, starter.records, broken)
  try {
    mkdirSync(dirname(file), { recursive: true })
    createWorkspaceFile(file, starter.records)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return inMemory(ports, starter.records, [{ code: 'unwritable-folder', file: dirname(file), detail }])
  }
  const made = open(ports)
  if (made.kind === 'open') return shown(file, made)
  const notice: WorkspaceNotice =
    made.kind === 'refused' ? { ...made.notice, file } : { code: 'changed-on-disk', file, detail: '' }
  return inMemory(ports, starter.records, [notice])
}

const inMemory = (
  { clock }: WorkspacePorts,
  records: Iterable<TapelineRecord>,
  notices: readonly WorkspaceNotice[],
): Workspace => ({ store: new MemoryStore(records, { clock, readOnly: true }), shows: 'starter-data', notices })

function open({ file, clock, author = () => null, rescueFolder, onTrouble }: WorkspacePorts): Opened {
  return openWorkspaceFile(file, { clock, author, rescueFolder, onTrouble })
}

function shown(file: string, { store, notice }: Extract<Opened, { kind: 'open' }>): Workspace {
  return { store, shows: 'file', notices: notice === null ? [] : [{ ...notice, file }] }
}

function starterNotices(problems: readonly Problem[]): WorkspaceNotice[] {
  const byFile = new Map<string, Problem[]>()
  for (const problem of problems) {
    const file = problem.file ?? ''
    byFile.set(file, [...(byFile.get(file) ?? []), problem])
  }
  return Array.from(byFile, ([file, found]) => ({ code: 'broken-starter-data', file, detail: problemLines(found) }))
}
