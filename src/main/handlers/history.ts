import type { Handlers } from '../../ipc/answer'
import type { DocumentStore } from '../store/document-store'

export interface HistoryHandlerPorts {
  readonly store: () => Promise<Pick<DocumentStore, 'steps' | 'step' | 'wayTo'>>
}

type HistoryChannel = 'history:page' | 'history:change' | 'history:way'

export function historyHandlers({ store }: HistoryHandlerPorts): Pick<Handlers, HistoryChannel> {
  return {
    async 'history:page'(range) {
      const reply = (await store()).steps(range)
      if (!reply.ok) return reply
      return { ok: true, value: { ...reply.value, steps: [...reply.value.steps] } }
    },
    async 'history:change'({ seq }) {
      return (await store()).step(seq)
    },
    async 'history:way'(place) {
      const reply = (await store()).wayTo(place)
      if (!reply.ok) return reply
      return { ok: true, value: { ...reply.value, changesBack: [...reply.value.changesBack] } }
    },
  }
}
