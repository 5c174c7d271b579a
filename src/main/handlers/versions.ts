import type { Change } from '../../domain/change/change'
import { invert } from '../../domain/change/apply'
import type { Handlers } from '../../ipc/answer'
import type { HistoryState } from '../../ipc/values'
import type { Reply } from '../../ipc/reply'
import type { Version, Versions } from '../store/backups/versions'
import type { DocumentStore } from '../store/document-store'

export interface VersionPorts {
  readonly opened: Promise<{ readonly store: DocumentStore }>
  readonly versions: Promise<Versions>
  readonly onHistory: (history: HistoryState) => void
  /** A moment in the user's own time, to name a version that has no name: `2026-11-25 15:10`. */
  readonly momentText: (ms: number) => string
  /** Shows a file in the system's file manager. */
  readonly reveal: (file: string) => void
}

type VersionChannel = Extract<keyof Handlers, `versions:${string}`>

export function versionHandlers(ports: VersionPorts): Pick<Handlers, VersionChannel> {
  return {
    async 'versions:list'() {
      const versions = await ports.versions
      return { ok: true, value: { folder: versions.folder, versions: versions.list() } }
    },
    async 'versions:create'({ name }) {
      const made = await (await ports.versions).create('named', name)
      return made.ok ? { ok: true, value: { version: made.value } } : made
    },
    async 'versions:difference'({ id }) {
      return (await ports.versions).difference(id)
    },
    async 'versions:restore'({ id }) {
      const [{ store }, versions] = await Promise.all([ports.opened, ports.versions])
      const found = await versions.difference(id)
      if (!found.ok) return found
      const { version, revision, edits } = found.value
      if (Object.keys(edits).length === 0) return refuse('nothing', 'everything is as it was then')
      const before = await versions.create('before-restore')
      if (!before.ok) return before
      await store.whenCopied()
      if (store.history().revision !== revision || before.value.revision !== revision)
        return refuse('stale', 'the workspace was edited meanwhile')
      const change: Change = invert({ label: { action: 'restore', subject: subjectOf(version, ports) }, edits })
      const reply = store.commit(change)
      if (!reply.ok) return reply
      ports.onHistory(reply.value)
      return { ok: true, value: { applied: change, history: reply.value } }
    },
    async 'versions:rename'({ id, name }) {
      const renamed = await (await ports.versions).rename(id, name)
      return renamed.ok ? { ok: true, value: { version: renamed.value } } : renamed
    },
    async 'versions:delete'({ id }) {
      const removed = await (await ports.versions).remove(id)
      return removed.ok ? { ok: true, value: {} } : removed
    },
    async 'versions:reveal'({ id }) {
      // Only what stands in the list is shown, so no path from the page is ever followed.
      const file = (await ports.versions).fileOf(id)
      if (file === null) return refuse('not-found', 'there is no such version')
      ports.reveal(file)
      return { ok: true, value: {} }
    },
  }
}

function subjectOf({ name, madeAtMs }: Version, { momentText }: VersionPorts) {
  const text = name ?? momentText(madeAtMs)
  return { en: text, 'zh-Hant': text }
}

const refuse = (code: 'not-found' | 'nothing' | 'stale', message: string): Reply<never> => ({
  ok: false,
  error: { code, message },
})
