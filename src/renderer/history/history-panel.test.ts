import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { redate, rename } from '../../domain/change/commands'
import { aChip, anEvent, anOrganisation, aSource } from '../../testing/builders'
import { memoryBridge } from '../../testing/memory-bridge'
import { connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { i18n, speak } from '../language/i18n'
import HistoryPanel from './HistoryPanel.vue'
import { pathWords } from '../ui/field-words'
import { valueWords } from '../ui/value-words'

beforeAll(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe = (): void => undefined
      disconnect = (): void => undefined
    },
  )
})

async function setup(locale: 'en' | 'zh-Hant' = 'en') {
  const pinia = createPinia()
  setActivePinia(pinia)
  const chip = aChip()
  const bridge = memoryBridge([aSource(), anOrganisation(), chip, anEvent()])
  connect(bridge)
  const documents = useDocumentStore()
  await documents.open()
  speak(locale)
  const panel = mount(HistoryPanel, { global: { plugins: [pinia, i18n] }, attachTo: document.body })
  await flushPromises()
  const rows = () => panel.findAll('[data-testid="history-step"]')
  return { chip, bridge, documents, panel, rows }
}

describe('the history panel', () => {
  it('follows every edit, greys what is undone and marks the present', async () => {
    const { chip, documents, panel, rows } = await setup()
    expect(panel.text()).toContain('No edits yet')
    await documents.dispatch((document) => rename(document, { id: chip.id, locale: 'en', text: 'New' }))
    await documents.dispatch((document) => redate(document, { id: chip.id, field: 'announced', text: '2030' }))
    await flushPromises()
    expect(rows().map((row) => row.text())).toEqual([
      expect.stringContaining('New date of New'),
      expect.stringContaining(`Rename of ${chip.name.en}`),
    ])
    await documents.undo()
    await flushPromises()
    expect(rows()[0]?.classes()).toContain('undone')
    expect(rows()[1]?.attributes('aria-current')).toBe('step')
  })

  it('opens a step field by field and brings the record back', async () => {
    const { chip, documents, panel, rows } = await setup('zh-Hant')
    await documents.dispatch((document) => rename(document, { id: chip.id, locale: 'en', text: 'New' }))
    await flushPromises()
    await rows()[0]?.get('button').trigger('click')
    await flushPromises()
    expect(panel.get('del').text()).toContain(chip.name.en)
    expect(panel.get('ins').text()).toContain('New')
    await panel.get('[data-testid="restore-before"]').trigger('click')
    await flushPromises()
    expect(documents.document.records.get(chip.id)).toEqual(chip)
    expect(rows()[0]?.text()).toContain('還原「')
  })

  it('says so when the log cannot be read', async () => {
    const { chip, bridge, documents, panel } = await setup()
    bridge.refuseNext('history:page', 'corrupt')
    await documents.dispatch((document) => rename(document, { id: chip.id, locale: 'en', text: 'New' }))
    await flushPromises()
    expect(panel.get('[role="alert"]').text()).toContain('could not be read')
  })
})

describe('words for values', () => {
  it('name fields, spec values, references and dates as the details do', async () => {
    const { documents } = await setup()
    const t = (path: string, values = {}) => i18n.global.t(path, values)
    const speaker = { t, locale: 'en' as const, document: documents.document }
    const memory = { metric: 'memory-capacity' as const, value: 141, sources: [], confidence: 'confirmed' as const }
    const [from, to] = [aChip({ specs: [] }), aChip({ specs: [memory] })]
    expect(pathWords(['specs', { fromAt: null, toAt: 0 }], { from, to }, t)).toBe('Specs › Memory')
    expect(valueWords(memory, 'specs', speaker)).toBe('141\u00a0GB; Confidence: Confirmed')
    expect(valueWords('2024-34', 'available', speaker)).toBe('Second quarter of 2024')
    expect(valueWords(anOrganisation().id, 'vendor', speaker)).toBe(anOrganisation().name.en)
    expect(valueWords(undefined, 'vendor', speaker)).toBe('Not stated')
    const assumed = [
      { kind: 'copy', rule: 'gone', copy: 'c' },
      { kind: 'effective', rule: 'c', date: '2027' },
    ]
    expect(valueWords(assumed, 'assumptions', speaker)).toBe('gone: a copy is added; Copy of gone: in force: 2027')
    expect(valueWords({ kind: 'suspend', rule: 'gone' }, 'assumptions', speaker)).toBe('gone: suspended')
    expect(valueWords('suspend', 'kind', speaker)).toBe('Suspend the rule')
    expect(valueWords({ en: 'a', 'zh-Hant': '甲' }, 'summary', { ...speaker, locale: 'zh-Hant' })).toBe('甲')
  })
})
