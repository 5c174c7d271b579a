import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { CallError } from '../../ipc/reply'
import type { OpenedFigure } from '../../ipc/values'
import { client } from '../document/client'
import { useSessionStore } from '../document/session-store'
import type { ShownView } from './what-to-show'

/** What of the view only the timeline knows. */
export type SeenWindow = Pick<ShownView, 'window' | 'todayDay'>

/** Whether the editor is open, over which view, and for which file. */
export const useFigureStore = defineStore('figure', () => {
  const session = useSessionStore()
  /** Null while the editor is closed. */
  const view = shallowRef<ShownView | null>(null)
  const opened = shallowRef<OpenedFigure | null>(null)

  function viewOf({ window, todayDay }: SeenWindow): ShownView {
    const { grouping, filters, collapsed, selection } = session
    return { window, todayDay, grouping, filters, collapsed, selection }
  }

  function open(seen: SeenWindow): void {
    opened.value = null
    view.value = viewOf(seen)
  }

  /** Opens the figure of a file, of the one that the user names where it is null. Answers with what kept it from that. */
  async function openFile(file: string | null, seen: SeenWindow): Promise<CallError | null> {
    const reply = await client().call('figure:open', { file })
    if (!reply.ok) return reply.error
    if (reply.value === null) return null
    opened.value = reply.value
    view.value = viewOf(seen)
    return null
  }

  function close(): void {
    view.value = null
    opened.value = null
  }

  return { view, opened, open, openFile, close }
})
