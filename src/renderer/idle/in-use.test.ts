import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { InSlices } from './in-slices'
import { watchUse } from './in-use'

describe('a window in use', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['performance', 'setTimeout', 'clearTimeout'] })
  })
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })

  it('is so for half a second after a key, a wheel or a drag, and not by a pointer that only moves', () => {
    const isInUse = watchUse()
    expect(isInUse()).toBe(false)
    window.dispatchEvent(new MouseEvent('pointermove'))
    expect(isInUse()).toBe(false)
    for (const event of [
      new KeyboardEvent('keydown', { key: 'a' }),
      new WheelEvent('wheel'),
      new MouseEvent('pointermove', { buttons: 1 }),
    ]) {
      window.dispatchEvent(event)
      expect(isInUse()).toBe(true)
      vi.advanceTimersByTime(499)
      expect(isInUse()).toBe(true)
      vi.advanceTimersByTime(1)
      expect(isInUse()).toBe(false)
    }
  })

  it('has work in a hurry wait until it is idle, or rests', () => {
    let [isUsed, steps] = [true, 0]
    const whenIdle: (() => void)[] = []
    vi.stubGlobal('requestIdleCallback', (work: (deadline: object) => void) =>
      whenIdle.push(() => {
        work({ timeRemaining: () => 0 })
      }),
    )
    const slices = new InSlices(
      () => (steps += 1) < 3,
      () => undefined,
      () => isUsed,
    )
    slices.start(true)
    vi.runAllTimers()
    expect([steps, whenIdle.length]).toEqual([0, 1])
    whenIdle.shift()?.()
    expect([steps, whenIdle.length]).toEqual([1, 1])
    isUsed = false
    whenIdle.shift()?.()
    vi.runAllTimers()
    expect(steps).toBe(3)
  })
})
