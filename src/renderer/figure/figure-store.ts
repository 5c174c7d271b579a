import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { CallError } from '../../ipc/reply'
import type { OpenedFigure } from '../../ipc/figure-values'
import { client } from '../document/client'
import { useSessionStore } from '../document/session-store'
import type { ShownParts } from './shown-parts'
import type { ShownView } from './what-to-show'

/** What of the view only the timeline knows. */
export interface SeenWindow extends Pick<ShownView, 'window' | 'todayDay'> {
  /** What is asked of the rules. */
  readonly status: Pick<ShownParts['status'], 'destination' | 'gate'> &
    Pick<ShownParts, 'scenario'> & { readonly barred: readonly string[] }
}

/** Whether the editor is open, over which view, and for which file. */
export const useFigureStore = defineStore('figure', () => {
  const session = useSessionStore()
  /** Null while the editor is closed. */
  const view = shallowRef<ShownView | null>(null)
  const opened = shallowRef<OpenedFigure | null>(null)

  function viewOf({ window, todayDay, status }: SeenWindow): ShownView {
    const { grouping, filters, collapsed, selection } = session
    return { window, todayDay, grouping, filters, collapsed, selection, parts: partsOf(status) }
  }

  function partsOf({ destination, gate, barred, scenario }: SeenWindow['status']): ShownParts {
    const { metricLanes, asOfOpen, compared, comparedBase, compareWithout, selection } = session
    return {
      lanes: metricLanes,
      status: { isOpen: asOfOpen, destination, gate, chips: [...new Set([...barred, ...selection])] },
      scenario,
      comparison: { chips: compared ?? [], base: comparedBase, without: compareWithout },
    }
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
