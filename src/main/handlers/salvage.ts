import type { Handlers } from '../../ipc/answer'
import type { WorkspaceNotice } from '../../ipc/values'
import type { Reply } from '../../ipc/reply'
import type { DocumentStore } from '../store/document-store'

export interface SalvagePorts {
  readonly opened: Promise<{ readonly store: DocumentStore; readonly notices: readonly WorkspaceNotice[] }>
  /** Now, in ms since 1970 in UTC. */
  readonly clock: () => number
  /** A moment as a day in the user's own time: `2026-11-25`. */
  readonly dayText: (ms: number) => string
  /** The same to the minute, in a form that a file name takes: `2026-11-25 15-10`. */
  readonly minuteText: (ms: number) => string
}

type SalvageChannel = 'salvage:run' | 'salvage:backup'

/** The file that was refused at the start, or else the one that is open. No path comes from the window. */
export function salvageHandlers(ports: SalvagePorts): Pick<Handlers, SalvageChannel> {
  const refused = async () => (await ports.opened).notices.find(({ code }) => SALVAGEABLE.has(code))?.file

  return {
    async 'salvage:run'() {
      const { store } = await ports.opened
      const file = await refused()
      // Loaded when it is needed: a sound start does without.
      const { salvageFile, salvageOpen } = await import('../store/salvage/salvage-file')
      const day = ports.dayText(ports.clock())
      const reply = file === undefined ? salvageOpen(store, day) : salvageFile(file, day)
      if (!reply.ok) return reply
      const { records, steps } = reply.value
      return {
        ok: true,
        value: {
          file: reply.value.file,
          records: { ...records, doubtful: [...records.doubtful], lost: [...records.lost] },
          steps,
        },
      }
    },
    async 'salvage:backup'() {
      const file = (await refused()) ?? (await ports.opened).store.file
      if (file === null) return refuse('nothing', 'this document stands in no file')
      const { copyNewestGoodBackup } = await import('../store/salvage/good-backup')
      const reply = copyNewestGoodBackup(file, ports.minuteText)
      if (!reply.ok) return reply
      const { version, records } = reply.value
      return { ok: true, value: { file: reply.value.file, madeAtMs: version.madeAtMs, records } }
    },
  }
}

const SALVAGEABLE: ReadonlySet<WorkspaceNotice['code']> = new Set(['damaged', 'foreign'])

const refuse = (code: 'nothing', message: string): Reply<never> => ({ ok: false, error: { code, message } })
