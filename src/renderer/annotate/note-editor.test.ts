import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noteOn } from '../../domain/change/commands'
import { aChip, anOrganisation } from '../../testing/builders'
import { memoryBridge } from '../../testing/memory-bridge'
import { connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { i18n, speak } from '../language/i18n'
import NoteEditor from './NoteEditor.vue'

describe('note editor', () => {
  beforeEach(() => {
    vi.useFakeTimers()
    speak('en')
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  async function setup() {
    const pinia = createPinia()
    setActivePinia(pinia)
    const bridge = memoryBridge([anOrganisation(), aChip()])
    connect(bridge)
    const documents = useDocumentStore()
    await documents.open()
    const open = () => mount(NoteEditor, { props: { record: 'h200' }, global: { plugins: [pinia, i18n] } })
    const note = (): string | undefined => noteOn(documents.document, 'h200')?.text
    const commits = (): number => bridge.calls.filter(({ channel }) => channel === 'workspace:commit').length
    const pause = async (): Promise<void> => {
      await vi.advanceTimersByTimeAsync(1000)
      await flushPromises()
    }
    return { bridge, documents, open, note, commits, pause }
  }

  it('saves on a pause, and a note written in several goes is one step', async () => {
    const { documents, open, note, pause } = await setup()
    const area = open().get('textarea')
    await area.setValue('Check')
    expect(note()).toBeUndefined()
    await pause()
    expect(note()).toBe('Check')
    await area.setValue('Check the tariff')
    await pause()
    await documents.undo()
    expect(note()).toBeUndefined()
    await flushPromises()
    expect(area.element.value).toBe('')
  })

  it('saves when the field is left, and only what is new', async () => {
    const { open, note, commits } = await setup()
    const area = open().get('textarea')
    await area.setValue('Now')
    await area.trigger('blur')
    await flushPromises()
    expect([note(), commits()]).toEqual(['Now', 1])
    await area.trigger('blur')
    await flushPromises()
    expect(commits()).toBe(1)
  })

  it('waits for an input method to finish', async () => {
    const { open, note, pause } = await setup()
    const area = open().get('textarea')
    await area.trigger('compositionstart')
    await area.setValue('ㄍㄨㄢ')
    await pause()
    expect(note()).toBeUndefined()
    await area.setValue('關稅')
    await area.trigger('compositionend')
    await pause()
    expect(note()).toBe('關稅')
  })

  it('saves what is unsaved when another record is shown', async () => {
    const { open, note } = await setup()
    const editor = open()
    await editor.get('textarea').setValue('Left in haste')
    editor.unmount()
    await flushPromises()
    expect(note()).toBe('Left in haste')
  })

  it('keeps what the disk refused, even after looking elsewhere', async () => {
    const { bridge, open, note, pause } = await setup()
    bridge.refuseNext('workspace:commit', 'storage')
    const editor = open()
    await editor.get('textarea').setValue('Not lost')
    await pause()
    expect(editor.get('[role="alert"]').text()).toContain('The disk refused the write')
    bridge.refuseNext('workspace:commit', 'storage')
    editor.unmount()
    await flushPromises()
    expect(note()).toBeUndefined()
    const again = open().get('textarea')
    expect(again.element.value).toBe('Not lost')
    await again.trigger('blur')
    await flushPromises()
    expect(note()).toBe('Not lost')
  })

  it('removes the note when its text is removed', async () => {
    const { open, note } = await setup()
    const area = open().get('textarea')
    await area.setValue('Gone soon')
    await area.trigger('blur')
    await flushPromises()
    await area.setValue('  ')
    await area.trigger('blur')
    await flushPromises()
    expect(note()).toBeUndefined()
  })

  it('reads once it is left, and is edited again with Enter', async () => {
    const { open } = await setup()
    const editor = open()
    await editor.get('textarea').setValue('Read **me**')
    await editor.get('textarea').trigger('blur')
    await flushPromises()
    expect(editor.find('textarea').exists()).toBe(false)
    await editor.get('[data-testid="note-view"]').trigger('keydown', { key: 'Enter' })
    expect(editor.get('textarea').element.value).toBe('Read **me**')
  })

  it('leaves Enter to an input method while records are offered, then takes one by mouse', async () => {
    const { open } = await setup()
    const editor = open()
    const area = editor.get('textarea')
    await area.setValue('See [[輝')
    area.element.setSelectionRange(7, 7)
    await area.trigger('click')
    expect(editor.findAll('[role="option"]').map((option) => option.attributes('data-record'))).toEqual(['nvidia'])
    await area.trigger('keydown', { key: 'Enter', keyCode: 229 })
    expect(area.element.value).toBe('See [[輝')
    await editor.get('[role="option"]').trigger('pointerdown')
    expect(area.element.value).toBe('See [[NVIDIA]]')
    expect(editor.find('[role="option"]').exists()).toBe(false)
  })
})
