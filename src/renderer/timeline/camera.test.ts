import { describe, expect, it } from 'vitest'
import type { TimeWindow } from '../../domain/model/view'
import { Camera, type CameraHost } from './camera'

function stagedHost(reduced = false): CameraHost & { tick(ms: number): void; shown: TimeWindow[] } {
  let [clock, pending] = [0, null as (() => void) | null]
  const shown: TimeWindow[] = []
  return {
    shown,
    now: () => clock,
    requestFrame: (callback) => {
      pending = callback
      return 1
    },
    cancelFrame: () => {
      pending = null
    },
    reducedMotion: () => reduced,
    show: (window) => {
      shown.push(window)
    },
    tick(ms) {
      clock += ms
      const callback = pending
      pending = null
      callback?.()
    },
  }
}

const START: TimeWindow = { startDay: 0, endDay: 100 }

describe('Camera', () => {
  it('arrives exactly where it was sent', () => {
    const host = stagedHost()
    const camera = new Camera(START, host)
    camera.moveTo({ startDay: 40, endDay: 60 })
    for (let frame = 0; frame < 30; frame++) host.tick(16)
    expect(camera.window).toEqual({ startDay: 40, endDay: 60 })
  })

  it('keeps the day it zooms about in its place in every frame', () => {
    const host = stagedHost()
    const camera = new Camera(START, host)
    camera.moveTo({ startDay: 15, endDay: 65 })
    for (let frame = 0; frame < 30; frame++) host.tick(10)
    expect(host.shown.length).toBeGreaterThan(5)
    for (const { startDay, endDay } of host.shown) expect((30 - startDay) / (endDay - startDay)).toBeCloseTo(0.3, 9)
  })

  it('still arrives when the view changes its size on the way', () => {
    const host = stagedHost()
    const camera = new Camera(START, host)
    camera.moveTo({ startDay: 1000, endDay: 1200 })
    host.tick(60)
    camera.refit(({ startDay, endDay }) => ({ startDay, endDay: startDay + (endDay - startDay) / 2 }))
    expect(camera.moving).toBe(true)
    for (let frame = 0; frame < 30; frame++) host.tick(16)
    expect(camera.window).toEqual({ startDay: 1000, endDay: 1100 })
  })

  it('stays where it stands when the view changes its size at rest', () => {
    const host = stagedHost()
    const camera = new Camera(START, host)
    camera.refit((window) => ({ ...window, endDay: 50 }))
    expect(camera.moving).toBe(false)
    expect(camera.window).toEqual({ startDay: 0, endDay: 50 })
  })

  it('takes a new target from where the picture is, without a jump', () => {
    const host = stagedHost()
    const camera = new Camera(START, host)
    camera.moveTo({ startDay: 1000, endDay: 1100 })
    host.tick(60)
    const before = camera.window.startDay
    camera.moveTo({ startDay: 2000, endDay: 2100 })
    host.tick(1)
    expect(Math.abs(camera.window.startDay - before)).toBeLessThan(60)
    expect(camera.destination.startDay).toBe(2000)
  })

  it('jumps at once for those who asked for less motion', () => {
    const host = stagedHost(true)
    const camera = new Camera(START, host)
    camera.moveTo({ startDay: 40, endDay: 60 })
    expect(host.shown).toEqual([{ startDay: 40, endDay: 60 }])
  })

  it('stays where it is when stopped', () => {
    const host = stagedHost()
    const camera = new Camera(START, host)
    camera.moveTo({ startDay: 1000, endDay: 1100 })
    host.tick(50)
    camera.stop()
    const { window } = camera
    host.tick(500)
    expect(camera.window).toEqual(window)
    expect(camera.destination).toEqual(window)
  })
})
