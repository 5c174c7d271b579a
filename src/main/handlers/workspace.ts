import type { Handlers } from '../../ipc/answer'
import type { HistoryState, WorkspaceNotice, WorkspaceState } from '../../ipc/values'
import type { Problem } from '../../domain/model/problem'
import type { Reply } from '../../ipc/reply'
import type { DocumentStore } from '../store/document-store'
import { excess, type Memory } from './memory-need'
import { problemLines } from './problem-lines'
import { RecordParts, WHOLE_AT_MOST } from './record-parts'

export interface WorkspaceHandlerPorts {
  readonly opened: Promise<{
    readonly store: DocumentStore
    readonly shows: WorkspaceState['shows']
    readonly notices: readonly WorkspaceNotice[]
  }>
  /** Hears of every new state of undo and redo, for the menu. */
  readonly onHistory: (history: HistoryState) => void
  /** Of this computer, now. */
  readonly memory: () => Memory
}

type WorkspaceChannel = `workspace:${'open' | 'part' | 'commit' | 'undo' | 'redo'}`

export function workspaceHandlers({
  opened,
  onHistory,
  memory,
}: WorkspaceHandlerPorts): Pick<Handlers, WorkspaceChannel> {
  let reading: RecordParts | null = null
  let readings = 0

  const describe = async (): Promise<WorkspaceState> => {
    const { store, shows, notices } = await opened
    reading?.stop()
    reading = null
    const { file, readOnly } = store
    const records = store.rowCount() > WHOLE_AT_MOST ? await firstRecords(store) : allRecords(store)
    return {
      file,
      shows,
      readOnly,
      notices: [...notices, ...records.notices, ...befallenNotice(store)],
      recordsText: records.recordsText,
      history: store.history(),
      toCome: records.toCome,
    }
  }

  const firstRecords = async (store: DocumentStore): Promise<ShownRecords> => {
    readings += 1
    const parts = new RecordParts(store, readings)
    reading = parts
    const first = await parts.part(0)
    if (first === 'stale') return allRecords(store)
    const { recordsText, placesText, done } = first
    const { id, total } = parts
    const tooLarge = total < ALWAYS_FIT ? null : excess(total, store.textBytes(), memory())
    const toCome = { reading: id, placesText, done, total, tooLarge }
    return { recordsText, notices: [], toCome: first.isLast ? null : toCome }
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
      if (value.toCome?.tooLarge === null) setImmediate(() => reading?.readAhead())
      return { ok: true, value }
    },
    async 'workspace:part'({ reading: id, part: number }) {
      const { store } = await opened
      if (reading?.id !== id) return refuse('another reading has begun')
      const { problems } = reading
      const part = await reading.part(number)
      if (part === 'stale') return refuse('the document was edited meanwhile')
      const notices = part.isLast ? unreadableNotices(store.file, problems, store.damagedSteps()) : []
      return { ok: true, value: { ...part, notices } }
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

interface ShownRecords {
  readonly recordsText: string
  readonly notices: readonly WorkspaceNotice[]
  readonly toCome: WorkspaceState['toCome']
}

/** Not worth the time to ask how much text there is: they fit into any computer that runs this program. */
const ALWAYS_FIT = 150_000

function allRecords(store: DocumentStore): ShownRecords {
  const { records, problems, damagedSteps } = store.records()
  const notices = unreadableNotices(store.file, problems, damagedSteps)
  return { recordsText: JSON.stringify(records), notices, toCome: null }
}

const refuse = (message: string): Reply<never> => ({ ok: false, error: { code: 'stale', message } })

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
