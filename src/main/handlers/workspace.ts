import type { Handlers } from '../../ipc/answer'
import type { HistoryState, WorkspaceNotice } from '../../ipc/contract'
import type { Problem } from '../../domain/model/problem'
import type { DocumentStore } from '../store/document-store'
import { problemLines } from './problem-lines'

export interface WorkspaceHandlerPorts {
  readonly opened: Promise<{ readonly store: DocumentStore; readonly notices: readonly WorkspaceNotice[] }>
  /** Hears of every new state of undo and redo, for the menu. */
  readonly onHistory: (history: HistoryState) => void
}

type WorkspaceChannel = 'workspace:open' | 'workspace:commit' | 'workspace:undo' | 'workspace:redo'

export function workspaceHandlers({ opened, onHistory }: WorkspaceHandlerPorts): Pick<Handlers, WorkspaceChannel> {
  return {
    async 'workspace:open'() {
      const { store, notices } = await opened
      const history = store.history()
      onHistory(history)
      const { file, readOnly } = store
      const { records, problems } = store.records()
      const unreadable = unreadableNotice(file, problems)
      return { ok: true, value: { file, readOnly, notices: [...notices, ...unreadable], records, history } }
    },
    async 'workspace:commit'({ change }) {
      const reply = (await opened).store.commit(change)
      if (reply.ok) onHistory(reply.value)
      return reply
    },
    async 'workspace:undo'() {
      const reply = (await opened).store.undo()
      if (reply.ok) onHistory(reply.value.history)
      return reply
    },
    async 'workspace:redo'() {
      const reply = (await opened).store.redo()
      if (reply.ok) onHistory(reply.value.history)
      return reply
    },
  }
}

function unreadableNotice(file: string | null, problems: readonly Problem[]): WorkspaceNotice[] {
  if (problems.length === 0) return []
  return [{ code: 'unreadable-records', file: file ?? '', detail: problemLines(problems) }]
}
