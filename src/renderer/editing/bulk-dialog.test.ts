import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import { aChip, aLink, anArchitecture, anEvent, anOrganisation, aRule, aSource, named } from '../../testing/builders'
import { memoryBridge } from '../../testing/memory-bridge'
import { connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { i18n, speak } from '../language/i18n'
import { foundValues, sharedFields } from './bulk-fields'
import { useEditingStore } from './editing-store'
import EditingDialogs from './EditingDialogs.vue'

const CHIPS = [
  aChip({ announced: '2023-11-13', sources: ['a-source'] }),
  aChip({ id: 'h20', name: named('H20'), announced: '2024', sources: [], confidence: 'reported' }),
]
const OTHER = aSource({ id: 'other', title: 'Another source' })

describe('fields that records share', () => {
  const keys = (...types: Parameters<typeof sharedFields>[0][number][]) => sharedFields(types).map(({ key }) => key)

  it('are those of every type, without what makes a record itself', () => {
    expect(keys('chip')).toEqual([
      ...['vendor', 'architecture', 'variantOf', 'announced', 'available', 'withdrawn', 'confidence', 'sources'],
    ])
    expect(keys('chip', 'event')).toEqual(['confidence', 'sources'])
    // An event and a link each have a kind, of other words.
    expect(keys('event', 'link')).not.toContain('kind')
    expect(keys('source', 'view')).toEqual([])
    expect(keys()).toEqual([])
  })

  it('come with the values that are found, the most frequent first, and of lists with their members', () => {
    const [confidence] = sharedFields(['chip']).filter(({ key }) => key === 'confidence')
    const [sources] = sharedFields(['chip']).filter(({ key }) => key === 'sources')
    if (confidence === undefined || sources === undefined) throw new Error('no such field')
    const three = [...CHIPS, aChip({ id: 'third', confidence: 'reported', sources: ['a-source', 'other'] })]
    expect(foundValues(three, confidence)).toEqual([
      { value: 'reported', count: 2 },
      { value: 'confirmed', count: 1 },
    ])
    expect(foundValues(three, sources)).toEqual([
      { value: 'a-source', count: 2 },
      { value: 'other', count: 1 },
    ])
  })
})

let unmount = (): void => undefined
async function setup(records: readonly string[], locale: 'en' | 'zh-Hant' = 'en') {
  const pinia = createPinia()
  setActivePinia(pinia)
  connect(memoryBridge([aSource(), OTHER, anOrganisation(), anArchitecture(), ...CHIPS, anEvent(), aRule(), aLink()]))
  const documents = useDocumentStore()
  await documents.open()
  speak(locale)
  const editing = useEditingStore()
  const dialogs = mount(EditingDialogs, { global: { plugins: [pinia, i18n] }, attachTo: document.body })
  unmount = () => {
    dialogs.unmount()
  }
  editing.editMany(records)
  await flushPromises()
  const at = (key: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(`[data-bulk="${key}"]`)
    if (found === null) throw new Error(`no field ${key}`)
    return found
  }
  async function type(key: string, text: string): Promise<void> {
    const input = at(key).querySelector('input')
    if (input === null) throw new Error(`no input in ${key}`)
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await flushPromises()
  }
  async function click(element: Element | null): Promise<void> {
    if (!(element instanceof HTMLElement)) throw new Error('nothing to click')
    element.click()
    await flushPromises()
  }
  const save = () => document.querySelector<HTMLButtonElement>('[data-testid="save-bulk"]')
  const record = (id: string) => documents.document.records.get(id)
  return { documents, editing, at, type, click, save, record }
}
afterEach(() => {
  unmount()
})

describe('the form of several records', () => {
  it('says where they differ, sets what is typed on all of them in one step, and leaves the rest', async () => {
    const { documents, editing, at, type, click, save, record } = await setup(['h200', 'h20'])
    expect(at('announced').textContent).toContain('Several values')
    expect(at('vendor').textContent).toContain('The same in all')
    expect(save()?.disabled).toBe(true)

    await type('announced', 'Q1 2024')
    await click(save())
    expect(editing.request).toBeNull()
    expect(record('h200')).toMatchObject({ announced: '2024-33', confidence: 'confirmed', sources: ['a-source'] })
    expect(record('h20')).toMatchObject({ announced: '2024-33', confidence: 'reported', sources: [] })
    expect(documents.history.undo).toMatchObject({ action: 'bulk-edit', subject: { en: 'H200 and 1 more' } })
    await documents.undo()
    expect(record('h20')).toMatchObject({ announced: '2024' })
  })

  it('takes a source out of all, and leaves it after all', async () => {
    const { at, click, save, record } = await setup(['h200', 'h20', 'h200-allowed'])
    await click(at('sources').querySelector('[data-member="a-source"]'))
    expect(at('sources').querySelector('[aria-pressed="true"]')).not.toBeNull()
    await click(at('sources').querySelector('.leave'))
    expect(save()?.disabled).toBe(true)
    await click(at('sources').querySelector('[data-member="a-source"]'))
    await click(save())
    for (const id of ['h200', 'h20', 'h200-allowed']) expect(record(id)).toMatchObject({ sources: [] })
  })

  it('saves nothing while one of them cannot take it, and says which', async () => {
    const { at, type, save } = await setup(['h200', 'h20'], 'zh-Hant')
    await type('announced', '8/12/2025')
    expect(save()?.disabled).toBe(true)
    expect(at('announced').querySelector('[role="alert"]')?.textContent).toContain('請選擇其一')
    await type('announced', '')
    // An optional date is taken away by an empty field.
    expect(save()?.disabled).toBe(false)
  })

  it('has nothing to offer for records that share no field', async () => {
    await setup(['a-source', 'nvidia'])
    expect(document.querySelector('[data-testid="bulk-form"]')?.textContent).toContain('no field in common')
  })
})
