import { describe, expect, it } from 'vitest'
import { HeldClock } from './held-clock'

describe('a clock that is held', () => {
  it('stands still for so many frames, and goes on from there', () => {
    const clock = new HeldClock()
    const times: number[] = []
    let now = 1000
    const frame = (ms: number): void => {
      now += ms
      clock.frame(now)
      times.push(clock.at(now))
    }
    frame(16)
    clock.hold(2)
    frame(16)
    frame(40)
    frame(16)
    clock.hold(1)
    frame(10)
    frame(16)
    expect(times).toEqual([1016, 1016, 1016, 1032, 1032, 1048])
  })
})
