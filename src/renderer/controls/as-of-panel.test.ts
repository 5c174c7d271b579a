import { flushPromises, mount } from '@vue/test-utils'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, describe, expect, it } from 'vitest'
import { timelineItems } from '../../domain/layout/timeline-items'
import { verdictOf } from '../../domain/controls/verdict'
import { dayNumberOf } from '../../domain/time/day-number'
import { eventually } from '../../testing/eventually'
import { memoryBridge } from '../../testing/memory-bridge'
import { smallLaw } from '../../testing/small-law'
import { connect } from '../document/client'
import { useDocumentStore } from '../document/document-store'
import { useSessionStore } from '../document/session-store'
import { i18n, speak } from '../language/i18n'
import { useAnswersStore } from './answers-store'
import AsOfPanel from './AsOfPanel.vue'
import { useControlsStore } from './controls-store'
import StatusStrip from './StatusStrip.vue'

const day = (year: number, month = 1, date = 1): number => dayNumberOf({ year, month, day: date })

async function setup(at: number) {
  const pinia = createPinia()
  setActivePinia(pinia)
  const bridge = memoryBridge(smallLaw())
  connect(bridge)
  const documents = useDocumentStore()
  await documents.open()
  speak('en')
  const asked = useControlsStore()
  asked.set('first', at)
  useSessionStore().asOfOpen = true
  const plugins = [pinia, i18n]
  const panel = mount(AsOfPanel, {
    props: { items: timelineItems(documents.document) },
    global: { plugins },
    attachTo: document.body,
  })
  const answers = useAnswersStore()
  await eventually(() => {
    expect(answers.busy).toBe(false)
  })
  await flushPromises()
  const group = (key: string) => panel.find(`[data-group="${key}"]`)
  return { panel, asked, answers, documents, bridge, group, plugins }
}

beforeEach(() => {
  document.body.replaceChildren()
})

describe('the panel of a day', () => {
  it('names both gates side by side, the rules and the stage', async () => {
    const { group } = await setup(day(2025))
    const text = group('presumption-of-denial prohibited').text()
    for (const words of [
      'United States side',
      'Presumption of denial',
      'China side',
      'Prohibited',
      'The law',
      'The block',
      'Large',
      '1 condition',
    ])
      expect(text).toContain(words)
    expect(group('undetermined no-licence').text()).toContain('No figure for: FP8, FP16, INT8, FP4')
  })

  it('says what is announced and not yet law, and follows the day', async () => {
    const { group, asked, panel } = await setup(day(2023, 11))
    expect(group('no-licence no-licence').text()).toContain('Announced, not yet law: The law (Presumption of denial)')
    asked.set('first', day(2024))
    await flushPromises()
    expect(group('presumption-of-denial no-licence').text()).toContain('Large')
    expect(panel.text()).not.toContain('not yet law')
  })

  it('marks margins under the chosen share', async () => {
    const { panel, asked } = await setup(day(2025))
    const marked = () => panel.findAll('[data-testid="close-call"]').map((each) => each.text())
    expect(marked()).toEqual(['1% over the limit of 4,800 TPP'])
    asked.marginShare = 0
    await flushPromises()
    expect(marked()).toEqual([])
  })

  it('opens a verdict with its arithmetic, and goes to rules and sources', async () => {
    const { panel } = await setup(day(2025))
    await panel.find('[data-chip="large"]').trigger('click')
    const verdict = panel.find('[data-testid="verdict"]')
    expect(verdict.find('[data-reading="law.a"] [data-testid="working"]').text()).toMatch(
      /FP8 1,979 TFLOPS\s*×\s*8\s*=\s*15,832/,
    )
    expect(verdict.find('[data-testid="margin"]').text()).toContain('11,032 TPP above the limit')
    await verdict.find('[data-rule="law"]').trigger('click')
    await verdict.find('[data-source="a-source"]').trigger('click')
    expect(panel.emitted('go')).toEqual([['law'], ['a-source']])
  })

  it('takes a typed day only whole, and keeps the last one meanwhile', async () => {
    const { panel, asked } = await setup(day(2025))
    const field = panel.find('[data-testid="as-of-day"] input')
    await field.setValue('2024-02')
    expect([asked.day, field.attributes('aria-invalid')]).toEqual([day(2025), 'true'])
    await field.setValue('2024-02-29')
    expect(asked.day).toBe(day(2024, 2, 29))
    expect(panel.emitted('shown')?.at(-1)).toEqual([day(2024, 2, 29)])
  })

  it('marks everything as hypothetical under a scenario, writes no record, and is left by one press', async () => {
    const { panel, asked, documents, group } = await setup(day(2025))
    const before = documents.document
    asked.assume([{ kind: 'suspend', rule: 'law' }])
    await eventually(() => {
      expect(group('no-licence no-licence').text()).toContain('Middle')
    })
    expect(panel.find('[data-testid="hypothetical"]').text()).toContain('HYPOTHETICAL')
    expect(documents.document).toBe(before)
    await panel.find('[data-testid="leave-scenario"]').trigger('click')
    expect(panel.find('[data-testid="hypothetical"]').exists()).toBe(false)
    expect(group('presumption-of-denial no-licence').text()).toContain('Middle')
    expect(asked.assumptions).toHaveLength(1)
  })

  it('speaks Chinese', async () => {
    const { panel } = await setup(day(2025))
    speak('zh-Hant')
    await flushPromises()
    expect(panel.text()).toContain('美國方面')
    expect(panel.text()).toContain('推定拒絕')
    expect(panel.text()).not.toMatch(/[A-Z][a-z]+ (side|needed|of)/)
  })
})

describe('status bars', () => {
  it('stand where their days are in the window, a bar for each gate', async () => {
    const { asked, plugins } = await setup(day(2025))
    asked.barred = ['large']
    const window = { startDay: day(2023), endDay: day(2023) + 1000 }
    const strip = mount(StatusStrip, { props: { window }, global: { plugins }, attachTo: document.body })
    await flushPromises()
    const bars = (gate: string) =>
      strip.findAll<HTMLElement>(`.gate[data-gate="${gate}"] .bar`).map((bar) => {
        const { left, width } = bar.element.style
        return [bar.attributes('data-state'), parseFloat(left), parseFloat(width)]
      })
    expect(bars('export')).toEqual([
      ['no-licence', 0, 36.5],
      ['presumption-of-denial', 36.5, 63.5],
    ])
    expect(bars('import').map(([state]) => state)).toEqual(['no-licence', 'prohibited'])
  })
})

it('follows a dragged cursor once a frame', async () => {
  const { asked } = await setup(day(2025))
  const seen: number[] = []
  asked.$subscribe((_, state) => seen.push(state.day), { flush: 'sync' })
  asked.follow('first', day(2025, 1, 2))
  asked.follow('first', day(2025, 1, 3))
  expect(asked.day).toBe(day(2025))
  await eventually(() => {
    expect(asked.day).toBe(day(2025, 1, 3))
  })
  expect(new Set(seen)).toEqual(new Set([day(2025, 1, 3)]))
})

it('lets one day stand only for days on which all is the same', async () => {
  const { answers } = await setup(day(2025))
  const { index } = answers
  if (index === null) throw new Error('no index')
  const told = (at: number) =>
    JSON.stringify(
      [...index.chips.keys()].map((chip) => verdictOf(index, chip, 'CN', at)?.readings.map(({ part }) => part)),
    )
  for (let at = day(2022, 12); at < day(2026, 9); at += 1) {
    const steady = answers.steadyDay(at)
    expect(told(steady) === told(at), String(at)).toBe(true)
  }
  expect(answers.steadyDay(day(2024, 3))).toBe(day(2024))
})
