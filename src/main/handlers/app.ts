import type { Handlers } from '../../ipc/answer'

export interface AppPorts {
  readonly onUsable: () => void
  readonly quit: () => void
}

export function appHandlers({ onUsable, quit }: AppPorts): Pick<Handlers, 'app:usable' | 'app:quit'> {
  return {
    'app:usable'() {
      onUsable()
      return { ok: true, value: {} }
    },
    'app:quit'() {
      quit()
      return { ok: true, value: {} }
    },
  }
}
