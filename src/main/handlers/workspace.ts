import type { Handlers } from '../../ipc/answer'
import type { HistoryState, WorkspaceNotice, WorkspaceState } from '../../ipc/contract'
import type { Problem } from '../../domain/model/problem'
import type { DocumentStore } from '../store/document-store'
import { problemLines } from './problem-lines'

export interface WorkspaceHandlerPorts {
  readonly opened: Promise<{
    readonly store: DocumentStore
    readonly shows: WorkspaceState['shows']
    readonly notices: readonly WorkspaceNotice[]
  }>
  /** Hears of every new state of undo and redo, for the menu. */
  readonly onHistory: (history: HistoryState) => void
}

type WorkspaceChannel = 'workspace:open' | 'workspace:commit' | 'workspace:undo' | 'workspace:redo'

export function workspaceHandlers({ opened, onHistory }: WorkspaceHandlerPorts): Pick<Handlers, WorkspaceChannel> {
  const describe = async (): Promise<WorkspaceState> => {
    const { store, shows, notices } = await opened
    const { file, readOnly } = store
    const { records, problems, damagedSteps } = store.records()
    return {
      file,
      shows,
      readOnly,
      notices: [...notices, ...unreadableNotices(file, problems, damagedSteps), ...befallenNotice(store)],
      recordsText: JSON.stringify(records),
      history: store.history(),
    }
  }
  /** A backup copies the bytes of the file; whoever writes waits for that moment, and main does not. */
  const writable = async (): Promise<DocumentStore> => {
    const { store } = await opened
    await store.whenCopied()
    return store
  }
  // Read while the page's process starts, because this is the first thing that the page asks for.
  let ahead: Promise<WorkspaceState> | null = describe()
  ahead.catch(() => undefined)

  return {
    async 'workspace:open'() {
      const asked = ahead ?? describe()
      ahead = null
      const value = await asked
      onHistory(value.history)
      return { ok: true, value }
    },
    async 'workspace:commit'({ change }) {
      ahead = null
      const reply = (await writable()).commit(change)
      if (reply.ok) onHistory(reply.value)
      return reply
    },
    async 'workspace:undo'() {
      const reply = (await writable()).undo()
      if (reply.ok) onHistory(reply.value.history)
      return reply
    },
    async 'workspace:redo'() {
      const reply = (await writable()).redo()
      if (reply.ok) onHistory(reply.value.history)
      return reply
    },
  }
}

/** For a window that was loaded again meanwhile. */
function befallenNotice(store: DocumentStore): WorkspaceNotice[] {
  const befallen = store.look()
  return befallen === null ? [] : [{ code: 'changed-on-disk', file: store.file ?? '', detail: befallen }]
}

function unreadableNotices(
  name: string | null,
  problems: readonly Problem[],
  steps: readonly number[],
): WorkspaceNotice[] {
  const file = name ?? ''
  const notices: WorkspaceNotice[] = []
  if (problems.length > 0) notices.push({ code: 'unreadable-records', file, detail: problemLines(problems) })
  if (steps.length > 0) notices.push({ code: 'unreadable-steps', file, detail: `steps ${steps.join(', ')}` })
  return notices
}
