import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { Hovering } from './hovering'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('tells of what the pointer stays on, and at once that it left', () => {
  const told: (string | null)[] = []
  const hovering = new Hovering(260, (record) => told.push(record))
  hovering.over('a')
  vi.advanceTimersByTime(200)
  hovering.over('b')
  vi.advanceTimersByTime(200)
  hovering.over('b')
  expect(told.filter((record) => record !== null)).toEqual([])
  vi.advanceTimersByTime(60)
  expect(told.at(-1)).toBe('b')
  hovering.over(null)
  expect(told.at(-1)).toBeNull()
  vi.advanceTimersByTime(1000)
  expect(told.filter((record) => record !== null)).toEqual(['b'])
})
