import { describe, expect, it, vi } from 'vitest'
import { StripDrag } from './strip-drag'
import { StripScale } from './strip-scale'

const scale = new StripScale({ startDay: 1000, endDay: 2000 }, 500)
const before = { startDay: 1200, endDay: 1400 }
const pointer = new Event('pointermove') as PointerEvent

function drag(hold: 'frame' | 'end' | 'empty') {
  const host = { show: vi.fn(), choosing: vi.fn() }
  return { drag: new StripDrag(hold, before, 1600, scale, host), host }
}

describe('the scale of the strip', () => {
  it('leads from days to px and back', () => {
    expect([scale.xOf(1500), scale.dayAt(250), scale.daysOf(50)]).toEqual([250, 1500, 100])
    expect([before, { startDay: 0, endDay: 10 }].map((window) => scale.percentOf(window))).toEqual([30, 0])
  })
})

describe('a drag on the strip', () => {
  it('moves the timeline with the frame, and back when it is given up', () => {
    const { drag: held, host } = drag('frame')
    held.move(pointer, 20)
    held.move(pointer, 30)
    expect(host.show).toHaveBeenLastCalledWith({ startDay: 1300, endDay: 1500 }, false)
    held.cancel()
    expect(host.show).toHaveBeenLastCalledWith(before, true)
  })

  it('marks what is chosen and shows it when it is let go, or not at all', () => {
    const { drag: held, host } = drag('empty')
    held.move(pointer, 50)
    expect(host.choosing).toHaveBeenLastCalledWith({ left: 300, right: 350 })
    expect(host.show).not.toHaveBeenCalled()
    held.end()
    expect(host.choosing).toHaveBeenLastCalledWith(null)
    expect(host.show).toHaveBeenCalledWith({ startDay: 1600, endDay: 1700 }, true)
    const other = drag('empty')
    other.drag.move(pointer, 50)
    other.drag.cancel()
    expect(other.host.show).not.toHaveBeenCalled()
  })
})
