import { describe, expect, it } from 'vitest'
import { FrameBudget } from './frame-budget'

function after(times: readonly number[]): FrameBudget {
  const budget = new FrameBudget()
  let now = 1000
  budget.frame(now)
  for (const ms of times) budget.frame((now += ms))
  return budget
}
const frames = (count: number, ms: number): number[] => Array.from({ length: count }, () => ms)

describe('what a frame may spend', () => {
  it('grows while frames come on time, up to a limit', () => {
    const [few, many, more] = [5, 40, 400].map((count) => after(frames(count, 16.7)))
    expect(many?.changes).toBeGreaterThan(few?.changes ?? Infinity)
    expect(many?.partMs).toBeGreaterThan(few?.partMs ?? Infinity)
    expect(more?.changes).toBe(many?.changes)
  })

  it('shrinks with late frames, and never to nothing', () => {
    const late = after([...frames(40, 16.7), 33.4, 33.4])
    expect(late.changes).toBeLessThan(after(frames(40, 16.7)).changes / 2)
    const worst = after(frames(100, 50.1))
    expect(worst.changes).toBeGreaterThan(0)
    expect(worst.partMs).toBeGreaterThan(0)
  })

  it('takes a pause between two moves for no late frame', () => {
    expect(after([...frames(40, 16.7), 5000]).changes).toBe(after(frames(40, 16.7)).changes)
  })

  it('finds out a faster display, on which a frame of 60 Hz is late', () => {
    expect(after([...frames(40, 6.9), 16.7]).changes).toBeLessThan(after(frames(40, 6.9)).changes)
  })
})
