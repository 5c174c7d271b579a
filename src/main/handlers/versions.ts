import { restoreAll } from '../../domain/change/restore'
import { documentOf } from '../../domain/model/document'
import type { Handlers } from '../../ipc/answer'
import type { HistoryState } from '../../ipc/contract'
import type { Reply } from '../../ipc/reply'
import type { Version, Versions } from '../store/backups/versions'
import type { DocumentStore } from '../store/document-store'

export interface VersionPorts {
  readonly opened: Promise<{ readonly store: DocumentStore }>
  readonly versions: Promise<Versions>
  readonly onHistory: (history: HistoryState) => void
  /** A moment in the user's own time, to name a version that has no name: `2026-11-25 15:10`. */
  readonly momentText: (ms: number) => string
}

type VersionChannel = 'versions:list' | 'versions:create' | 'versions:read' | 'versions:restore'

export function versionHandlers(ports: VersionPorts): Pick<Handlers, VersionChannel> {
  return {
    async 'versions:list'() {
      const versions = await ports.versions
      return { ok: true, value: { folder: versions.folder, versions: versions.list() } }
    },
    async 'versions:create'({ name }) {
      const made = (await ports.versions).create('named', name)
      return made.ok ? { ok: true, value: { version: made.value } } : made
    },
    async 'versions:read'({ id }) {
      const read = (await ports.versions).read(id)
      if (!read.ok) return read
      const { version, records } = read.value
      return { ok: true, value: { version, recordsText: JSON.stringify(records) } }
    },
    async 'versions:restore'({ id }) {
      const [{ store }, versions] = await Promise.all([ports.opened, ports.versions])
      if (store.readOnly) return refuse('read-only', 'this workspace takes no edits')
      const read = versions.read(id)
      if (!read.ok) return read
      const { records: now } = store.records()
      const change = restoreAll(documentOf(now), documentOf(read.value.records), subjectOf(read.value.version, ports))
      if (!change.ok) return refuse('nothing', change.problem.detail)
      const before = versions.create('before-restore')
      if (!before.ok) return before
      const reply = store.commit(change.value)
      if (!reply.ok) return reply
      ports.onHistory(reply.value)
      return { ok: true, value: { applied: change.value, history: reply.value } }
    },
  }
}

function subjectOf({ name, madeAtMs }: Version, { momentText }: VersionPorts) {
  const text = name ?? momentText(madeAtMs)
  return { en: text, 'zh-Hant': text }
}

const refuse = (code: 'read-only' | 'nothing', message: string): Reply<never> => ({
  ok: false,
  error: { code, message },
})
