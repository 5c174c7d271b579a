import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../../domain/model/problem'
import type { ReadResult } from '../../domain/formats/read-records'
import type { WorkspaceNotice } from '../../ipc/contract'
import { problemLines } from '../handlers/problem-lines'
import { createWorkspaceFile } from '../store/create-workspace-file'
import type { AuthorPort, Clock, DocumentStore } from '../store/document-store'
import { MemoryStore } from '../store/memory-store'
import { openWorkspaceFile, type Opened } from '../store/open-workspace-file'

export interface Workspace {
  readonly store: DocumentStore
  readonly notices: readonly WorkspaceNotice[]
}

export interface WorkspacePorts {
  /** The user's own folder; the workspace file stands in it. */
  readonly folder: string
  readonly clock: Clock
  readonly author?: AuthorPort
  /** Called only when there is no file to open, so a second start does not read the data set. */
  readonly readStarterData: () => Promise<ReadResult>
  readonly onTrouble: (notice: WorkspaceNotice) => void
}

export const WORKSPACE_FILE = 'Tapeline.tapeline'

/**
 * Opens the user's workspace; on the first start makes it from the starter data. Whatever is wrong
 * with the file, the folder or the data, something opens: then read-only, with a notice that says
 * why, and the file stays as it is.
 */
export async function openWorkspace(ports: WorkspacePorts): Promise<Workspace> {
  const file = join(ports.folder, WORKSPACE_FILE)
  const opened = open(file, ports)
  if (opened.kind === 'open') return { store: opened.store, notices: noticesOf(file, opened) }

  const starter = await ports.readStarterData()
  const broken = starterNotices(starter.problems)
  const inMemory = (notices: readonly WorkspaceNotice[]): Workspace => ({
    store: new MemoryStore(starter.records, { clock: ports.clock, readOnly: true }),
    notices: [...notices, ...broken],
  })
  if (opened.kind === 'refused') return inMemory([{ ...opened.notice, file }])
  // A workspace of half the data would look whole at the next start. It is made once the data is.
  if (broken.length > 0) return inMemory([])
  try {
    mkdirSync(ports.folder, { recursive: true })
    createWorkspaceFile(file, starter.records)
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error)
    return inMemory([{ code: 'unwritable-folder', file: ports.folder, detail }])
  }
  const made = open(file, ports)
  if (made.kind === 'open') return { store: made.store, notices: noticesOf(file, made) }
  return inMemory([made.kind === 'refused' ? { ...made.notice, file } : { code: 'changed-on-disk', file, detail: '' }])
}

function open(file: string, { clock, author = () => null, onTrouble }: WorkspacePorts): Opened {
  return openWorkspaceFile(file, { clock, author, onTrouble })
}

function noticesOf(file: string, { notice }: Extract<Opened, { kind: 'open' }>): WorkspaceNotice[] {
  return notice === null ? [] : [{ ...notice, file }]
}

function starterNotices(problems: readonly Problem[]): WorkspaceNotice[] {
  const byFile = new Map<string, Problem[]>()
  for (const problem of problems) {
    const file = problem.file ?? ''
    byFile.set(file, [...(byFile.get(file) ?? []), problem])
  }
  return Array.from(byFile, ([file, found]) => ({ code: 'broken-starter-data', file, detail: problemLines(found) }))
}
