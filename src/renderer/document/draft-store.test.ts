import { flushPromises } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { memoryBridge, type MemoryBridge } from '../../testing/memory-bridge'
import { connect } from './client'
import { useDraftStore } from './draft-store'
import { useDraft } from './use-draft'

let bridge: MemoryBridge
const kept = () => {
  const reply = bridge.store.drafts()
  return reply.ok ? reply.value.map(({ key, body }) => [key, body]) : []
}

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  bridge = memoryBridge([])
  connect(bridge)
})
afterEach(() => {
  vi.useRealTimers()
})

describe('unsaved text', () => {
  it('is written while it is typed without a pause', async () => {
    const drafts = useDraftStore()
    let typed = ''
    for (let key = 0; key < 30; key += 1) {
      typed += 'x'
      drafts.write('create:event#1', typed)
      await vi.advanceTimersByTimeAsync(50)
      const onDisk = kept()[0]?.[1] ?? ''
      // Ten keys are half a second.
      expect(typed.length - onDisk.length).toBeLessThan(10)
    }
  })

  it('is written at once when the window closes, and not again after it was dropped', async () => {
    const drafts = useDraftStore()
    drafts.write('a#1', 'one')
    drafts.flush()
    await flushPromises()
    expect(kept()).toEqual([['a#1', 'one']])
    drafts.write('a#1', 'two')
    drafts.drop('a#1')
    await vi.advanceTimersByTimeAsync(5_000)
    expect(kept()).toEqual([])
  })

  it('of an earlier session is offered in its place, and stays until the new one is on the disk', async () => {
    bridge.store.writeDraft({ key: 'edit:chip:h200#old', body: 'from before' })
    bridge.store.writeDraft({ key: 'create:event#old', body: 'another' })
    const drafts = useDraftStore()
    await drafts.load()
    const typed = shallowRef<string | null>(null)
    const scope = effectScope()
    const form = scope.run(() =>
      useDraft({ place: 'edit:chip:h200', body: () => typed.value, restore: (body) => ((typed.value = body), true) }),
    )
    const offered = form?.offered.value ?? null
    if (form === undefined || offered === null) throw new Error('nothing is offered')
    expect(offered).toMatchObject({ key: 'edit:chip:h200#old', body: 'from before' })
    form.putBack(offered)
    await flushPromises()
    expect(bridge.calls.map(({ channel }) => channel)).toEqual(['drafts:list', 'drafts:write', 'drafts:drop'])
    expect(
      kept()
        .map(([, body]) => body)
        .sort(),
    ).toEqual(['another', 'from before'])
    expect(form.offered.value).toBeNull()
    typed.value = null
    await flushPromises()
    expect(kept()).toEqual([['create:event#old', 'another']])
    scope.stop()
  })

  it('that no longer fits is left where it is', async () => {
    bridge.store.writeDraft({ key: 'a#old', body: 'of a later form' })
    const drafts = useDraftStore()
    await drafts.load()
    const scope = effectScope()
    const form = scope.run(() => useDraft({ place: 'a', body: () => null, restore: () => false }))
    const offered = form?.offered.value ?? null
    if (form === undefined || offered === null) throw new Error('nothing is offered')
    form.putBack(offered)
    await flushPromises()
    expect(kept()).toEqual([['a#old', 'of a later form']])
    form.throwAway(offered)
    await flushPromises()
    expect(kept()).toEqual([])
    scope.stop()
  })
})
