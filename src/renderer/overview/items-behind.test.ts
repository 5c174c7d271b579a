import { effectScope, nextTick, shallowRef } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import { itemsBehind } from './items-behind'

const list = (length: number) => Array.from({ length }, () => ({}) as TimelineItem)
const FEW = list(10)
const MANY = list(5_001)
const OTHERS = list(6_000)

describe('itemsBehind', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['requestAnimationFrame', 'cancelAnimationFrame', 'setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  function setup(first: readonly TimelineItem[]) {
    const items = shallowRef(first)
    const scope = effectScope()
    const behind = scope.run(() => itemsBehind(() => items.value))
    return { items, scope, now: () => behind?.value }
  }

  it('has the first items at once, and then few ones', async () => {
    const { items, now } = setup(MANY)
    expect(now()).toBe(MANY)
    items.value = FEW
    await nextTick()
    expect(now()).toBe(FEW)
  })

  it('has many ones only when the timeline has begun to draw them', async () => {
    const { items, now } = setup(FEW)
    items.value = MANY
    await nextTick()
    vi.advanceTimersToNextFrame()
    expect(now()).toBe(FEW)
    vi.advanceTimersToNextFrame()
    vi.runAllTimers()
    expect(now()).toBe(MANY)
  })

  it('forgets those that came between, and stops with its scope', async () => {
    const { items, now, scope } = setup(FEW)
    items.value = MANY
    await nextTick()
    vi.advanceTimersToNextFrame()
    items.value = OTHERS
    await nextTick()
    vi.runAllTimers()
    expect(now()).toBe(OTHERS)
    items.value = MANY
    await nextTick()
    scope.stop()
    vi.runAllTimers()
    expect(now()).toBe(OTHERS)
  })
})
