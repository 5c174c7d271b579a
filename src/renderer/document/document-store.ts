import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { applyChange } from '../../domain/change/apply'
import type { Change } from '../../domain/change/change'
import { documentOf, EMPTY_DOCUMENT, type Document } from '../../domain/model/document'
import { documentOfParts, makingDocument } from '../../domain/model/placed-records'
import type { Problem, Result } from '../../domain/model/problem'
import type { TapelineRecord } from '../../domain/model/record'
import type { HistoryState, Version, WorkspaceNotice, WorkspaceState } from '../../ipc/values'
import type { CallError, Reply } from '../../ipc/reply'
import { Arriving, placedOf, type Arrival } from './arrival'
import { client } from './client'
import { createQueue } from './edit-queue'
import { untilIdle } from '../idle/until-idle'
import { Readying, type MakeReady } from './readying'

/** A pure function of `domain/change`, with everything but the document filled in. */
export type Command = (document: Document) => Result<Change>

/** What became of an edit. `problem`: it made no sense. `error`: main or the disk refused it. */
export type Outcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'problem'; readonly problem: Problem }
  | { readonly kind: 'error'; readonly error: CallError }

export type SaveState =
  { readonly kind: 'saved' } | { readonly kind: 'saving' } | { readonly kind: 'failed'; readonly error: CallError }

/** From then on main refuses every edit. */
const endsSaving = ({ code }: WorkspaceNotice): boolean => code === 'changed-on-disk'

const PARTIAL: CallError = { code: 'partial', message: 'not all records are in the window yet' }

const NO_HISTORY: HistoryState = { revision: 0, undo: null, redo: null }

export const useDocumentStore = defineStore('document', () => {
  const status = shallowRef<'loading' | 'ready' | 'failed'>('loading')
  const openError = shallowRef<CallError | null>(null)
  const document = shallowRef<Document>(EMPTY_DOCUMENT)
  const file = shallowRef<string | null>(null)
  const shows = shallowRef<WorkspaceState['shows']>('file')
  const readOnly = shallowRef(false)
  const notices = shallowRef<readonly WorkspaceNotice[]>([])
  const history = shallowRef<HistoryState>(NO_HISTORY)
  const saveState = shallowRef<SaveState>({ kind: 'saved' })
  const inTurn = createQueue()

  /** Null when all records are in. Until then nothing is edited: a command must see the whole document. */
  const arrival = shallowRef<Arrival | null>(null)
  let arriving: Arriving | null = null
  const readying = new Readying()

  /** `inView`: what is in already is shown, and the rest as it comes. Settles when nothing more comes by itself. */
  async function take(state: WorkspaceState, inView: boolean): Promise<void> {
    arriving?.abandon()
    arriving = null
    readying.cancel()
    const { toCome, recordsText } = state
    if (toCome === null) {
      arrival.value = null
      show(state, documentOf(JSON.parse(recordsText) as TapelineRecord[]))
      return
    }
    const mine = new Arriving(placedOf(recordsText, toCome.placesText), toCome, {
      ask: (reading, part) => client().call('workspace:part', { reading, part }),
      idle: untilIdle,
      progress(now) {
        arrival.value = now
      },
      async show(parts) {
        const ready = await readying.of(makingDocument(parts))
        if (ready !== null) document.value = ready
      },
      ended(found) {
        notices.value = [...notices.value, ...found]
        arrival.value = null
        arriving = null
      },
      async stale() {
        const error = await reload()
        if (error !== null) arrival.value = { ...mine.now, state: 'failed', error }
      },
    })
    arriving = mine
    arrival.value = mine.now
    show(state, inView ? documentOfParts(mine.parts) : document.value)
    await mine.run()
  }

  function show(state: WorkspaceState, shown: Document): void {
    document.value = shown
    file.value = state.file
    shows.value = state.shows
    readOnly.value = state.readOnly || state.notices.some(endsSaving)
    notices.value = state.notices
    history.value = state.history
    status.value = 'ready'
    openError.value = null
  }

  /** `opening` is the call that was made before this store existed; without it, it is made now. */
  async function open(opening?: Promise<Reply<WorkspaceState>>): Promise<void> {
    status.value = 'loading'
    const reply = await (opening ?? client().call('workspace:open', {}))
    if (reply.ok) void take(reply.value, true)
    else {
      status.value = 'failed'
      openError.value = reply.error
    }
  }

  /** Takes main's copy in place of ours, which has fallen behind. Keeps ours if main cannot give it. */
  async function reload(): Promise<CallError | null> {
    const reply = await client().call('workspace:open', {})
    if (!reply.ok) return reply.error
    await take(reply.value, false)
    return null
  }

  async function apply(change: Change, next: HistoryState): Promise<void> {
    history.value = next
    saveState.value = { kind: 'saved' }
    try {
      document.value = applyChange(document.value, change)
    } catch (error) {
      reportError(error)
      await reload()
    }
  }

  async function refuse(error: CallError): Promise<Outcome> {
    saveState.value = error.code === 'nothing' ? { kind: 'saved' } : { kind: 'failed', error }
    if (error.code === 'stale') await reload()
    return { kind: 'error', error }
  }

  /** Runs a command and saves what it makes. The document changes only when main has saved it. */
  function dispatch(command: Command): Promise<Outcome> {
    return inTurn(async (): Promise<Outcome> => {
      if (arrival.value !== null) return { kind: 'error', error: PARTIAL }
      const result = command(document.value)
      if (!result.ok) return result.problem.code === 'no-change' ? { kind: 'done' } : { kind: 'problem', ...result }
      saveState.value = { kind: 'saving' }
      const reply = await client().call('workspace:commit', { change: result.value })
      if (!reply.ok) return refuse(reply.error)
      await apply(result.value, reply.value)
      return { kind: 'done' }
    })
  }

  /** Takes the last step back or brings it again; the outcome's records are those it touched. */
  function step(channel: 'workspace:undo' | 'workspace:redo'): Promise<{ outcome: Outcome; records: string[] }> {
    return inTurn(async () => {
      if (arrival.value !== null) return { outcome: { kind: 'error', error: PARTIAL }, records: [] }
      saveState.value = { kind: 'saving' }
      const reply = await client().call(channel, {})
      if (!reply.ok) return { outcome: await refuse(reply.error), records: [] }
      await apply(reply.value.applied, reply.value.history)
      return { outcome: { kind: 'done' }, records: Object.keys(reply.value.applied.edits) }
    })
  }

  /** Brings the workspace to a version, in one step that undo takes back. */
  function restoreVersion(id: string): Promise<Outcome> {
    return inTurn(async () => {
      if (arrival.value !== null) return { kind: 'error', error: PARTIAL }
      saveState.value = { kind: 'saving' }
      const reply = await client().call('versions:restore', { id })
      if (!reply.ok) {
        // Nothing of the user's own failed to be saved.
        saveState.value = { kind: 'saved' }
        return reply.error.code === 'stale' ? refuse(reply.error) : { kind: 'error', error: reply.error }
      }
      await apply(reply.value.applied, reply.value.history)
      return { kind: 'done' }
    })
  }

  /** Keeps the state as it is now; an edit made meanwhile waits, so that it is not in it. */
  function keepVersion(name: string): Promise<Reply<{ version: Version }>> {
    return inTurn(() => client().call('versions:create', { name }))
  }

  const addNotice = (notice: WorkspaceNotice): void => {
    if (endsSaving(notice)) readOnly.value = true
    notices.value = [...notices.value.filter((known) => known.code !== notice.code), notice]
  }
  const dropNotice = (notice: WorkspaceNotice): void => {
    notices.value = notices.value.filter((known) => known !== notice)
  }

  return {
    status,
    openError,
    document,
    file,
    shows,
    readOnly,
    notices,
    history,
    saveState,
    canEdit: computed(() => status.value === 'ready' && !readOnly.value && arrival.value === null),
    arrival,
    /** From now on it works out what it needs of a large document before that is shown. Returns how to take it out. */
    beforeShowing: (maker: MakeReady) => readying.add(maker),
    /** Leaves it at what is in; `goOn` asks for the rest. */
    stopLoading: () => arriving?.stop(),
    goOn: () => void arriving?.run(),
    open,
    dispatch,
    undo: () => step('workspace:undo'),
    redo: () => step('workspace:redo'),
    restoreVersion,
    keepVersion,
    addNotice,
    dropNotice,
  }
})
