import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deleteRecords } from '../../domain/change/delete-records'
import { aChip, anOrganisation, aSource, named } from '../../testing/builders'
import { eventually } from '../../testing/eventually'
import { memoryBridge } from '../../testing/memory-bridge'
import { connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import { i18n, speak } from '../language/i18n'
import ConsolePanel from './ConsolePanel.vue'
import { useConsoleStore } from './console-store'

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
  const bridge = memoryBridge([aSource(), anOrganisation(), aChip(), aChip({ id: 'h20', name: named('H20') })])
  connect(bridge)
  speak('en')
  await useDocumentStore().open()
  const open = async () => {
    const view = mount(ConsolePanel, {
      props: { wide: false },
      global: { plugins: [pinia, i18n] },
      attachTo: document.body,
    })
    unmount = () => {
      view.unmount()
    }
    await flushPromises()
    return view
  }
  const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="console-${id}"]`)
  const run = async (sql: string): Promise<string> => {
    useConsoleStore().text = sql
    await flushPromises()
    find('editor')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', ctrlKey: true }))
    await eventually(() => {
      expect(find('outcome')?.textContent).not.toBe('Running…')
    })
    await flushPromises()
    return find('outcome')?.textContent ?? ''
  }
  const row = (index: number) => document.querySelector<HTMLElement>(`[data-index="${String(index)}"]`)
  const press = async (index: number, held: MouseEventInit = {}): Promise<void> => {
    row(index)?.firstElementChild?.dispatchEvent(new MouseEvent('mousedown', { bubbles: true, ...held }))
    await flushPromises()
  }
  return { view: await open(), open, find, run, row, press, bridge }
}

describe('the console', () => {
  it('runs with Ctrl+Enter and shows rows, NULL apart', async () => {
    const { run, row } = await setup()
    expect(await run('SELECT id, available, 1.5 AS x FROM chips ORDER BY id')).toMatch(/^2 rows · /)
    const cells = [...(row(0)?.children ?? [])]
    expect(cells.map(({ textContent }) => textContent.trim())).toEqual(['h20', 'NULL', '1.5'])
    expect(cells.map(({ className }) => className.replace('cell', '').trim())).toEqual(['record', 'null', 'number'])
  })

  it('selects the record of a row, and several with Shift and Ctrl', async () => {
    const { view, run, press } = await setup()
    await run('SELECT name, id FROM chips UNION ALL SELECT name, id FROM organisations ORDER BY id')
    await press(0)
    expect(view.emitted('select')).toEqual([['h20']])
    await press(2, { shiftKey: true })
    expect(useSessionStore().selection).toEqual(new Set(['h20', 'h200', 'nvidia']))
    await press(1, { ctrlKey: true })
    expect(useSessionStore().selection).toEqual(new Set(['h20', 'nvidia']))
  })

  it('tells why there is no result', async () => {
    const { run, bridge } = await setup()
    expect(await run('SELECT *\nFORM chips')).toBe('SQL error · near "FORM": syntax error · line 2, column 1')
    expect(await run('DELETE FROM chips')).toMatch(/^The console only reads/)
    expect(await run('SELECT 1; SELECT 2')).toMatch(/^Only one statement/)
    bridge.refuseNext('console:run', 'internal')
    expect(await run('SELECT 1')).toMatch(/refused: internal/)
    expect(await run('SELECT 1 WHERE 0')).toMatch(/^0 rows/)
  })

  it('keeps the last queries, each once, and the statement while it is closed', async () => {
    const { run, open, find } = await setup()
    for (const sql of ['SELECT 1', 'SELECT 2', 'SELECT 1']) await run(sql)
    expect(useConsoleStore().recent).toEqual(['SELECT 1', 'SELECT 2'])
    unmount()
    await open()
    expect((find('editor') as HTMLTextAreaElement | null)?.value).toBe('SELECT 1')
    expect(find('result')).not.toBe(null)
  })

  it('shows how many rows the tables have', async () => {
    await setup()
    expect(document.querySelector('[data-table="chips"] .count')?.textContent.trim()).toBe('2')
  })

  it('reckons an edit into the rows of the tables, and asks for nothing', async () => {
    const { bridge } = await setup()
    const asked = bridge.calls.length
    await useDocumentStore().dispatch((before) => deleteRecords(before, ['h20']))
    await flushPromises()
    expect(document.querySelector('[data-table="chips"] .count')?.textContent.trim()).toBe('1')
    expect(bridge.calls.slice(asked).map(({ channel }) => channel)).toEqual(['workspace:commit'])
  })

  it('has columns that keys make wider, and reaches one edge by Tab', async () => {
    const { run, find } = await setup()
    await run('SELECT id, name FROM chips')
    const edges = () => [...document.querySelectorAll<HTMLElement>('[data-edge]')]
    const widths = () => find('result')?.style.getPropertyValue('--columns').split(' ').map(parseFloat)
    const key = async (at: number, name: string) => {
      edges()[at]?.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }))
      await flushPromises()
    }
    const [first, second] = widths() ?? []
    expect(edges().map(({ tabIndex }) => tabIndex)).toEqual([0, -1])
    await key(0, 'ArrowDown')
    expect([edges().map(({ tabIndex }) => tabIndex), document.activeElement]).toEqual([[-1, 0], edges()[1]])
    await key(1, 'ArrowRight')
    expect(widths()).toEqual([first, (second ?? 0) + 24])
    await run('SELECT id, name FROM chips ORDER BY name')
    expect(widths()).toEqual([first, (second ?? 0) + 24])
    await key(1, 'Delete')
    expect(widths()).toEqual([first, second])
    await key(0, 'ArrowLeft')
    await run('SELECT id, id AS other FROM chips')
    expect(widths()).toEqual([40, first])
  })
})
