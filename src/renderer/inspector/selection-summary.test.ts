import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { expect, it } from 'vitest'
import { aChip, anEvent, aSource, named } from '../../testing/builders'
import { memoryBridge, type MemoryBridgeOptions } from '../../testing/memory-bridge'
import { connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import { i18n, speak } from '../language/i18n'
import SelectionSummary from './SelectionSummary.vue'

async function setup(options: MemoryBridgeOptions = {}) {
  const pinia = createPinia()
  setActivePinia(pinia)
  const chips = ['a', 'b', 'c'].map((id) => aChip({ id, name: named(`Chip ${id}`) }))
  const bridge = memoryBridge([aSource(), ...chips, anEvent({ confidence: 'reported' })], options)
  connect(bridge)
  speak('en')
  const documents = useDocumentStore()
  const session = useSessionStore()
  await documents.open()
  session.selectMany(['a', 'b', 'h200-allowed'])
  const summary = mount(SelectionSummary, { global: { plugins: [pinia, i18n] } })
  return { summary, documents, session, bridge }
}

it('says how many are selected, which, and how well they are supported', async () => {
  const { summary } = await setup()
  expect(summary.get('h3').text()).toBe('3 selected')
  expect(summary.findAll('.record').map((row) => row.text())).toEqual(['Chip a', 'Chip b', 'H200 may go to China'])
  expect(summary.get('[data-confidence="confirmed"] .count').text()).toBe('2')
  expect(summary.get('[data-confidence="confirmed"]').attributes('aria-pressed')).toBe('false')
})

it('rates all of them in one step', async () => {
  const { summary, documents } = await setup()
  await summary.get('[data-confidence="claimed"]').trigger('click')
  await flushPromises()
  const rated = [...documents.document.records.values()].filter(
    (one) => 'confidence' in one && one.confidence === 'claimed',
  )
  expect(rated.map(({ id }) => id)).toEqual(['a', 'b', 'h200-allowed'])
  expect(summary.get('[data-confidence="claimed"]').attributes('aria-pressed')).toBe('true')
  await documents.undo()
  expect(documents.document.records.get('a')).toMatchObject({ confidence: 'confirmed' })
})

it('takes one out, goes to one alone, and clears', async () => {
  const { summary, session } = await setup()
  await summary.get('.out').trigger('click')
  expect([...session.selection]).toEqual(['b', 'h200-allowed'])
  await summary.get('.record').trigger('click')
  expect([...session.selection]).toEqual(['b'])
  session.selectMany(['a', 'b'])
  await summary.get('header button').trigger('click')
  expect(session.selection.size).toBe(0)
})

it('asks for all of them to be deleted', async () => {
  const { summary } = await setup()
  await summary.get('[data-testid="delete-selection"]').trigger('click')
  expect(summary.emitted('delete')).toHaveLength(1)
})

it('offers no change where nothing may be edited', async () => {
  const { summary } = await setup({ readOnly: true })
  expect(summary.findAll('.confidence[disabled]').length).toBe(5)
  expect(summary.text()).not.toContain('Drag any of them')
  expect(summary.find('[data-testid="delete-selection"]').exists()).toBe(false)
})
