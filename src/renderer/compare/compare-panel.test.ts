import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import { aChip, anOrganisation, aSource, aSpec, named } from '../../testing/builders'
import { memoryBridge } from '../../testing/memory-bridge'
import { client, connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import { i18n, speak } from '../language/i18n'
import ComparePanel from './ComparePanel.vue'

const h100 = aChip({
  id: 'h100',
  name: named('H100'),
  specs: [aSpec('fp8', 1979, { condition: ['dense'] }), aSpec('tdp', 700), aSpec('memory-capacity', 80)],
})
const h200 = aChip({
  id: 'h200',
  name: named('H200'),
  specs: [
    aSpec('fp8', 1979, { condition: ['dense'] }),
    aSpec('fp8', 3958, { sources: ['press'] }),
    aSpec('tdp', 700),
    aSpec('memory-capacity', 141, { reason: named('As the sheet has it.'), preferred: true }),
    aSpec('memory-capacity', 144, { sources: ['press'] }),
  ],
})

async function setup(compared = ['h100', 'h200'], locale: 'en' | 'zh-Hant' = 'en') {
  const pinia = createPinia()
  setActivePinia(pinia)
  const press = aSource({ id: 'press', publisher: 'Press', title: 'Report', access: 'cited' })
  const bridge = memoryBridge([aSource(), press, anOrganisation(), h100, h200])
  connect(bridge)
  speak(locale)
  const [session, documents] = [useSessionStore(), useDocumentStore()]
  await session.load(client().call('settings:read', {}))
  await documents.open()
  session.compared = compared
  const panel = mount(ComparePanel, {
    props: { wide: false },
    global: { plugins: [pinia, i18n] },
    attachTo: document.body,
  })
  await flushPromises()
  const cell = (metric: string, chip: string) => panel.get(`[data-metric="${metric}"] td[data-chip="${chip}"]`)
  const rows = () => panel.findAll('[data-metric]').map((row) => row.attributes('data-metric'))
  return { panel, session, bridge, cell, rows }
}

describe('the comparison', () => {
  let open: Awaited<ReturnType<typeof setup>>['panel'] | undefined
  afterEach(() => {
    open?.unmount()
    speak('en')
  })
  async function opened(...args: Parameters<typeof setup>) {
    const all = await setup(...args)
    open = all.panel
    return all
  }

  it('has what differs first, and says unknown where nothing is known', async () => {
    const { rows, cell, panel } = await opened()
    expect(rows().slice(0, 4)).toEqual(['memory-capacity', 'fp8', 'tdp', 'tpp'])
    expect(cell('fp4', 'h100').text()).toBe('unknown')
    expect(panel.get('[data-likeness="unknown"]').text()).toContain('Not known of any')
  })

  it('gives ratios to the base that one chooses', async () => {
    const { cell, panel } = await opened()
    expect(cell('memory-capacity', 'h200').get('[data-testid="ratio"]').text()).toBe('1.76 × H100')
    await panel.get('th[data-chip="h200"] .compare-base').trigger('click')
    expect(cell('memory-capacity', 'h100').get('[data-testid="ratio"]').text()).toBe('0.567 × H200')
    expect(cell('memory-capacity', 'h200').find('[data-testid="ratio"]').exists()).toBe(false)
  })

  it('has what disagrees beside the preferred value, with its reason, and names what is probably sparse', async () => {
    const { cell } = await opened()
    expect(cell('memory-capacity', 'h200').text()).toContain('As the sheet has it.')
    expect(cell('memory-capacity', 'h200').get('[data-why="other-preferred"]').text()).toContain('144')
    expect(cell('fp8', 'h200').get('[data-why="probably-sparse"]').text()).toMatch(/3,958.*probably sparse/s)
    expect(cell('tpp', 'h200').get('.reckoned').attributes('data-tip')).toBe('FP8 1,979 TFLOPS × 8 = 15,832')
  })

  it('selects a source by its number', async () => {
    const { cell, panel } = await opened()
    await cell('fp8', 'h200').get('[data-source="press"]').trigger('click')
    expect(panel.emitted('select')).toEqual([['press']])
  })

  it('copies what is shown by Ctrl+C', async () => {
    const { bridge, panel } = await opened()
    await panel.get('[data-testid="compare"]').trigger('keydown', { key: 'c', ctrlKey: true })
    await flushPromises()
    const copied = bridge.calls.find(({ channel }) => channel === 'clipboard:copy-table')?.input
    expect(copied).toMatchObject({ text: expect.stringContaining('Memory (GB)\t80\t141\t1.76\n') as string })
  })

  it('remembers which metrics are left out', async () => {
    const { session, rows } = await opened()
    session.compareWithout = ['fp8']
    await flushPromises()
    expect(rows()).not.toContain('fp8')
  })

  it('asks for chips while there are too few, in the language of the window', async () => {
    const { panel } = await opened(['h100'], 'zh-Hant')
    expect(panel.text()).toContain('請選擇二至八款晶片')
    expect(panel.text()).toContain('不詳')
    expect(panel.text()).not.toContain('unknown')
  })
})
