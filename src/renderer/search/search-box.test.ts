import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import { rename } from '../../domain/change/commands'
import type { TapelineRecord } from '../../domain/model/record'
import { aChip, anEvent, anOrganisation, aSource, named } from '../../testing/builders'
import { memoryBridge } from '../../testing/memory-bridge'
import { connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { i18n, speak } from '../language/i18n'
import { useSearchStore } from './search-store'
import SearchBox from './SearchBox.vue'
import SearchResults from './SearchResults.vue'

async function setup({
  shown = ['h200-allowed', 'h200'],
  more = [],
}: { shown?: string[]; more?: TapelineRecord[] } = {}) {
  const pinia = createPinia()
  setActivePinia(pinia)
  connect(memoryBridge([aSource({ title: 'H200 in the news' }), anOrganisation(), aChip(), anEvent(), ...more]))
  const documents = useDocumentStore()
  await documents.open()
  speak('en')
  const box = mount(SearchBox, {
    props: { onTimeline: new Set(['h200-allowed', 'h200']), shown: new Set(shown), filtered: shown.length < 2 },
    global: { plugins: [pinia, i18n], stubs: { SearchResults: false } },
    attachTo: document.body,
  })
  const type = async (text: string): Promise<void> => {
    await box.get('input').setValue(text)
    await flushPromises()
    await expect.poll(() => box.findComponent(SearchResults).exists() || text === '').toBe(true)
  }
  const press = (key: string, held: object = {}) => box.get('input').trigger('keydown', { key, ...held })
  const rows = (): string[] => box.findAll('[role="option"]').map((row) => row.attributes('id') ?? '')
  return { box, type, press, rows, documents, search: useSearchStore() }
}

describe('search box', () => {
  it('lists hits by type and marks what was found', async () => {
    const { box, type, rows } = await setup()
    await type('h200')
    expect(rows()).toEqual(['hit-h200', 'hit-h200-allowed', 'hit-a-source'])
    expect(box.findAll('h3').map((heading) => heading.text())).toEqual(['Chips', 'Events', 'Sources'])
    expect(box.findAll('mark').map((mark) => mark.text())).toEqual(['H200', 'H200', 'H200'])
  })

  it('finds two Chinese characters in an English window and shows where', async () => {
    const { box, type } = await setup()
    await type('輝達')
    expect(box.get('[role="option"]').text()).toContain('NVIDIA')
    expect(box.get('mark').text()).toBe('輝達')
  })

  it('steps through hits with Enter, back with Shift, and round the end', async () => {
    const { box, type, press } = await setup()
    await type('h200')
    for (let i = 0; i < 4; i++) await press('Enter')
    await press('Enter', { shiftKey: true })
    expect(box.emitted('go')).toEqual([['h200'], ['h200-allowed'], ['a-source'], ['h200'], ['a-source']])
    expect(box.get('.position').text()).toBe('3 of 3')
  })

  it('leaves Enter to an input method', async () => {
    const { box, type, press } = await setup()
    await type('h200')
    await press('Enter', { isComposing: true })
    await press('Enter', { keyCode: 229 })
    expect(box.emitted('go')).toBeUndefined()
  })

  it('says which hits the filters hide, and which have no place on the timeline', async () => {
    const { box, type } = await setup({ shown: ['h200-allowed'] })
    await type('h200')
    const tags = box.findAll('[role="option"]').map((row) => row.text().includes('hidden by filters'))
    expect(tags).toEqual([true, false, false])
    expect(box.text()).toContain('1 hit is hidden by the filters.')
  })

  it('says that nothing was found', async () => {
    const { box, type } = await setup()
    await type('zzz')
    expect(box.text()).toContain('Nothing found for “zzz”')
  })

  it('closes the list with Escape first, and clears with the next', async () => {
    const { box, type, press, search } = await setup()
    await type('h200')
    await press('Escape')
    expect([box.get('#search-results').classes('waiting'), search.query]).toEqual([true, 'h200'])
    await press('Escape')
    expect(search.query).toBe('')
  })

  it('has rows that nobody sees before the first letter', async () => {
    const { box, type, search } = await setup()
    vi.stubGlobal('requestIdleCallback', (work: (deadline: object) => void) => {
      work({ timeRemaining: () => 10 })
    })
    search.prepare()
    await expect.poll(() => box.findAll('[role="option"]').length).toBeGreaterThan(0)
    vi.unstubAllGlobals()
    const list = box.get('#search-results')
    expect(list.classes('waiting')).toBe(true)
    await type('h200')
    expect(list.classes('waiting')).toBe(false)
  })

  it('follows the document', async () => {
    const { type, documents, search } = await setup()
    await type('blackwell')
    expect(search.hits.length).toBe(0)
    await documents.dispatch((document) => rename(document, { id: 'h200', locale: 'en', text: 'Blackwell B200' }))
    await expect.poll(() => [...search.hits.records()]).toEqual(['h200'])
  })

  it('lists the rows up to where one stands, and counts those before and after', async () => {
    const more = Array.from({ length: 99 }, (_, n) =>
      aChip({ id: `chip-${String(n)}`, name: named(`Many ${String(n)}`) }),
    )
    const { box, type, press, rows, search } = await setup({ more })
    await type('many')
    expect(rows().length).toBe(6)
    expect(box.text()).toContain('93 more')
    await press('ArrowUp')
    expect(search.at).toBe(98)
    expect(rows()).toEqual(more.slice(93).map(({ id }) => `hit-${id}`))
    expect(box.text()).toContain('93 further up')
    expect(box.get('[aria-selected="true"]').attributes('id')).toBe('hit-chip-98')
  })

  it('lists more of a type on a press, until another letter is typed', async () => {
    const more = Array.from({ length: 99 }, (_, n) =>
      aChip({ id: `chip-${String(n)}`, name: named(`Many ${String(n)}`) }),
    )
    const { box, type, rows } = await setup({ more })
    await type('man')
    await box.get('button.more').trigger('click')
    expect(rows().length).toBe(56)
    expect(box.get('button.more').text()).toBe('43 more')
    await box.get('button.more').trigger('click')
    expect(rows().length).toBe(99)
    expect(box.find('button.more').exists()).toBe(false)
    await type('many')
    expect(rows().length).toBe(6)
  })

  it('draws the types that the list has room for, and all once one scrolls or steps', async () => {
    const named12 = <T>(make: (n: number) => T): T[] => Array.from({ length: 12 }, (_, n) => make(n))
    const more = [
      ...named12((n) => aChip({ id: `chip-${String(n)}`, name: named(`Many ${String(n)}`) })),
      ...named12((n) => anEvent({ id: `event-${String(n)}`, name: named(`Many ${String(n)}`) })),
      ...named12((n) => anOrganisation({ id: `maker-${String(n)}`, name: named(`Many ${String(n)}`) })),
      ...named12((n) => aSource({ id: `source-${String(n)}`, title: `Many ${String(n)}` })),
    ]
    const { box, type, press } = await setup({ more })
    const types = (): string[] => box.findAll('h3').map((heading) => heading.text())
    await type('many')
    expect(box.get('.position').text()).toBe('48 hits')
    expect(types()).toEqual(['Events', 'Chips', 'Organisations'])
    box.get('.list').element.scrollTop = 40
    await box.get('.list').trigger('scroll')
    expect(types()).toEqual(['Events', 'Chips', 'Organisations', 'Sources'])
    await type('man')
    expect(types()).toEqual(['Events', 'Chips', 'Organisations'])
    expect(box.get('.list').element.scrollTop).toBe(0)
    await press('ArrowUp')
    expect(types()).toEqual(['Events', 'Chips', 'Organisations', 'Sources'])
    expect(box.get('[aria-selected="true"]').attributes('id')).toBe('hit-source-11')
  })

  it('says that it still reads, and then shows all hits', async () => {
    const more = Array.from({ length: 3000 }, (_, n) => aSource({ id: `s-${String(n)}`, title: `Long ${String(n)}` }))
    const { box, type, search, documents } = await setup({ more })
    await type('long')
    expect(box.get('.position').text()).toBe(search.isReady ? '3000 hits' : 'Reading…')
    await expect.poll(() => box.get('.position').text()).toBe('3000 hits')
    await documents.dispatch((document) => rename(document, { id: 'h200', locale: 'en', text: 'So long' }))
    await expect.poll(() => box.get('.position').text()).toBe('3001 hits')
  })
})
