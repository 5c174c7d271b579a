import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NO_FILTERS } from '../../domain/model/view'
import { aChip, anEvent, anOrganisation } from '../../testing/builders'
import { memoryBridge, type MemoryBridge, type MemoryBridgeOptions } from '../../testing/memory-bridge'
import { client, connect } from './client'
import { useDocumentStore } from './document-store'
import { useSessionStore } from './session-store'

describe('session store', () => {
  let bridge: MemoryBridge
  async function open(options: MemoryBridgeOptions = {}) {
    bridge = memoryBridge([anOrganisation(), aChip(), anEvent()], options)
    connect(bridge)
    const session = useSessionStore()
    await session.load(client().call('settings:read', {}))
    await useDocumentStore().open()
    return session
  }
  const written = (): unknown[] =>
    bridge.calls.filter(({ channel }) => channel === 'settings:write').map(({ input }) => input)
  beforeEach(() => {
    setActivePinia(createPinia())
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('starts as the first paint did, until the settings are read', () => {
    document.documentElement.dataset['theme'] = 'dark'
    document.documentElement.lang = 'zh-Hant'
    connect(memoryBridge([]))
    const session = useSessionStore()
    expect([session.theme, session.locale]).toEqual(['dark', 'zh-Hant'])
  })

  it('takes what was remembered', async () => {
    const session = await open({ settings: { grouping: 'vendor', theme: 'dark', locale: 'zh-Hant' } })
    expect([session.grouping, session.theme, session.locale]).toEqual(['vendor', 'dark', 'zh-Hant'])
  })

  it('opens the details for what is selected, and leaves them open for the next', async () => {
    const session = await open()
    expect(session.inspectorOpen).toBe(false)
    session.select('h200')
    expect(session.inspectorOpen).toBe(true)
    session.select(null)
    expect(session.inspectorOpen).toBe(true)
  })

  it('adds to the selection and takes out of it, the details staying with one of it', async () => {
    const session = await open()
    session.select('h200')
    session.toggle('h200-allowed')
    expect([session.selected, [...session.selection]]).toEqual(['h200', ['h200', 'h200-allowed']])
    session.toggle('h200')
    expect([session.selected, [...session.selection]]).toEqual(['h200-allowed', ['h200-allowed']])
    session.selectMany(['nvidia', 'h200', 'h200-allowed', 'gone'])
    expect([session.selected, [...session.selection]]).toEqual(['h200-allowed', ['h200-allowed', 'nvidia', 'h200']])
    session.select('h200')
    expect([...session.selection]).toEqual(['h200'])
    session.selectMany([])
    expect([session.selected, session.selection.size]).toEqual([null, 0])
  })

  it('follows the system where the user chose to', async () => {
    const session = await open()
    expect(session.theme).toBe('light')
    session.setSystemTheme('dark')
    expect(session.theme).toBe('dark')
    session.themeChoice = 'light'
    expect(session.theme).toBe('light')
  })

  it('writes several changes in one call, after a pause', async () => {
    const session = await open()
    session.grouping = 'kind'
    session.filters = { ...NO_FILTERS, kinds: ['chip'] }
    session.grouping = 'vendor'
    expect(written()).toEqual([])
    await vi.advanceTimersByTimeAsync(1000)
    expect(written()).toEqual([{ grouping: 'vendor', filters: { ...NO_FILTERS, kinds: ['chip'] } }])
    expect(bridge.settings()).toMatchObject({ grouping: 'vendor', theme: 'system' })
  })

  it('writes at once when the window closes, and not again', async () => {
    const session = await open()
    session.collapsed = ['vendor:nvidia']
    session.flush()
    await vi.advanceTimersByTimeAsync(1000)
    expect(written()).toEqual([{ collapsed: ['vendor:nvidia'] }])
  })

  it('goes back and forward through what was selected', async () => {
    const session = await open()
    for (const record of ['nvidia', 'h200', 'h200-allowed']) session.select(record)
    session.back()
    session.back()
    expect([session.selected, session.canGoBack, session.canGoForward]).toEqual(['nvidia', false, true])
    session.forward()
    expect(session.selected).toBe('h200')
    session.select('nvidia')
    expect(session.canGoForward).toBe(false)
  })

  it('passes over records that are gone', async () => {
    const session = await open()
    for (const record of ['nvidia', 'gone', 'h200']) session.select(record)
    session.back()
    expect(session.selected).toBe('nvidia')
  })
})
