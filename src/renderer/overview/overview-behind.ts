import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { TONE_OF_KIND, type Tone } from '../../domain/figure/kind-marks'
import { makingOverview, type OverviewBins } from '../../domain/layout/overview'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import { toTheEnd, type InParts } from '../../domain/model/in-parts'
import { InSlices } from '../idle/in-slices'

/** So many are counted within a frame; the same again in other bins, when the strip becomes wider, though they be more. */
const AT_ONCE = 5_000
const AGAIN_AT_ONCE = 100_000

type Overview = OverviewBins<Tone>

/**
 * The items counted in so many bins. Of many it is what was there before until the timeline has drawn them: that
 * answers a filter or an edit first, the strip after it.
 */
export function overviewBehind(
  items: () => readonly TimelineItem[],
  bins: () => number,
): Readonly<ShallowRef<Overview | null>> {
  const behind = shallowRef<Overview | null>(null)
  let work: InParts<Overview | null> | null = null
  let frame = 0
  const slices = new InSlices(
    () => {
      const { done, value } = work?.next() ?? { done: true }
      if (done === true) behind.value = value ?? null
      return done !== true
    },
    () => (work = null),
  )
  const stop = (): void => {
    cancelAnimationFrame(frame)
    slices.stop()
  }
  watch(
    [items, bins] as const,
    ([now, count], [before]) => {
      stop()
      work = makingOverview(now, count, TONE_OF_KIND)
      if (now.length <= (now === before ? AGAIN_AT_ONCE : AT_ONCE)) {
        behind.value = toTheEnd(work)
        return
      }
      // A task behind the second frame: in the first one the timeline begins to draw.
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(() => {
          slices.start(true)
        })
      })
    },
    { immediate: true },
  )
  onScopeDispose(stop)
  return behind
}
