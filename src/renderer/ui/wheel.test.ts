import { describe, expect, it } from 'vitest'
import { isMouseWheel, wheelIntent, type WheelInput } from './wheel'

const plain: WheelInput = { deltaX: 0, deltaY: 0, deltaMode: 0, ctrlKey: false, metaKey: false, shiftKey: false }

describe('wheelIntent', () => {
  it('zooms in for a notch away from the user, out for one towards', () => {
    const away = wheelIntent({ ...plain, deltaY: -120, wheelDeltaY: 120 })
    const towards = wheelIntent({ ...plain, deltaY: 120, wheelDeltaY: -120 })
    expect(away.kind === 'zoom' && away.factor).toBeGreaterThan(1)
    expect(towards.kind === 'zoom' && towards.factor).toBeLessThan(1)
    if (away.kind === 'zoom' && towards.kind === 'zoom') expect(away.factor * towards.factor).toBeCloseTo(1, 10)
  })

  it('scrolls both ways for two fingers, keeping both axes', () => {
    expect(wheelIntent({ ...plain, deltaX: 7, deltaY: -13, wheelDeltaY: 39 })).toEqual({
      kind: 'scroll',
      dxPx: 7,
      dyPx: -13,
    })
  })

  it('never zooms for a stroke that is only vertical but not a notch', () => {
    expect(wheelIntent({ ...plain, deltaY: 4, wheelDeltaY: -12 })).toEqual({ kind: 'scroll', dxPx: 0, dyPx: 4 })
  })

  it('zooms for a pinch, which comes as Ctrl with small deltas', () => {
    const intent = wheelIntent({ ...plain, deltaY: -3, ctrlKey: true, wheelDeltaY: 9 })
    expect(intent.kind).toBe('zoom')
    if (intent.kind === 'zoom') {
      expect(intent.factor).toBeGreaterThan(1)
      expect(intent.factor).toBeLessThan(1.1)
    }
  })

  it('pans through time for Shift and a notch', () => {
    expect(wheelIntent({ ...plain, deltaY: 120, wheelDeltaY: -120, shiftKey: true })).toEqual({
      kind: 'scroll',
      dxPx: 120,
      dyPx: 0,
    })
  })

  it('counts lines and pages as px', () => {
    expect(wheelIntent({ ...plain, deltaX: 1, deltaY: 2, deltaMode: 1 })).toEqual({
      kind: 'scroll',
      dxPx: 40,
      dyPx: 80,
    })
  })
})

describe('isMouseWheel', () => {
  it('tells a notch from a finger', () => {
    expect(isMouseWheel({ ...plain, deltaY: 100, wheelDeltaY: -120 })).toBe(true)
    expect(isMouseWheel({ ...plain, deltaY: 100, wheelDeltaY: -100 })).toBe(false)
    expect(isMouseWheel({ ...plain, deltaX: 1, deltaY: 100, wheelDeltaY: -120 })).toBe(false)
  })
})
