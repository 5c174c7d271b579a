import { mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { describe, expect, it } from 'vitest'
import { filterChoices } from '../../domain/layout/filter-choices'
import { timelineItems } from '../../domain/layout/timeline-items'
import { NO_FILTERS } from '../../domain/model/view'
import { aChip, anEvent, anOrganisation } from '../../testing/builders'
import { memoryBridge } from '../../testing/memory-bridge'
import { connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import { i18n, speak } from '../language/i18n'
import FiltersPanel from './FiltersPanel.vue'

const VENDORS = Array.from({ length: 10 }, (_, i) =>
  anOrganisation({
    id: `v-${String(i)}`,
    name: { en: `Vendor ${String(i)}`, 'zh-Hant': `廠商${String(i)}` },
    aliases: [`alias${String(i)}`],
  }),
)

describe('filters panel', () => {
  async function setup() {
    const pinia = createPinia()
    setActivePinia(pinia)
    const chips = VENDORS.map(({ id }, i) => aChip({ id: `c-${String(i)}`, vendor: id }))
    connect(memoryBridge([...VENDORS, ...chips, anEvent({ chips: ['c-0'], jurisdictions: ['CN', 'US'] })]))
    const documents = useDocumentStore()
    await documents.open()
    speak('en')
    const session = useSessionStore()
    const items = timelineItems(documents.document)
    const panel = mount(FiltersPanel, {
      props: { choices: filterChoices(items), shownCount: items.length, allCount: items.length },
      global: { plugins: [pinia, i18n] },
    })
    const row = (value: string) => panel.get(`[role="checkbox"][data-value="${value}"]`)
    return { panel, session, row }
  }

  it('offers what occurs, with how often', async () => {
    const { panel, row } = await setup()
    expect(row('chip').text()).toBe('Chips10')
    expect(row('v-0').text()).toBe('Vendor 02')
    expect(panel.find('[data-value="roadmap"]').exists()).toBe(false)
  })

  it('chooses, adds and takes back', async () => {
    const { session, row } = await setup()
    await row('chip').trigger('click')
    await row('policy').trigger('click')
    await row('CN').trigger('click')
    expect(session.filters).toEqual({ ...NO_FILTERS, kinds: ['chip', 'policy'], jurisdictions: ['CN'] })
    expect(row('chip').attributes('aria-checked')).toBe('true')
    await row('chip').trigger('click')
    expect(session.filters.kinds).toEqual(['policy'])
  })

  it('clears one group, or all', async () => {
    const { panel, session, row } = await setup()
    expect(panel.find('[data-testid="clear-filters"]').exists()).toBe(false)
    await row('chip').trigger('click')
    await row('v-3').trigger('click')
    await panel.get('[aria-label="Clear Kind"]').trigger('click')
    expect(session.filters).toEqual({ ...NO_FILTERS, vendors: ['v-3'] })
    await panel.get('[data-testid="clear-filters"]').trigger('click')
    expect(session.filters).toEqual(NO_FILTERS)
  })

  it('finds a vendor by a name in either language or an alias', async () => {
    const { panel } = await setup()
    for (const typed of ['廠商7', 'VENDOR 7', 'alias7']) {
      await panel.get('input').setValue(typed)
      expect(panel.findAll('[data-value^="v-"]').map((found) => found.attributes('data-value'))).toEqual(['v-7'])
    }
  })

  it('still shows a chosen value that nothing has any more, so that it can be taken back', async () => {
    const { panel, session } = await setup()
    session.filters = { ...NO_FILTERS, vendors: ['v-gone'] }
    await nextTick()
    expect(panel.get('[data-value="v-gone"]').text()).toBe('v-gone0')
  })
})
