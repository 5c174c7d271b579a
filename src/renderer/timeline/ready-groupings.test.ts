import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { lanesOf } from '../../domain/layout/lanes'
import { pointAt } from '../../domain/layout/layout-test-kit'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import { EMPTY_DOCUMENT } from '../../domain/model/document'
import { GROUPINGS } from '../../domain/model/view'
import { ReadyGroupings } from './ready-groupings'

/** How often an item was asked for its kind: to deal it to a lane takes that. */
let looks: number
let items: readonly TimelineItem[]
let ready: ReadyGroupings

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  // happy-dom has no idle time: it comes with the next turn, and there is plenty.
  vi.stubGlobal('requestIdleCallback', (callback: (deadline: { timeRemaining(): number }) => void) =>
    setTimeout(() => {
      callback({ timeRemaining: () => 50 })
    }, 1),
  )
  vi.stubGlobal('cancelIdleCallback', (handle: ReturnType<typeof setTimeout>) => {
    clearTimeout(handle)
  })
  looks = 0
  items = Array.from({ length: 900 }, (_, at) => {
    const item = pointAt(`r${String(at)}`, at)
    return Object.defineProperty({ ...item }, 'kind', {
      enumerable: true,
      get() {
        looks += 1
        return item.kind
      },
    })
  })
  ready = new ReadyGroupings()
})
afterEach(() => {
  ready.dispose()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('has the lanes of every grouping ready two seconds after a change', () => {
  const shown = ready.lanes(EMPTY_DOCUMENT, items, 'story')
  ready.changed(EMPTY_DOCUMENT, items)
  looks = 0
  vi.advanceTimersByTime(1999)
  expect(looks).toBe(0)
  vi.advanceTimersByTime(1000)
  expect(looks).toBeGreaterThan(0)
  looks = 0
  expect(ready.lanes(EMPTY_DOCUMENT, items, 'story')).toBe(shown)
  const lanes = GROUPINGS.map((grouping) => ready.lanes(EMPTY_DOCUMENT, items, grouping))
  expect(looks).toBe(0)
  expect(lanes).toEqual(GROUPINGS.map((grouping) => lanesOf(EMPTY_DOCUMENT, items, grouping)))
})

it('waits anew while the picture moves, and not when all is ready', () => {
  ready.changed(EMPTY_DOCUMENT, items)
  for (let frames = 0; frames < 300; frames += 1) {
    vi.advanceTimersByTime(16)
    ready.moved()
  }
  expect(looks).toBe(0)
  vi.advanceTimersByTime(3000)
  expect(looks).toBeGreaterThan(0)
  ready.moved()
  expect(vi.getTimerCount()).toBe(0)
})

it('makes what was changed last, and nothing once it is disposed of', () => {
  ready.changed(EMPTY_DOCUMENT, items)
  const others = [pointAt('other', 1)]
  ready.changed(EMPTY_DOCUMENT, others)
  vi.advanceTimersByTime(3000)
  expect(looks).toBe(0)
  ready.changed(EMPTY_DOCUMENT, items)
  ready.dispose()
  vi.advanceTimersByTime(3000)
  expect(looks).toBe(0)
})
