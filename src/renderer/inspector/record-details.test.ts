import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import type { TapelineRecord } from '../../domain/model/record'
import { aChip, anEvent, anOrganisation, aRule, aSource, aScenario } from '../../testing/builders'
import { memoryBridge, type MemoryBridgeOptions } from '../../testing/memory-bridge'
import { connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { i18n, speak } from '../language/i18n'
import RecordDetails from './RecordDetails.vue'

const CHIP = aChip({
  name: { en: 'H200', 'zh-Hant': '輝達 H200' },
  available: '2024-34',
  specs: [
    { metric: 'memory-capacity', value: 144, sources: [], confidence: 'unverified' },
    {
      metric: 'memory-capacity',
      value: 141,
      sources: ['a-source'],
      confidence: 'confirmed',
      preferred: true,
      reason: { en: 'Usable part.', 'zh-Hant': '可用部分。' },
    },
  ],
  disagreements: [{ field: 'available', value: '2024-11-18', sources: ['a-source'], confidence: 'reported' }],
})

const RULE = aRule({
  provisions: [
    {
      id: 'p-1',
      reference: '3A090.a',
      words: { en: 'Fast chips.', 'zh-Hant': '快的晶片。' },
      when: { any: [{ metric: 'tpp', operator: '>=', limit: 4800, unit: 'TPP' }] },
      destinations: ['CN', 'group D:5'],
      outcome: { step: 'presumption-of-denial', conditions: [] },
      sources: [],
    },
  ],
})

async function setup(record: TapelineRecord, options: MemoryBridgeOptions = {}, locale: 'en' | 'zh-Hant' = 'en') {
  const pinia = createPinia()
  setActivePinia(pinia)
  const bridge = memoryBridge([aSource(), anOrganisation(), record], options)
  connect(bridge)
  const documents = useDocumentStore()
  await documents.open()
  speak(locale)
  const current = (): TapelineRecord => documents.document.records.get(record.id) ?? record
  const details = mount(RecordDetails, {
    props: { record },
    global: { plugins: [pinia, i18n] },
    attachTo: document.body,
  })
  const refresh = async (): Promise<void> => {
    await flushPromises()
    await details.setProps({ record: current() })
  }
  return { details, bridge, documents, current, refresh }
}
type Details = Awaited<ReturnType<typeof setup>>['details']
const dateField = (details: Details, field: string) => details.get(`[data-field="${field}"]`)

describe('details of a record', () => {
  it('name it in the language of the window first, in the other below', async () => {
    const { details } = await setup(CHIP, {}, 'zh-Hant')
    const names = details.findAll('[data-testid^="name-"]')
    expect(names.map((name) => name.text())).toEqual(['輝達 H200', 'H200'])
  })

  it('list what a scenario assumes, in the language of the window', async () => {
    const scenario = aScenario({
      assumptions: [
        { kind: 'suspend', rule: 'rule-2022' },
        { kind: 'outcome', rule: 'rule-2022', provision: 'p', step: 'prohibited' },
      ],
    })
    const { details } = await setup(scenario, {}, 'zh-Hant')
    const lines = details.findAll('[data-testid="assumptions"] p').map((line) => line.text())
    expect(lines).toEqual(['暫停實施', 'p：禁止'])
    const none = await setup(aScenario({ assumptions: [] }))
    expect(none.details.text()).toContain('Nothing is assumed.')
  })

  it('give each date in words and as typed, and say which are not stated', async () => {
    const { details } = await setup(CHIP)
    expect(dateField(details, 'available').text()).toContain('second quarter of 2024')
    expect(dateField(details, 'available').text()).toContain('2024-34')
    expect(dateField(details, 'withdrawn').text()).toContain('Not stated')
  })

  it('show the preferred figure first, with its reason, and mark the unverified one', async () => {
    const { details } = await setup(CHIP)
    const rows = details.findAll('table tr').map((row) => row.text().replaceAll('\u00a0', ' '))
    expect(rows[0]).toMatch(/^Memory.*141 GB.*\[1\].*Usable part\.$/)
    expect(rows[1]).toMatch(/^144 GB.*Unverified$/)
  })

  it('say what other sources say, in words', async () => {
    const { details } = await setup(CHIP)
    const other = details.get('[aria-label="Other sources say"]')
    expect(other.text()).toContain('18 November 2024')
  })

  it('lead to linked records', async () => {
    const { details } = await setup(CHIP)
    await details.get('.jump[data-record="nvidia"]').trigger('click')
    expect(details.emitted('go')).toEqual([['nvidia']])
  })

  it('ask main to open a source, by its address', async () => {
    const { details, bridge } = await setup(aSource({ id: 's', url: 'https://example.org/a' }))
    await details.get('[aria-label="Open in the browser"]').trigger('click')
    expect(bridge.calls.at(-1)).toEqual({ channel: 'link:open', input: { url: 'https://example.org/a' } })
  })

  it('show the limits of a rule as numbers with signs', async () => {
    const { details } = await setup(RULE)
    const provisions = details.get('[aria-label="Provisions"]').text()
    for (const part of ['3A090.a', 'TPP ≥ 4,800', 'Presumption of denial', 'China, group D:5'])
      expect(provisions).toContain(part)
  })
})

describe('editing in place', () => {
  async function beginName(details: Details) {
    await details.get('[data-testid="name-en"]').trigger('click')
    return details.get<HTMLTextAreaElement>('header textarea')
  }

  it('renames with Enter', async () => {
    const { details, current, refresh } = await setup(CHIP)
    const field = await beginName(details)
    await field.setValue('H200\nSXM')
    await field.trigger('keydown', { key: 'Enter' })
    await refresh()
    expect(current()).toMatchObject({ name: { en: 'H200 SXM', 'zh-Hant': '輝達 H200' } })
    expect(details.get('[data-testid="name-en"]').text()).toBe('H200 SXM')
  })

  it('leaves Enter to an input method that is composing', async () => {
    const { details, bridge } = await setup(CHIP)
    const field = await beginName(details)
    await field.setValue('ㄏㄨㄟ')
    await field.trigger('keydown', { key: 'Enter', isComposing: true })
    await field.trigger('keydown', { key: 'Enter', keyCode: 229 })
    await flushPromises()
    expect(bridge.calls.some(({ channel }) => channel === 'workspace:commit')).toBe(false)
  })

  it('gives up with Escape', async () => {
    const { details, current } = await setup(CHIP)
    const field = await beginName(details)
    await field.setValue('Something else')
    await field.trigger('keydown', { key: 'Escape' })
    await flushPromises()
    expect(current()).toEqual(CHIP)
    expect(details.find('header textarea').exists()).toBe(false)
  })

  it('keeps what was typed when the disk refuses, and saves it the next time', async () => {
    const { details, bridge, current, refresh } = await setup(CHIP)
    bridge.refuseNext('workspace:commit', 'storage')
    const field = await beginName(details)
    await field.setValue('Not lost')
    await field.trigger('keydown', { key: 'Enter' })
    await refresh()
    expect(details.get('[role="alert"]').text()).toContain('The disk refused the write')
    expect(field.element.value).toBe('Not lost')
    await field.trigger('keydown', { key: 'Enter' })
    await refresh()
    expect(current()).toMatchObject({ name: { en: 'Not lost' } })
  })

  it('takes a date as people write it and keeps EDTF; refuses what is no date', async () => {
    const { details, current, refresh } = await setup(CHIP)
    await dateField(details, 'withdrawn').get('button').trigger('click')
    const field = dateField(details, 'withdrawn').get('input')
    await field.setValue('Q1 2026')
    expect(dateField(details, 'withdrawn').text()).toContain('first quarter of 2026')
    await field.trigger('keydown', { key: 'Enter' })
    await refresh()
    expect(current()).toMatchObject({ withdrawn: '2026-33' })

    await dateField(details, 'withdrawn').get('button').trigger('click')
    const again = dateField(details, 'withdrawn').get<HTMLInputElement>('input')
    await again.setValue('soon')
    await again.trigger('blur')
    await refresh()
    expect(dateField(details, 'withdrawn').get('[role="alert"]').text()).toContain('Not a date')
    expect(again.element.value).toBe('soon')
    expect(current()).toMatchObject({ withdrawn: '2026-33' })
  })

  it('takes another limit where it stands, as one step, and keeps what is no number', async () => {
    const { details, documents, current, refresh } = await setup(RULE)
    const limit = () => details.get('.leaf input')
    await details.get('[data-testid="limit"]').trigger('click')
    expect(limit().attributes('aria-label')).toBe('TPP, limit (TPP)')
    await limit().setValue('fast')
    await limit().trigger('keydown', { key: 'Enter' })
    expect(details.get('.leaf [role="alert"]').text()).toContain('Write a number')
    expect(current()).toEqual(RULE)
    await limit().setValue('6,000')
    await limit().trigger('keydown', { key: 'Enter' })
    await refresh()
    expect(details.get('.leaf').text()).toContain('TPP ≥ 6,000')
    expect(current()).toMatchObject({ provisions: [{ when: { any: [{ limit: 6000, unit: 'TPP' }] } }] })
    await documents.undo()
    expect(current()).toEqual(RULE)
  })

  it('clears a date that may be missing, but not the date of an event', async () => {
    const { details, current, refresh } = await setup(CHIP)
    await dateField(details, 'available').get('button').trigger('click')
    await dateField(details, 'available').get('input').setValue('')
    await dateField(details, 'available').get('input').trigger('keydown', { key: 'Enter' })
    await refresh()
    expect(current()).not.toHaveProperty('available')

    const event = await setup(anEvent())
    await dateField(event.details, 'date').get('button').trigger('click')
    await dateField(event.details, 'date').get('input').setValue(' ')
    await dateField(event.details, 'date').get('input').trigger('keydown', { key: 'Enter' })
    await flushPromises()
    expect(event.details.get('[role="alert"]').text()).toBe('An event needs a date.')
    expect(event.current()).toMatchObject({ date: '2025-12-08' })
  })

  it('offers no editing in a read-only workspace', async () => {
    const { details } = await setup(CHIP, { readOnly: true })
    expect(details.find('[data-testid="name-en"]').exists()).toBe(false)
    expect(dateField(details, 'available').find('button').exists()).toBe(false)
    const { details: rule } = await setup(RULE, { readOnly: true })
    expect(rule.get('[aria-label="Provisions"]').find('button').exists()).toBe(false)
  })
})
