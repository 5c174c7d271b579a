import { onMounted, onScopeDispose, shallowRef } from 'vue'
import { loadChineseFont } from '../ui/chinese-font'
import type { LateParts } from './late-parts'

/** Where no timeline comes to stand, the menus must come all the same. */
const AT_THE_LATEST_MS = 1500
const IDLE_AT_MOST_MS = 500

/** What the first timeline can do without: brought in when the window is idle, or when it is asked for. */
export function useLateParts() {
  const late = shallowRef<LateParts | null>(null)

  async function load(): Promise<void> {
    late.value ??= await import('./late-parts')
    await loadChineseFont()
  }

  let timer = 0
  onMounted(() => {
    timer = window.setTimeout(() => void load(), AT_THE_LATEST_MS)
  })
  onScopeDispose(() => {
    window.clearTimeout(timer)
  })
  return {
    late,
    load,
    loadWhenIdle: () => requestIdleCallback(() => void load(), { timeout: IDLE_AT_MOST_MS }),
  }
}
