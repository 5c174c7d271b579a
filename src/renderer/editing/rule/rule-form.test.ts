import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { afterEach, describe, expect, it } from 'vitest'
import type { Formula } from '../../../domain/model/formula'
import type { RecordOf, TapelineRecord } from '../../../domain/model/record'
import type { Provision } from '../../../domain/model/rule'
import { eventually } from '../../../testing/eventually'
import { memoryBridge } from '../../../testing/memory-bridge'
import { smallLaw } from '../../../testing/small-law'
import { connect } from '../../document/client'
import { useDocumentStore } from '../../document/document-store'
import { i18n, speak } from '../../language/i18n'
import EditingDialogs from '../EditingDialogs.vue'
import { useEditingStore } from '../editing-store'

let unmount = (): void => undefined
async function setup(locale: 'en' | 'zh-Hant' = 'en', part?: string, law: TapelineRecord[] = smallLaw()) {
  const pinia = createPinia()
  setActivePinia(pinia)
  const bridge = memoryBridge(law)
  connect(bridge)
  const documents = useDocumentStore()
  await documents.open()
  speak(locale)
  useEditingStore().edit('law', part)
  const dialogs = mount(EditingDialogs, { global: { plugins: [pinia, i18n] }, attachTo: document.body })
  unmount = () => {
    dialogs.unmount()
  }
  await flushPromises()
  const find = (selector: string): HTMLElement => {
    const found = document.querySelector<HTMLElement>(selector)
    if (found === null) throw new Error(`nothing at ${selector}`)
    return found
  }
  const field = (key: string): HTMLInputElement => {
    const found = find(`[data-field="${key}"]`)
    return found.matches('input, textarea')
      ? (found as HTMLInputElement)
      : (found.querySelector('input') as HTMLInputElement)
  }
  async function type(key: string, text: string) {
    const input = field(key)
    input.focus()
    input.value = text
    input.dispatchEvent(new Event('input', { bubbles: true }))
    await flushPromises()
  }
  async function press(key: string, held: object = {}) {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held })
    ;(document.activeElement ?? document.body).dispatchEvent(event)
    await flushPromises()
  }
  async function click(selector: string) {
    find(selector).click()
    await flushPromises()
  }
  const card = (at: number): string => `[data-part-path="provisions[${at}]"]`
  const said = (): string => find('[data-testid="paragraph-said"]').textContent
  const rule = () => documents.document.records.get('law') as RecordOf<'rule'>
  /** The limits as they stand in the tree, by depth. */
  const tree = (): string[] =>
    [...document.querySelectorAll<HTMLElement>('.condition [data-row]')].map((row) => {
      const limit = row.querySelector<HTMLInputElement>('[data-part="limit"]')
      return `${row.dataset['depth'] ?? ''} ${limit?.value ?? row.querySelector('[data-part="kind"]')?.textContent.trim() ?? ''}`
    })
  return { bridge, documents, find, field, type, press, click, card, said, rule, tree }
}

afterEach(() => {
  unmount()
  document.body.innerHTML = ''
})

const LIMIT = 'provisions[0].when.limit'

/** By way of what performance density usually is: TPP by die area. */
const CIRCLE: Formula[] = [
  {
    metric: 'tpp',
    reference: 'Note 1',
    expression: { product: [2, { control: 'performance-density' }] },
    words: { en: 'x', 'zh-Hant': 'x' },
    sources: [],
  },
]

/** The first paragraph of the law is named by its second and by one of the block. */
const NAMED = smallLaw().map((each): TapelineRecord => {
  if (each.type !== 'rule') return each
  const [first, ...others] = each.provisions as [Provision, ...Provision[]]
  if (each.id === 'block') return { ...each, provisions: [{ ...first, replaces: ['law.a'] }, ...others] }
  return { ...each, provisions: [first, { ...first, id: 'law.b', reference: 'law.b', overrides: ['law.a'] }] }
})

describe('the form of a rule', () => {
  it('says the test in words and which chips it catches while one types, and keeps what is no number', async () => {
    const { bridge, type, said, click, field, find } = await setup('en', 'provisions[0]')
    expect(said()).toContain('Catches chips with TPP of at least 4,800.')
    expect(said()).toContain('Catches 3 of 5 chips · 1 undetermined, for want of a figure')
    await type(LIMIT, '10,000')
    expect(said()).toContain('TPP of at least 10,000.')
    await eventually(() => {
      expect(find('[data-moved="lost"]').textContent).toContain('Middle')
    })
    expect(said()).toContain('Catches 2 of 5 chips')
    expect(find('[data-testid="rule-effect"]').textContent).toMatch(
      /Presumption of denial → No licence needed\s*since 1 January 2024\s*Middle/,
    )
    await type(LIMIT, '10k')
    expect(said()).toContain('TPP of at least (no number yet).')
    await eventually(() => {
      expect(said()).toContain('once every limit is a number')
    })
    await click('[data-testid="save-record"]')
    expect(find('[data-testid="record-form"]').textContent).toContain('Write a number')
    expect(field(LIMIT).getAttribute('aria-invalid')).toBe('true')
    expect([field(LIMIT).value, document.activeElement]).toEqual(['10k', field(LIMIT)])
    expect(bridge.calls.some(({ channel }) => channel === 'workspace:commit')).toBe(false)
  })

  it('speaks Chinese in a Chinese window', async () => {
    const { said } = await setup('zh-Hant', 'provisions[0]')
    expect(said()).toContain('適用於 TPP 至少 4,800 的晶片。')
    expect(said()).toContain('適用於 5 款晶片中的 3 款')
    expect(said()).not.toMatch(/ruleWords|Catches|chips/)
  })

  it('builds a tree with keys alone, the focus going with what moves, and saves it as one step', async () => {
    const { documents, type, press, rule, tree } = await setup('en', 'provisions[0]')
    await type(LIMIT, '4800')
    await press('Enter', { altKey: true })
    expect(tree()).toEqual(['0 All of', '1 4800', '1 '])
    expect(document.activeElement?.closest('[data-row]')?.getAttribute('aria-label')).toBe('TPP, 2 of 2 in “All of”')
    await type('provisions[0].when.all[1].limit', '1600')
    await press('ArrowUp', { altKey: true })
    expect(tree()).toEqual(['0 All of', '1 1600', '1 4800'])
    expect((document.activeElement as HTMLInputElement).value).toBe('1600')
    await press('Enter', { altKey: true })
    await type('provisions[0].when.all[1].limit', '5')
    await press('Delete', { altKey: true })
    expect(tree()).toEqual(['0 All of', '1 1600', '1 4800'])
    expect((document.activeElement as HTMLInputElement).value).toBe('4800')
    await press('Enter', { ctrlKey: true })
    expect(rule().provisions[0]?.when).toEqual({
      all: [
        { metric: 'tpp', operator: '>=', limit: 1600, unit: 'TPP' },
        { metric: 'tpp', operator: '>=', limit: 4800, unit: 'TPP' },
      ],
    })
    expect(document.querySelector('[data-testid="record-form"]')).toBeNull()
    await documents.undo()
    expect(rule().provisions[0]?.when).toEqual({ metric: 'tpp', operator: '>=', limit: 4800, unit: 'TPP' })
  })

  it('takes the last comparison away and begins anew', async () => {
    const { type, press, click, tree, said } = await setup('en', 'provisions[0]')
    await type(LIMIT, '4800')
    await press('Delete', { altKey: true })
    expect(tree()).toEqual([])
    expect(said()).toContain('Catches no chip')
    expect(document.activeElement?.textContent).toContain('Add a comparison')
    await click('.condition .add')
    expect(tree()).toEqual(['0 '])
    expect(document.activeElement?.getAttribute('data-part')).toBe('metric')
  })

  it('gives a new paragraph an id of its rule that it keeps, and lets others speak of it before it is saved', async () => {
    const { type, press, click, card, rule } = await setup('en', 'provisions[0]')
    await click(`${card(0)} [data-testid="part-copy"]`)
    await type('provisions[1].reference', '3A090.b')
    await type('provisions[0].replaces', '3A090')
    await press('Enter')
    await click('[data-testid="save-record"]')
    expect(rule().provisions.map(({ id }) => id)).toEqual(['law.a', 'law.3a090.b'])
    expect(rule().provisions[0]?.replaces).toEqual(['law.3a090.b'])
    expect(rule().provisions[1]).toEqual({ ...rule().provisions[1], when: rule().provisions[0]?.when })
    useEditingStore().edit('law', 'provisions[1]')
    await flushPromises()
    await type('provisions[1].reference', '3A090.c')
    await click(`${card(1)} [data-testid="part-up"]`)
    await click('[data-testid="save-record"]')
    expect(rule().provisions.map(({ id, reference }) => [id, reference])).toEqual([
      ['law.3a090.b', '3A090.c'],
      ['law.a', 'law.a'],
    ])
  })

  it('keeps whom alone it touches, exceptions and the conditions of the outcome, in both languages', async () => {
    const { type, click, find, rule } = await setup('en', 'provisions[0]')
    await click('[aria-label="Exceptions"] .add')
    await type('provisions[0].exceptions[0].en', 'Gaming chips.')
    await click('[data-testid="save-record"]')
    expect(find('[data-testid="record-form"]').textContent).toContain('Required.')
    await type('provisions[0].exceptions[0].zh-Hant', '遊戲晶片。')
    await type('provisions[0].only.en', 'Banks')
    await type('provisions[0].only.zh-Hant', '銀行')
    await click('[aria-label="Conditions of the outcome"] .add')
    await type('provisions[0].conditions[0].en', 'A quarter is paid.')
    await type('provisions[0].conditions[0].zh-Hant', '須繳四分之一。')
    await click('[data-testid="save-record"]')
    expect(rule().provisions[0]).toMatchObject({
      exceptions: [{ en: 'Gaming chips.', 'zh-Hant': '遊戲晶片。' }],
      only: { en: 'Banks', 'zh-Hant': '銀行' },
      outcome: {
        step: 'presumption-of-denial',
        conditions: [{ en: 'A quarter is paid.', 'zh-Hant': '須繳四分之一。' }],
      },
    })
  })

  it('defines a quantity as a tree, in words as one types', async () => {
    const { type, press, find, rule, click } = await setup()
    const adds = [...document.querySelectorAll<HTMLElement>('button')].find((each) =>
      each.textContent.includes('Add a definition'),
    )
    adds?.click()
    await flushPromises()
    const words = (): string => find('[data-testid="formula-said"]').textContent
    expect(words()).toBe('TPP = FP8 × (no number yet)')
    await type('formulas[0].expression.product[1]', '8')
    await press('Enter', { altKey: true })
    await type('formulas[0].expression.product[2]', '2')
    expect(words()).toBe('TPP = FP8 × 8 × 2')
    await type('formulas[0].reference', 'Note 1')
    await type('formulas[0].words.en', 'Rate times bits.')
    await type('formulas[0].words.zh-Hant', '算力乘位元。')
    await click('[data-testid="save-record"]')
    expect(rule().formulas).toEqual([
      {
        metric: 'tpp',
        reference: 'Note 1',
        expression: { product: [{ spec: 'fp8' }, 8, 2] },
        words: { en: 'Rate times bits.', 'zh-Hant': '算力乘位元。' },
        sources: [],
      },
    ])
  })

  it('refuses a definition that leads back to itself, at the part by which it does, naming the way round', async () => {
    const law = smallLaw().map((each) => (each.id === 'law' ? ({ ...each, formulas: CIRCLE } as TapelineRecord) : each))
    const { bridge, find, field, type, click } = await setup('en', undefined, law)
    await type('name.en', 'The law anew')
    const fault = find('[data-part-path="formulas[0]"] [role="alert"]')
    expect(fault.textContent).toBe('A definition must not lead back to itself: TPP → Performance density → TPP.')
    expect(fault.closest('[data-row]')?.getAttribute('aria-label')).toContain('2 of 2 in “Product of”')
    await click('[data-testid="save-record"]')
    expect(field('name.en').value).toBe('The law anew')
    expect(bridge.calls.some(({ channel }) => channel === 'workspace:commit')).toBe(false)
  })

  it('says who names a paragraph before it goes, and then has it named nowhere, in one step', async () => {
    const { documents, find, click, card, rule } = await setup('en', 'provisions[0]', NAMED)
    const block = () => documents.document.records.get('block') as RecordOf<'rule'>
    await click(`${card(0)} [data-testid="part-remove"]`)
    const lines = [...find('[data-testid="paragraph-removal"]').children].map((each) => each.textContent)
    expect(lines).toEqual(['law.b, this ruleIts outcome stands in place of', 'block.a, The blockStands in place of'])
    await click('[role="dialog"]:has([data-testid="paragraph-removal"]) footer button')
    expect(document.querySelector('[data-testid="paragraph-removal"]')).toBeNull()
    expect(document.querySelectorAll('[data-part-path]').length).toBe(2)
    await click(`${card(0)} [data-testid="part-remove"]`)
    await click('[data-testid="confirm-removal"]')
    await flushPromises()
    expect(document.activeElement?.textContent).toContain('Add a provision')
    await click('[data-testid="save-record"]')
    expect(rule().provisions.map(({ id, overrides }) => [id, overrides])).toEqual([['law.b', []]])
    expect(block().provisions[0]?.replaces).toEqual([])
    await documents.undo()
    expect(block().provisions[0]?.replaces).toEqual(['law.a'])
    expect(rule().provisions.map(({ overrides }) => overrides)).toEqual([undefined, ['law.a']])
  })

  it('takes away a paragraph that nothing names without asking', async () => {
    const { click, card } = await setup('en', 'provisions[1]', NAMED)
    await click(`${card(1)} [data-testid="part-remove"]`)
    expect(document.querySelectorAll('[data-part-path]').length).toBe(1)
  })
})
