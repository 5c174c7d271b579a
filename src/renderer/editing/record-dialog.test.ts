import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import type { RecordOf, TapelineRecord } from '../../domain/model/record'
import { aChip, anAnnotation, anArchitecture, anEvent, anOrganisation, aSource } from '../../testing/builders'
import { memoryBridge } from '../../testing/memory-bridge'
import { connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { useDraftStore } from '../document/draft-store'
import { useSessionStore } from '../document/session-store'
import { i18n, speak } from '../language/i18n'
import { duplicate } from './duplicate'
import EditingDialogs from './EditingDialogs.vue'
import { useEditingStore } from './editing-store'

const CHIP = aChip({
  architecture: 'hopper',
  available: '2024-11-18',
  specs: [
    {
      metric: 'memory-capacity',
      value: 141,
      unit: 'GB',
      sources: ['a-source'],
      confidence: 'confirmed',
      comment: { en: 'x', 'zh-Hant': 'x' },
    },
  ],
  disagreements: [{ field: 'available', value: '2024-11', sources: [], confidence: 'reported' }],
})
const RECORDS = [aSource(), anOrganisation(), anArchitecture(), CHIP, anEvent({ chips: ['h200'] }), anAnnotation()]

let unmount = (): void => undefined
async function setup(locale: 'en' | 'zh-Hant' = 'en') {
  const pinia = createPinia()
  setActivePinia(pinia)
  const bridge = memoryBridge(RECORDS)
  connect(bridge)
  const documents = useDocumentStore()
  await documents.open()
  speak(locale)
  const editing = useEditingStore()
  const dialogs = mount(EditingDialogs, { global: { plugins: [pinia, i18n] }, attachTo: document.body })
  unmount = () => {
    dialogs.unmount()
  }
  const field = (key: string): HTMLInputElement => {
    const found = document.querySelector<HTMLInputElement>(`[data-field="${key}"]`)
    if (found === null) throw new Error(`no field ${key}`)
    return found.matches('input, textarea') ? found : (found.querySelector('input') ?? found)
  }
  async function type(key: string, text: string) {
    const input = field(key)
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await flushPromises()
  }
  async function press(key: string, name: string, held: object = {}) {
    field(key).dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...held }))
    await flushPromises()
  }
  async function click(selector: string) {
    document.querySelector<HTMLElement>(selector)?.click()
    await flushPromises()
  }
  const record = (id: string): TapelineRecord | undefined => documents.document.records.get(id)
  const text = (): string => document.body.textContent
  return { bridge, documents, editing, dialogs, field, type, press, click, record, text }
}

describe('the form of a record', () => {
  afterEach(() => {
    unmount()
    document.body.innerHTML = ''
  })

  it('makes an event from a Chinese date and actors found in Chinese, saved with Ctrl+Enter', async () => {
    const { editing, dialogs, type, press, record, text } = await setup('zh-Hant')
    editing.create('event')
    await flushPromises()
    await type('name.en', 'H20 stopped')
    await type('name.zh-Hant', '停售 H20')
    await type('date', '民國114年12月8日')
    expect(document.querySelector('[data-echo="date"]')?.textContent).toContain('2025年12月8日')
    await type('jurisdictions', 'cn')
    await type('actors', '輝達')
    await press('actors', 'Enter')
    await press('name.en', 'Enter', { ctrlKey: true })
    expect(text()).not.toContain('必填')
    expect(record('h20-stopped')).toMatchObject({
      date: '2025-12-08',
      actors: ['nvidia'],
      jurisdictions: ['CN'],
      confidence: 'reported',
    })
    expect(dialogs.emitted('go')).toEqual([['h20-stopped']])
    expect(editing.request).toBeNull()
  })

  it('says what is wrong while one types, and saves nothing', async () => {
    const { bridge, editing, type, click, text } = await setup()
    editing.create('event')
    await flushPromises()
    expect(text()).not.toContain('Required.')
    await type('date', '2026-02-30')
    expect(text()).toContain('February 2026 has 28 days.')
    await type('date', '8/12/2025')
    expect(text()).toContain('Use 12 August 2025')
    await click('.readings button:last-child')
    expect(document.querySelector('[data-echo="date"]')?.textContent).toContain('8 December 2025')
    await click('[data-testid="save-record"]')
    expect(text()).toContain('Required.')
    expect(text()).toContain('3 fields need your attention.')
    expect(bridge.calls.some(({ channel }) => channel === 'workspace:commit')).toBe(false)
  })

  it('changes a figure and keeps all that it does not show', async () => {
    const { editing, type, press, click, record, documents } = await setup()
    editing.edit('h200')
    await flushPromises()
    await click('[data-part-path="specs[0]"] .toggle')
    await type('specs[0].value', '142')
    await press('specs[0].value', 'Enter', { ctrlKey: true })
    expect(record('h200')).toEqual({ ...CHIP, specs: [{ ...CHIP.specs[0], value: 142 }] })
    await documents.undo()
    expect(record('h200')).toEqual(CHIP)
  })

  it('prefers what another source says, asks for the reason, and takes statements in and out', async () => {
    const { editing, type, click, record, documents, text } = await setup()
    editing.edit('h200')
    await flushPromises()
    await click('[data-part-path="disagreements[0]"] .toggle')
    expect(text()).toContain('This record prefers: 18 Nov 2024')
    await click('[data-testid="prefer-other"]')
    expect(document.querySelector<HTMLInputElement>('[data-field="available"]')?.value).toBe('2024-11')
    expect(document.querySelector('[data-testid="preferred-value"]')?.textContent).toContain('Nov 2024')
    expect(document.activeElement?.getAttribute('data-field')).toBe('disagreements[0].comment.en')
    await click('[data-testid="save-record"]')
    expect(document.activeElement?.getAttribute('data-field')).toBe('disagreements[0].comment.en')
    await type('disagreements[0].comment.en', 'First shipment only.')
    await type('disagreements[0].comment.zh-Hant', '僅指首批出貨。')
    const add = [...document.querySelectorAll('button')].find((each) =>
      each.textContent.includes('another source says'),
    )
    add?.click()
    await flushPromises()
    await type('disagreements[1].value', '2023-13')
    expect(document.querySelector('[data-part-path="disagreements[1]"] [role="alert"]')?.textContent).toMatch(/month/)
    await click('[data-part-path="disagreements[1]"] [data-testid="part-remove"]')
    await click('[data-testid="save-record"]')
    expect(record('h200')).toEqual({
      ...CHIP,
      available: '2024-11',
      disagreements: [
        {
          field: 'available',
          value: '2024-11-18',
          sources: CHIP.sources,
          confidence: CHIP.confidence,
          comment: { en: 'First shipment only.', 'zh-Hant': '僅指首批出貨。' },
        },
      ],
    })
    await documents.undo()
    expect(record('h200')).toEqual(CHIP)
  })

  it('prefers one of several figures alone, with a reason in both languages', async () => {
    const { editing, type, click, record, text } = await setup()
    editing.edit('h200')
    await flushPromises()
    const add = [...document.querySelectorAll('button')].find((each) => each.textContent.includes('Add a spec'))
    add?.click()
    await flushPromises()
    await type('specs[1].value', '144')
    const check = (at: number) => click(`[data-part-path="specs[${at}]"] [role="checkbox"]`)
    await click('[data-part-path="specs[0]"] .toggle')
    await check(1)
    await check(0)
    await click('[data-testid="save-record"]')
    expect(text()).toContain('Required.')
    await type('specs[0].reason.en', 'Data sheet.')
    await type('specs[0].reason.zh-Hant', '規格表。')
    await click('[data-testid="save-record"]')
    const [first, second] = (record('h200') as RecordOf<'chip'>).specs
    expect(first).toEqual({ ...CHIP.specs[0], preferred: true, reason: { en: 'Data sheet.', 'zh-Hant': '規格表。' } })
    expect([second?.value, second?.preferred, second?.reason]).toEqual([144, undefined, undefined])
  })

  it('adds a source in place, in the same step', async () => {
    const { editing, type, press, click, record, documents } = await setup()
    editing.edit('h200-allowed')
    await flushPromises()
    await type('sources', 'A new page')
    await press('sources', 'Enter')
    const form = document.querySelector('[data-testid="new-source"]')
    const [title, publisher] = form?.querySelectorAll('input') ?? []
    expect(title?.value).toBe('A new page')
    if (publisher === undefined) throw new Error('no publisher')
    publisher.value = 'BIS'
    publisher.dispatchEvent(new Event('input', { bubbles: true }))
    publisher.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }))
    await flushPromises()
    expect(record('bis-a-new-page')).toBeUndefined()
    await click('[data-testid="save-record"]')
    expect(record('bis-a-new-page')).toMatchObject({ type: 'source', title: 'A new page', publisher: 'BIS' })
    expect(record('h200-allowed')).toMatchObject({ sources: ['a-source', 'bis-a-new-page'] })
    await documents.undo()
    expect(record('bis-a-new-page')).toBeUndefined()
  })

  it('keeps what is typed until it is saved or thrown away, and puts back only what was typed into', async () => {
    const { bridge, editing, type, press, field, click, documents } = await setup()
    const drafts = useDraftStore()
    const kept = async () => {
      drafts.flush()
      await flushPromises()
      const reply = bridge.store.drafts()
      return reply.ok ? reply.value : []
    }
    editing.edit('h200-allowed')
    await flushPromises()
    expect(await kept()).toEqual([])
    await type('name.en', 'H200 allowed, half')
    await type('sources', 'A new page')
    await press('sources', 'Enter')
    const [source, form] = (await kept()).toSorted((a, b) => (a.key < b.key ? -1 : 1))
    expect(source?.key).toMatch(/^create:source#/)
    expect(source?.body).toContain('A new page')
    expect(form?.key).toMatch(/^edit:event:h200-allowed#/)

    // As after a crash: a new page, and meanwhile another field of the record has changed.
    unmount()
    bridge.store.writeDraft({ key: 'edit:event:h200-allowed#crashed', body: form?.body ?? '' })
    const before = bridge.store.records().records.find(({ id }) => id === 'h200-allowed') as RecordOf<'event'>
    bridge.store.commit({
      label: { action: 'edit', subject: before.name },
      edits: { 'h200-allowed': { from: before, to: { ...before, date: '2026-01-15' } } },
    })
    setActivePinia(createPinia())
    await useDocumentStore().open()
    await useDraftStore().load()
    useEditingStore().edit('h200-allowed')
    const again = mount(EditingDialogs, { global: { plugins: [i18n] }, attachTo: document.body })
    unmount = () => {
      again.unmount()
    }
    await flushPromises()
    expect(field('name.en').value).not.toBe('H200 allowed, half')
    await click('[data-testid="draft-put-back"]')
    expect(field('name.en').value).toBe('H200 allowed, half')
    expect(field('date').value).toBe('2026-01-15')
    await click('[data-testid="save-record"]')
    await flushPromises()
    expect(bridge.store.records().records.find(({ id }) => id === 'h200-allowed')).toMatchObject({
      name: { en: 'H200 allowed, half' },
      date: '2026-01-15',
    })
    expect(await kept()).toEqual([])
    expect(documents.status).toBe('ready')
  })

  it('asks before it throws away what was typed, and only then', async () => {
    const { editing, type, click, text } = await setup()
    const escape = async () => {
      document
        .querySelector('[role="dialog"]')
        ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
      await flushPromises()
    }
    editing.edit('h200')
    await flushPromises()
    await escape()
    expect(editing.request).toBeNull()
    editing.edit('h200')
    await flushPromises()
    await type('name.en', 'H200 SXM')
    await escape()
    expect(text()).toContain('Discard what you typed?')
    expect(editing.request).not.toBeNull()
    await escape()
    expect(text()).not.toContain('Discard what you typed?')
    expect(editing.request).not.toBeNull()
    await escape()
    await click('[role="alertdialog"] button:last-child')
    expect(editing.request).toBeNull()
  })

  it('stays open with what was typed when the disk refuses', async () => {
    const { bridge, editing, type, click, field, text } = await setup()
    editing.edit('h200')
    await flushPromises()
    await type('name.en', 'H200 SXM')
    bridge.refuseNext('workspace:commit', 'storage')
    await click('[data-testid="save-record"]')
    expect(text()).toContain('The disk refused the write')
    expect(field('name.en').value).toBe('H200 SXM')
  })

  it('opens for every type, new', async () => {
    const { editing, text } = await setup()
    for (const type of [
      'event',
      'chip',
      'architecture',
      'rule',
      'organisation',
      'source',
      'link',
      'annotation',
      'view',
      'scenario',
    ] as const) {
      editing.create(type)
      await flushPromises()
      expect(document.querySelector('[data-testid="record-form"]')).not.toBeNull()
      expect(text()).not.toMatch(/editing\.|\[object/)
      editing.close()
      await flushPromises()
    }
  })
})

describe('deleting and duplicating', () => {
  afterEach(() => {
    unmount()
    document.body.innerHTML = ''
  })

  it('says what else changes, does it in one step and lets go of the selection', async () => {
    const { editing, click, record, documents, text } = await setup()
    useSessionStore().select('h200')
    editing.askDelete(['h200'])
    await flushPromises()
    expect(text()).toContain('Delete H200?')
    expect(text()).toMatch(
      /Deleted with it.*Shipped in the second quarter.*References dropped in.*H200 may go to China/s,
    )
    await click('[data-testid="confirm-delete"]')
    expect([record('h200'), record('note-h200')]).toEqual([undefined, undefined])
    expect(record('h200-allowed')).toMatchObject({ chips: [] })
    expect(useSessionStore().selected).toBeNull()
    await documents.undo()
    expect(record('h200')).toEqual(CHIP)
  })

  it('names what cannot do without it, and offers no deletion', async () => {
    const { editing, text } = await setup()
    editing.askDelete(['nvidia'])
    await flushPromises()
    expect(text()).toMatch(/cannot do without it.*Hopper.*H200/s)
    expect(document.querySelector('[data-testid="confirm-delete"]')).toBeNull()
  })

  it('makes a copy', async () => {
    const { record } = await setup()
    expect(await duplicate('h200')).toBe('h200-copy')
    expect(record('h200-copy')).toMatchObject({ name: { en: 'H200 (copy)' }, specs: CHIP.specs })
    expect(await duplicate('none')).toBeNull()
  })
})
