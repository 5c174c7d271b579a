import { describe, expect, it, vi } from 'vitest'
import { speedAt, withEdgeScroll } from './edge-scroll'

const at = (clientX: number, clientY = 300): PointerEvent =>
  new MouseEvent('pointermove', { clientX, clientY }) as PointerEvent

function setup() {
  const frames: (() => void)[] = []
  let now = 0
  const scroll = vi.fn()
  const drag = { begin: vi.fn(), move: vi.fn(), end: vi.fn(), cancel: vi.fn() }
  const wrapped = withEdgeScroll(drag, {
    view: () => ({ left: 100, right: 900, top: 50, bottom: 550 }),
    scroll,
    now: () => now,
    requestFrame: (callback) => frames.push(callback),
    cancelFrame: (handle) => {
      frames.splice(handle - 1, 1)
    },
  })
  const frame = (ms: number): void => {
    now += ms
    frames.shift()?.()
  }
  return { wrapped, drag, scroll, frame, frames }
}

describe('speedAt', () => {
  it('is nothing well inside, and grows towards an edge and past it to a most', () => {
    expect([speedAt(500, 100, 900), speedAt(140, 100, 900)]).toEqual([0, 0])
    expect(speedAt(890, 100, 900)).toBeGreaterThan(speedAt(880, 100, 900))
    expect(speedAt(950, 100, 900)).toBe(speedAt(5000, 100, 900))
    expect(speedAt(110, 100, 900)).toBeLessThan(0)
  })
})

describe('withEdgeScroll', () => {
  it('moves the picture on at an edge and tells the drag, until the pointer is back inside', () => {
    const { wrapped, drag, scroll, frame, frames } = setup()
    wrapped.move(at(500), 5, 0)
    expect(frames).toHaveLength(0)
    wrapped.move(at(900), 5, 0)
    frame(20)
    expect(scroll).toHaveBeenLastCalledWith(18, 0)
    expect(drag.move).toHaveBeenCalledTimes(3)
    frame(1000)
    expect(scroll).toHaveBeenLastCalledWith(45, 0)
    wrapped.move(at(500), -5, 0)
    frame(20)
    expect([scroll.mock.calls.length, frames.length]).toEqual([2, 0])
  })

  it('lets an item at the edge be taken hold of in peace', () => {
    const { wrapped, frames } = setup()
    wrapped.move(at(890), 5, 0)
    expect(frames).toHaveLength(0)
  })

  it('stops when the drag is let go or given up', () => {
    for (const how of ['end', 'cancel'] as const) {
      const { wrapped, drag, frames } = setup()
      wrapped.move(at(500), 5, 0)
      wrapped.move(at(900, 560), 5, 0)
      wrapped[how]?.()
      expect([frames.length, drag[how].mock.calls.length]).toEqual([0, 1])
    }
  })
})
