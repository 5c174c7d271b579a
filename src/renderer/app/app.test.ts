import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { rename } from '../../domain/change/commands'
import type { TapelineRecord } from '../../domain/model/record'
import { aChip, anArchitecture, anEvent, anOrganisation, aSource } from '../../testing/builders'
import { eventually } from '../../testing/eventually'
import { memoryBridge, type MemoryBridgeOptions } from '../../testing/memory-bridge'
import { client, connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { useEditingStore } from '../editing/editing-store'
import { useSessionStore } from '../document/session-store'
import { i18n, speak } from '../language/i18n'
import TimelineView from '../timeline/TimelineView.vue'
import App from './App.vue'

vi.mock('../ui/chinese-font', () => ({
  loadChineseFont: () => Promise.resolve(),
  warmChineseFont: () => Promise.resolve(),
}))

const timeline = {
  fitAll: vi.fn(),
  fitItems: vi.fn(),
  show: vi.fn(),
  reveal: vi.fn(),
  zoomBy: vi.fn(),
  panBy: vi.fn(),
  goTo: vi.fn(),
  currentWindow: () => ({ startDay: 19_000, endDay: 20_000 }),
  areaWidthPx: () => 800,
  focus: vi.fn(),
}
const FakeTimeline = defineComponent({
  name: 'TimelineView',
  inheritAttrs: false,
  props: { items: { type: Array, required: true } },
  emits: ['select', 'toggle', 'selectMany', 'create', 'open', 'usable', 'update:collapsed'],
  setup: (_props, { expose }) => {
    expose(timeline)
    return () => h('section', { 'data-testid': 'timeline' })
  },
})

const RECORDS = [aSource(), anOrganisation(), anArchitecture(), aChip(), anEvent()]

async function setup(options: MemoryBridgeOptions = {}, records: readonly TapelineRecord[] = RECORDS) {
  const pinia = createPinia()
  setActivePinia(pinia)
  const bridge = memoryBridge([...records], options)
  connect(bridge)
  speak('en')
  vi.stubGlobal('requestIdleCallback', vi.fn())
  const session = useSessionStore()
  const documents = useDocumentStore()
  const app = mount(App, {
    global: { plugins: [pinia, i18n], stubs: { TimelineView: FakeTimeline } },
    attachTo: document.body,
  })
  await session.load(client().call('settings:read', {}))
  await documents.open()
  await flushPromises()
  const key = (name: string, held: object = {}): void => {
    window.dispatchEvent(new KeyboardEvent('keydown', { key: name, cancelable: true, ...held }))
  }
  const calls = (channel: string): unknown[] =>
    bridge.calls.filter((call) => call.channel === channel).map(({ input }) => input)
  return { app, bridge, session, documents, key, calls, view: () => app.findComponent(FakeTimeline) }
}

describe('the window', () => {
  let open: Awaited<ReturnType<typeof setup>>['app'] | undefined
  afterEach(() => {
    open?.unmount()
    vi.unstubAllGlobals()
    vi.clearAllMocks()
  })
  async function window_(options: MemoryBridgeOptions = {}, records = RECORDS) {
    const all = await setup(options, records)
    open = all.app
    return all
  }

  it('stands in for the real timeline by name only', () => {
    expect(TimelineView.__name).toBe(FakeTimeline.name)
  })

  it('tells main once the timeline is usable', async () => {
    const { view, calls } = await window_()
    expect(calls('app:usable')).toEqual([])
    view().vm.$emit('usable')
    expect(calls('app:usable')).toEqual([{}])
  })

  it('says in an empty workspace that metric lanes have nothing to show yet', async () => {
    const { app, key } = await window_({}, [])
    expect(app.text()).not.toContain('There is nothing with a figure')
    key('l')
    await flushPromises()
    expect(app.find('.no-lanes').text()).toContain('There is nothing with a figure in this workspace yet.')
    key('l')
    await flushPromises()
    expect(app.find('.no-lanes').exists()).toBe(false)
  })

  it('moves the timeline by keys', async () => {
    const { key } = await window_()
    key('+')
    key('-')
    key('ArrowRight')
    key('0')
    key('t')
    expect(timeline.zoomBy.mock.calls).toEqual([[1.5], [1 / 1.5]])
    expect(timeline.panBy.mock.calls).toEqual([[0.2]])
    expect(timeline.fitAll).toHaveBeenCalledOnce()
    expect(timeline.goTo).toHaveBeenCalledOnce()
  })

  it('does what the menu says', async () => {
    const { bridge, session } = await window_()
    bridge.tell('menu:command', { command: 'zoom-in' })
    bridge.tell('menu:command', { command: 'toggle-filters' })
    expect(timeline.zoomBy).toHaveBeenCalledWith(1.5)
    expect(session.filtersOpen).toBe(true)
  })

  it('leaves a key to whoever has used it already', async () => {
    await window_()
    const event = new KeyboardEvent('keydown', { key: '+', cancelable: true })
    event.preventDefault()
    window.dispatchEvent(event)
    expect(timeline.zoomBy).not.toHaveBeenCalled()
  })

  it('leaves letters to the lists that find an entry by them, and nothing but those to a closed one', async () => {
    await window_()
    document.body.insertAdjacentHTML(
      'beforeend',
      '<button class="look" role="combobox"></button><ul class="look" role="listbox"><li role="option"></li></ul>',
    )
    const press = (selector: string, key: string, held: object = {}): void => {
      const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })
      document.querySelector(selector)?.dispatchEvent(event)
    }
    press('.look[role="combobox"]', 't')
    press('.look [role="option"]', 't')
    press('.look [role="option"]', '0', { ctrlKey: true })
    expect(timeline.goTo).not.toHaveBeenCalled()
    expect(timeline.fitAll).not.toHaveBeenCalled()
    press('.look[role="combobox"]', '0', { ctrlKey: true })
    expect(timeline.fitAll).toHaveBeenCalledOnce()
    document.querySelectorAll('.look').forEach((element) => element.remove())
  })

  it('gives main the view that is on screen to draw', async () => {
    const { session, key, calls, app } = await window_()
    session.grouping = 'vendor'
    key('s', { ctrlKey: true })
    await flushPromises()
    expect(calls('figure:save')).toMatchObject([
      {
        format: 'png',
        spec: {
          window: { startDay: 19_000, endDay: 20_000 },
          grouping: 'vendor',
          settings: { language: 'en', theme: 'light', dpi: 192, typePt: 9, paper: { height: 'auto', unit: 'px' } },
        },
      },
    ])
    expect(app.text()).toContain('/home/analyst/view.png')
  })

  it('opens the editor of figures over the view, keeps keys from the timeline meanwhile, and closes with Escape', async () => {
    const { app, key, calls } = await window_()
    key('e', { ctrlKey: true })
    await eventually(() => {
      expect(app.find('[data-testid="figure-editor"]').exists()).toBe(true)
    })
    await eventually(() => {
      expect(calls('figure:preview')).toMatchObject([{ spec: { window: { startDay: 19_000, endDay: 20_000 } } }])
    })
    expect(app.get('.shell').attributes('inert')).toBeDefined()
    key('+')
    expect(timeline.zoomBy).not.toHaveBeenCalled()
    await app.get('[data-testid="figure-editor"]').trigger('keydown', { key: 'Escape' })
    expect(app.find('[data-testid="figure-editor"]').exists()).toBe(false)
    key('+')
    expect(timeline.zoomBy).toHaveBeenCalledOnce()
  })

  it('leaves the editor of figures for what the menu says about the timeline, and not for undo', async () => {
    const { app, bridge, key } = await window_()
    key('e', { ctrlKey: true })
    await eventually(() => {
      expect(app.find('[data-testid="figure-editor"]').exists()).toBe(true)
    })
    bridge.tell('menu:command', { command: 'undo' })
    await flushPromises()
    expect(app.find('[data-testid="figure-editor"]').exists()).toBe(true)
    bridge.tell('menu:command', { command: 'zoom-in' })
    await flushPromises()
    expect(app.find('[data-testid="figure-editor"]').exists()).toBe(false)
    expect(timeline.zoomBy).toHaveBeenCalledOnce()
  })

  it('says why no image could be made', async () => {
    const { key, bridge, app } = await window_()
    bridge.refuseNext('figure:copy', 'internal')
    key('C', { ctrlKey: true, shiftKey: true })
    await flushPromises()
    expect(app.text()).toContain('The figure could not be copied')
  })

  it('names the step that undo would take, in the language of the window', async () => {
    const { app, documents, key } = await window_({ settings: { locale: 'zh-Hant' } })
    const undo = app.get('[data-testid="undo"]')
    expect(undo.attributes('aria-disabled')).toBe('true')
    await documents.dispatch((document) => rename(document, { id: 'h200', locale: 'en', text: 'H200 NVL' }))
    await flushPromises()
    expect(undo.attributes('aria-label')).toBe('復原：重新命名「H200」')
    key('z', { ctrlKey: true })
    await flushPromises()
    expect(undo.attributes('aria-disabled')).toBe('true')
    expect(app.get('[data-testid="redo"]').attributes('aria-label')).toBe('重做：重新命名「H200」')
  })

  it('shows the record that a step back has changed', async () => {
    const { documents, session, key } = await window_()
    await documents.dispatch((document) => rename(document, { id: 'h200', locale: 'en', text: 'H200 NVL' }))
    key('z', { ctrlKey: true })
    await flushPromises()
    expect(session.selected).toBe('h200')
  })

  it('says so when nothing passes the filters, and how to get everything back', async () => {
    const { app, session, view } = await window_({
      settings: { filters: { kinds: ['report'], vendors: [], jurisdictions: [], confidences: [] } },
    })
    expect(app.get('main').text()).toContain('Nothing passes these filters')
    expect(view().props('items')).toEqual([])
    await app.get('main button').trigger('click')
    expect(session.filters.kinds).toEqual([])
    expect(app.get('main').text()).not.toContain('Nothing passes')
  })

  it('takes the selection of the timeline, and clears it with Escape', async () => {
    const { view, session, key } = await window_()
    view().vm.$emit('select', 'h200')
    expect(session.selected).toBe('h200')
    key('Escape')
    expect(session.selected).toBeNull()
  })

  it('moves what is selected by keys, one step of its precision at a time, as one undo step', async () => {
    const { session, documents, key } = await window_()
    const announced = () => documents.document.records.get('h200')
    key('ArrowRight', { altKey: true })
    session.select('h200')
    for (const name of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowLeft']) key(name, { altKey: true })
    await flushPromises()
    expect(announced()).toMatchObject({ announced: '2023-11-15' })
    expect(timeline.reveal).toHaveBeenCalledWith('h200')
    key('z', { ctrlKey: true })
    await flushPromises()
    expect(announced()).toMatchObject({ announced: '2023-11-13' })
  })

  it('says why an end cannot be moved that has no date, and moves nothing where nothing may be edited', async () => {
    const { app, session, key, calls } = await window_()
    session.select('hopper')
    key('ArrowRight', { altKey: true, shiftKey: true })
    await flushPromises()
    expect(app.text()).toContain('There is no date at that end to move.')
    expect(calls('workspace:commit')).toEqual([])
    app.unmount()
    const locked = await window_({ readOnly: true })
    locked.session.select('h200')
    locked.key('ArrowRight', { altKey: true })
    await flushPromises()
    expect(locked.calls('workspace:commit')).toEqual([])
  })

  it('selects all that is shown, and keeps several selected through a step back', async () => {
    const { session, documents, key, view } = await window_()
    key('a', { ctrlKey: true })
    expect([...session.selection].sort()).toEqual(['h200', 'h200-allowed', 'hopper'])
    key('ArrowRight', { altKey: true })
    await flushPromises()
    expect(documents.history.undo?.action).toBe('move')
    expect(documents.history.undo?.subject.en).toMatch(/ and 2 more$/)
    key('z', { ctrlKey: true })
    await flushPromises()
    expect(session.selection.size).toBe(3)
    view().vm.$emit('toggle', 'hopper')
    expect(session.selection.size).toBe(2)
  })

  it('says which of several could not be moved, once for a row of steps', async () => {
    const { app, session, documents, key } = await window_()
    session.selectMany(['h200', 'nvidia'])
    key('ArrowRight', { altKey: true })
    await flushPromises()
    expect(documents.history.undo).toMatchObject({ action: 'move', subject: { en: 'H200' } })
    expect(app.text()).toContain('1 record stayed where it was')
    expect(app.text()).toContain('NVIDIA. Their dates')
    key('ArrowRight', { altKey: true })
    await flushPromises()
    expect(app.text().split('stayed where it was')).toHaveLength(2)
  })

  it('opens the form of an event where the timeline asks for one, and makes none before it is saved', async () => {
    const { documents, view } = await window_()
    const before = documents.document
    view().vm.$emit('create', 'story:allowed/response', '2026-33')
    const editing = useEditingStore()
    await eventually(() => {
      expect(editing.request).toMatchObject({
        kind: 'create',
        type: 'event',
        preset: { kind: 'response', date: '2026-33', confidence: 'unverified' },
      })
    })
    expect(documents.document).toBe(before)
  })

  it('shows what is wrong with the file, and where it is', async () => {
    const notice = { code: 'damaged', file: '/home/analyst/w.tapeline', detail: 'page 3' } as const
    const { app, bridge } = await window_({ readOnly: true, notices: [notice] })
    const banner = app.get('[role="alert"]')
    expect(banner.text()).toContain('The workspace file is damaged.')
    expect(banner.text()).toContain('/home/analyst/w.tapeline')
    expect(app.get('[data-testid="save-state"]').text()).toBe('Read-only')
    bridge.tell('workspace:problem', { code: 'changed-on-disk', file: '/w', detail: '' })
    await flushPromises()
    expect(app.findAll('[role="alert"]').length).toBe(2)
  })

  it('follows the theme of the system, and speaks to the page', async () => {
    const { bridge } = await window_()
    expect(document.documentElement.dataset['theme']).toBe('light')
    bridge.tell('theme:changed', { systemTheme: 'dark' })
    await flushPromises()
    expect(document.documentElement.dataset['theme']).toBe('dark')
    expect(document.documentElement.lang).toBe('en')
  })
})
