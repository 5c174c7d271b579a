import type { Handlers } from '../../ipc/answer'
import type { DocumentStore } from '../store/document-store'

export interface DraftPorts {
  readonly store: () => Promise<Pick<DocumentStore, 'drafts' | 'writeDraft' | 'dropDraft' | 'whenCopied'>>
}

type DraftChannel = 'drafts:list' | 'drafts:write' | 'drafts:drop'

export function draftHandlers({ store }: DraftPorts): Pick<Handlers, DraftChannel> {
  return {
    async 'drafts:list'() {
      const reply = (await store()).drafts()
      return reply.ok ? { ok: true, value: { drafts: reply.value } } : reply
    },
    async 'drafts:write'(draft) {
      const open = await store()
      await open.whenCopied()
      const reply = open.writeDraft(draft)
      return reply.ok ? { ok: true, value: {} } : reply
    },
    async 'drafts:drop'({ key }) {
      const open = await store()
      await open.whenCopied()
      const reply = open.dropDraft(key)
      return reply.ok ? { ok: true, value: {} } : reply
    },
  }
}
