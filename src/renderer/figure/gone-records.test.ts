import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { DEFAULT_FIGURE_SETTINGS } from '../../domain/figure/paper-presets'
import { documentOf } from '../../domain/model/document'
import type { FigureSettings } from '../../domain/model/figure-settings'
import { aChip, aScenario } from '../../testing/builders'
import { i18n, speak } from '../language/i18n'
import { goneRecords, withoutGone } from './gone-records'
import GoneRecords from './GoneRecords.vue'

const chips = ['h100', 'h200'].map((id) => aChip({ id }))
const document = documentOf([...chips, aScenario({ id: 'kept' })])
const settings: FigureSettings = {
  ...DEFAULT_FIGURE_SETTINGS,
  status: { destination: 'CN', gate: 'both', chips: ['h100', 'gone', 'h200'] },
  comparison: { chips: ['gone', 'lost', 'h100', 'h200'], base: 'gone', metrics: ['tpp'] },
  scenario: 'deleted',
}

describe('what a figure names and the workspace no longer has', () => {
  it('is found once, in both parts, and the scenario', () => {
    expect(goneRecords(settings, document)).toEqual({ chips: ['gone', 'lost'], scenario: true })
    expect(goneRecords({ ...settings, scenario: 'kept' }, document).scenario).toBe(false)
    expect(goneRecords(DEFAULT_FIGURE_SETTINGS, document)).toEqual({ chips: [], scenario: false })
  })

  it('is taken out, and what is there stays as it is', () => {
    const out = withoutGone(settings, document)
    expect(out).toEqual({
      ...DEFAULT_FIGURE_SETTINGS,
      status: { destination: 'CN', gate: 'both', chips: ['h100', 'h200'] },
      comparison: { chips: ['h100', 'h200'], base: 'h100', metrics: ['tpp'] },
    })
    expect(withoutGone({ ...out, scenario: 'kept' }, document)).toEqual({ ...out, scenario: 'kept' })
  })

  it('takes a part along that would have too few chips left', () => {
    const fewer = documentOf([aChip({ id: 'h100' })])
    expect(withoutGone(settings, fewer)).not.toHaveProperty('comparison')
    expect(withoutGone(settings, fewer).status?.chips).toEqual(['h100'])
    expect(withoutGone(settings, documentOf([]))).toEqual(DEFAULT_FIGURE_SETTINGS)
  })

  it('is said in either language, with a button that takes it out', async () => {
    speak('en')
    const notice = mount(GoneRecords, { props: { modelValue: settings, document }, global: { plugins: [i18n] } })
    expect(notice.text()).toContain('2 chips of this figure no longer exist.')
    expect(notice.text()).toContain('The scenario of this figure no longer exists.')
    speak('zh-Hant')
    await notice.vm.$nextTick()
    expect(notice.text()).toContain('這張圖表有 2 款晶片已不存在。')
    await notice.get('button').trigger('click')
    expect(notice.emitted('update:modelValue')).toEqual([[withoutGone(settings, document)]])
    await notice.setProps({ modelValue: withoutGone(settings, document) })
    expect(notice.text()).toBe('')
  })
})
