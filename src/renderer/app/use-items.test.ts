import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import { NO_FILTERS } from '../../domain/model/view'
import { anEvent } from '../../testing/builders'
import { eventually } from '../../testing/eventually'
import { memoryBridge } from '../../testing/memory-bridge'
import { connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import type { TimelineHandle } from './timeline-handle'
import { useItems } from './use-items'

/** More than come in one answer. */
const MANY = Array.from({ length: 12_000 }, (_, at) =>
  anEvent({ id: `event-${String(at)}`, kind: at % 3 === 0 ? 'market' : 'policy' }),
)

describe('the items of a large workspace', () => {
  beforeEach(() => {
    setActivePinia(createPinia())
    vi.stubGlobal('requestIdleCallback', (work: (deadline: object) => void) =>
      setTimeout(() => {
        work({ timeRemaining: () => 5 })
      }),
    )
    vi.stubGlobal('cancelIdleCallback', clearTimeout)
  })
  afterEach(() => {
    vi.unstubAllGlobals()
  })

  it.each([
    ['all', NO_FILTERS, MANY.length],
    ['those that pass the filters', { ...NO_FILTERS, kinds: ['market' as const] }, MANY.length / 3],
  ])('are made ready as the very list that is shown: %s', async (_name, filters, count) => {
    connect(memoryBridge(MANY))
    const documents = useDocumentStore()
    useSessionStore().filters = filters
    const readied: (readonly TimelineItem[])[] = []
    const timeline = {
      *readying(_document: object, items: readonly TimelineItem[]) {
        readied.push(items)
        yield
      },
    } as Partial<TimelineHandle> as TimelineHandle
    const scope = effectScope()
    const items = scope.run(() => useItems(() => timeline))
    await documents.open()
    expect(items?.shown.value.length).toBeLessThan(count)
    await eventually(() => {
      expect(documents.arrival).toBe(null)
    })
    expect(items?.shown.value.length).toBe(count)
    expect(items?.shown.value).toBe(readied.at(-1))
    scope.stop()
  })
})
