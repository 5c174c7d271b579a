import { effectScope, nextTick, shallowRef } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { TONE_OF_KIND } from '../../domain/figure/kind-marks'
import { pointAt } from '../../domain/layout/layout-test-kit'
import { countOf, makingOverview } from '../../domain/layout/overview'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import { toTheEnd } from '../../domain/model/in-parts'
import { overviewBehind } from './overview-behind'

const list = (length: number) => Array.from({ length }, (_, at) => pointAt(`p${String(at)}`, 18_000 + (at % 900)))
const FEW = list(10)
const MANY = list(5_001)
const OTHERS = list(6_000)
const BINS = 20

describe('overviewBehind', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function setup(first: readonly TimelineItem[]) {
    const [items, bins] = [shallowRef(first), shallowRef(0)]
    const scope = effectScope()
    const behind = scope.run(() =>
      overviewBehind(
        () => items.value,
        () => bins.value,
      ),
    )
    const counted = (): number | null => {
      const counts = behind?.value?.counts
      if (counts === undefined) return null
      return Math.round(Array.from({ length: bins.value }, (_, bin) => countOf(counts, bin)).reduce((a, b) => a + b))
    }
    return { items, bins, scope, behind, counted }
  }

  it('has few at once, and many as soon as the strip has a width, or another', async () => {
    for (const first of [FEW, MANY]) {
      const { bins, behind, counted, scope } = setup(first)
      expect(counted()).toBe(null)
      for (const width of [BINS, BINS + 1]) {
        bins.value = width
        await nextTick()
        expect(counted()).toBe(first.length)
        expect(behind?.value).toEqual(toTheEnd(makingOverview(first, width, TONE_OF_KIND)))
      }
      scope.stop()
    }
  })

  it('has other ones, where they are many, only when the timeline has begun to draw them', async () => {
    const { items, bins, counted } = setup(FEW)
    bins.value = BINS
    items.value = MANY
    await nextTick()
    vi.advanceTimersToNextFrame()
    expect(counted()).toBe(null)
    vi.advanceTimersToNextFrame()
    vi.runAllTimers()
    expect(counted()).toBe(MANY.length)
    items.value = FEW
    await nextTick()
    expect(counted()).toBe(FEW.length)
    items.value = []
    await nextTick()
    expect(counted()).toBe(null)
  })

  it('forgets those that came between, and stops with its scope', async () => {
    const { items, bins, counted, scope } = setup(FEW)
    bins.value = BINS
    items.value = MANY
    await nextTick()
    vi.advanceTimersToNextFrame()
    items.value = OTHERS
    await nextTick()
    vi.runAllTimers()
    expect(counted()).toBe(OTHERS.length)
    items.value = MANY
    await nextTick()
    scope.stop()
    vi.runAllTimers()
    expect(counted()).toBe(OTHERS.length)
  })
})
