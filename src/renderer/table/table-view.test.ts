import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aChip, anOrganisation, aSource, named } from '../../testing/builders'
import { memoryBridge } from '../../testing/memory-bridge'
import { connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import { i18n, speak } from '../language/i18n'
import TableView from './TableView.vue'

let unmount = (): void => undefined
beforeEach(() => {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = vi.fn()
      disconnect = vi.fn()
    },
  )
})
afterEach(() => {
  unmount()
  vi.unstubAllGlobals()
})

async function setup() {
  const pinia = createPinia()
  setActivePinia(pinia)
  connect(
    memoryBridge([
      aSource(),
      anOrganisation(),
      aChip({ announced: '2024' }),
      aChip({ id: 'h20', name: named('H20'), announced: '2023-11' }),
    ]),
  )
  speak('en')
  const documents = useDocumentStore()
  await documents.open()
  const session = useSessionStore()
  session.select('h200')
  const open = async () => {
    const view = mount(TableView, {
      props: { all: new Set(['h200', 'h20']), shown: new Set(['h200', 'h20']), wide: false },
      global: { plugins: [pinia, i18n] },
      attachTo: document.body,
    })
    unmount = () => {
      view.unmount()
    }
    await flushPromises()
    return view
  }
  const view = await open()
  const headings = (): string[] =>
    [...document.querySelectorAll<HTMLElement>('[data-heading]')].map(({ dataset }) => dataset['heading'] ?? '')
  const column = (id: string): string[] =>
    [...document.querySelectorAll(`[data-column="${id}"]`)].map(({ textContent }) => textContent.trim())
  const key = async (name: string, held: object = {}): Promise<void> => {
    await view.get('[role="grid"]').trigger('keydown', { key: name, ...held })
    await flushPromises()
  }
  const pointer = async (target: EventTarget, type: string, clientX: number): Promise<void> => {
    target.dispatchEvent(new MouseEvent(type, { bubbles: true, button: 0, clientX }))
    await flushPromises()
  }
  return { view, open, session, documents, headings, column, key, pointer }
}

describe('the table', () => {
  it('keeps the order, widths and sorting of its columns in the settings, by type', async () => {
    const { view, open, session, headings, column, key, pointer } = await setup()
    const first = headings()
    await view.get('[data-heading="announced"]').trigger('click')
    expect(column('announced')).toEqual(['2023-11', '2024'])

    // By keys on a heading.
    await key('ArrowUp')
    await key('ArrowUp')
    await key('ArrowRight', { altKey: true })
    expect(headings().slice(0, 2)).toEqual([first[1], first[0]])
    await key('ArrowRight', { altKey: true, shiftKey: true })

    // By the mouse.
    const edge = view.get('[data-edge="announced"]').element
    await pointer(edge, 'pointerdown', 500)
    await pointer(window, 'pointermove', 560)
    await pointer(window, 'pointerup', 560)
    expect(session.tables['chip']?.columns).toEqual(
      expect.arrayContaining([
        { id: 'name.en', widthPx: 276 },
        { id: 'announced', widthPx: 190 },
      ]),
    )
    expect(session.tables['chip']?.sorting).toEqual({ column: 'announced', descending: false })

    unmount()
    await open()
    expect(headings().slice(0, 2)).toEqual([first[1], first[0]])
    expect(column('announced')).toEqual(['2023-11', '2024'])
    expect(Object.keys(session.tables)).toEqual(['chip'])
  })

  it('moves a heading that is dragged, not one that is given up, and does not sort for it', async () => {
    const { view, session, headings, pointer } = await setup()
    const [first, second] = headings()
    const heading = view.get(`[data-heading="${first ?? ''}"]`).element
    await pointer(heading, 'pointerdown', 10)
    await pointer(window, 'pointermove', 400)
    window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }))
    await pointer(window, 'pointerup', 400)
    expect(headings()[0]).toBe(first)
    await pointer(heading, 'pointerdown', 10)
    await pointer(window, 'pointermove', 400)
    await pointer(window, 'pointerup', 400)
    await pointer(heading, 'click', 400)
    expect(headings()[0]).toBe(second)
    expect(session.tables['chip']?.sorting).toBeNull()
  })

  it('shows at the cell why a reference or a date is refused', async () => {
    const { view, documents, key } = await setup()
    const type = async (text: string): Promise<string> => {
      await key('F2')
      await view.get('.editor input').setValue(text)
      await view.get('.editor input').trigger('keydown', { key: 'Enter' })
      await flushPromises()
      return view.find('.editor [role="alert"]').text()
    }
    await key('End')
    await key('Home')
    for (let press = 0; press < 1; press++) await key('ArrowRight')
    expect(await type('Nobody')).toContain('No single record')
    await view.get('.editor input').trigger('keydown', { key: 'Escape' })
    const at = [...document.querySelectorAll('[data-heading]')].findIndex(
      (heading) => (heading as HTMLElement).dataset['heading'] === 'announced',
    )
    await key('Home')
    for (let press = 0; press < at; press++) await key('ArrowRight')
    expect(await type('8/12/2025')).toContain('Choose one')
    expect(documents.document.records.get('h200')).toMatchObject({ announced: '2024' })
  })
})
