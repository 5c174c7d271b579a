import type { Bridge, Channel, EventName } from './channels'
import type { In, Out } from './contract'
import type { Payload } from './contract/events'
import type { Reply } from './reply'

export interface Client {
  call<C extends Channel>(channel: C, input: In<C>): Promise<Reply<Out<C>>>
  on<E extends EventName>(event: E, listener: (payload: Payload<E>) => void): () => void
  /** Where a dropped file (a DOM `File`) stands on the disk; empty for one that stands nowhere. */
  pathOf(file: object): string
}

/** The caller's side of the contract. A transport that fails becomes an `internal` error value. */
export function createClient(bridge: Bridge): Client {
  return {
    async call<C extends Channel>(channel: C, input: In<C>) {
      try {
        return (await bridge.call(channel, input)) as Reply<Out<C>>
      } catch (error) {
        return {
          ok: false,
          error: { code: 'internal', message: error instanceof Error ? error.message : String(error) },
        }
      }
    },
    on<E extends EventName>(event: E, listener: (payload: Payload<E>) => void) {
      return bridge.on(event, listener as (payload: unknown) => void)
    },
    pathOf: (file) => bridge.pathOf(file),
  }
}
