import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { TimelineItem } from '../../domain/layout/timeline-item'

/** So few are counted within a frame. */
const AT_ONCE = 5_000

/** The items as they were until the timeline has drawn them: it answers a filter or an edit first, the strip after it. */
export function itemsBehind(items: () => readonly TimelineItem[]): Readonly<ShallowRef<readonly TimelineItem[]>> {
  const behind = shallowRef(items())
  let frame = 0
  let task: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    cancelAnimationFrame(frame)
    clearTimeout(task)
  }
  watch(items, (now) => {
    stop()
    if (now.length <= AT_ONCE) behind.value = now
    // A task behind the second frame: in the first one the timeline begins to draw.
    else
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          task = setTimeout(() => (behind.value = now))
        })
      })
  })
  onScopeDispose(stop)
  return behind
}
