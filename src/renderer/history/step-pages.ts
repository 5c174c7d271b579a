import { onScopeDispose, shallowRef, watch } from 'vue'
import type { HistoryStep } from '../../ipc/values'
import { client } from '../document/client'
import { useDocumentStore } from '../document/document-store'

const PAGE = 60
const MOST_AT_ONCE = 200

/** The steps of the log as far as they were scrolled to, read again after every edit, undo and redo. */
export function useStepPages() {
  const documents = useDocumentStore()
  const steps = shallowRef<readonly HistoryStep[]>([])
  const state = shallowRef<'reading' | 'ready' | 'failed'>('reading')
  const more = shallowRef(false)
  let turn = 0

  /** Reads until so many are there, or all. An answer that a later call has overtaken is dropped. */
  async function read(atLeast: number, known: readonly HistoryStep[]): Promise<void> {
    const mine = ++turn
    const found = [...known]
    do {
      const limit = Math.min(MOST_AT_ONCE, Math.max(PAGE, atLeast - found.length))
      const reply = await client().call('history:page', { before: found.at(-1)?.seq ?? null, limit })
      if (mine !== turn) return
      if (!reply.ok) {
        state.value = 'failed'
        return
      }
      found.push(...reply.value.steps)
      more.value = reply.value.more
    } while (more.value && found.length < atLeast)
    steps.value = found
    state.value = 'ready'
  }

  watch(
    () => documents.history.revision,
    () => void read(steps.value.length, []),
    { immediate: true },
  )
  onScopeDispose(() => {
    turn += 1
  })
  return {
    steps,
    state,
    more,
    again: () => read(steps.value.length, []),
    readOlder: () => (more.value ? read(steps.value.length + PAGE, steps.value) : Promise.resolve()),
  }
}
