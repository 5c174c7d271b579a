import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it } from 'vitest'
import { defineComponent } from 'vue'
import { recordsOfType } from '../../domain/model/document'
import type { Assumption } from '../../domain/model/scenario'
import { memoryBridge } from '../../testing/memory-bridge'
import { smallLaw } from '../../testing/small-law'
import { connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { i18n, speak } from '../language/i18n'
import { useControlsStore } from './controls-store'
import { useKeptScenarios } from './use-kept-scenarios'

const SUSPENDED: Assumption[] = [{ kind: 'suspend', rule: 'law' }]
const LATER: Assumption[] = [{ kind: 'effective', rule: 'law', date: '2027' }]

async function setup() {
  const pinia = createPinia()
  setActivePinia(pinia)
  const bridge = memoryBridge(smallLaw())
  connect(bridge)
  const documents = useDocumentStore()
  await documents.open()
  speak('en')
  let actions: ReturnType<typeof useKeptScenarios> | undefined
  const Host = defineComponent({
    setup() {
      actions = useKeptScenarios()
      return () => null
    },
  })
  mount(Host, { global: { plugins: [pinia, i18n] } })
  if (actions === undefined) throw new Error('not mounted')
  const names = () => recordsOfType(documents.document, 'scenario').map(({ name }) => name.en)
  return { actions, asked: useControlsStore(), documents, bridge, names }
}

describe('kept scenarios', () => {
  it('are records that are kept, chosen, changed, renamed and deleted, and touch no rule', async () => {
    const { actions, asked, documents, names } = await setup()
    const law = documents.document.records.get('law')
    asked.assume(SUSPENDED)
    expect(await actions.keep('No law')).toBeNull()
    expect([names(), asked.kept?.name.en, asked.changed, asked.hypothetical]).toEqual([
      ['No law'],
      'No law',
      false,
      true,
    ])

    asked.assume(LATER)
    expect([asked.changed, asked.kept?.assumptions]).toEqual([true, SUSPENDED])
    await actions.update(asked.kept?.id ?? '')
    expect([asked.changed, asked.kept?.assumptions]).toEqual([false, LATER])

    await actions.rename(asked.kept?.id ?? '', 'Later')
    expect(names()).toEqual(['Later'])
    asked.choose(null)
    expect([asked.assumptions, asked.hypothetical]).toEqual([[], false])
    asked.choose('scenario-no-law')
    expect([asked.assumptions, asked.hypothetical]).toEqual([LATER, true])

    await actions.remove('scenario-no-law')
    expect([names(), asked.kept, asked.hypothetical]).toEqual([[], null, false])
    await documents.undo()
    expect(names()).toEqual(['Later'])
    expect(documents.document.records.get('law')).toBe(law)
  })

  it('leave what was assumed when an undo takes the record away', async () => {
    const { actions, asked, documents } = await setup()
    asked.assume(SUSPENDED)
    await actions.keep('No law')
    await documents.undo()
    expect([asked.kept, asked.assumptions, asked.hypothetical]).toEqual([null, SUSPENDED, true])
  })

  it('follow the record while nothing else is assumed', async () => {
    const { actions, asked, documents } = await setup()
    asked.assume(SUSPENDED)
    await actions.keep('No law')
    asked.assume(LATER)
    await actions.update('scenario-no-law')
    await documents.undo()
    expect([asked.changed, asked.assumptions]).toEqual([false, SUSPENDED])
  })

  it('say why one was not kept, and go on assuming', async () => {
    const { actions, asked, bridge, names } = await setup()
    asked.assume(SUSPENDED)
    bridge.refuseNext('workspace:commit', 'storage')
    expect(await actions.keep('No law')).not.toBeNull()
    await flushPromises()
    expect([names(), asked.kept, asked.hypothetical]).toEqual([[], null, true])
  })
})
