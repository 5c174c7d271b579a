import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import type { Arrival } from '../document/arrival'
import { i18n, speak } from '../language/i18n'
import LoadingLine from './LoadingLine.vue'
import PartialBanner from './PartialBanner.vue'

const STOPPED: Arrival = { done: 4_000, total: 1_000_000, state: 'stopped', error: null, tooLarge: null }
const TOO_LARGE = { neededBytes: 1.575e9, roomBytes: 0.95e9, limit: 'free-memory', mostRecords: 545_454 } as const

function textOf(arrival: Arrival): string {
  return mount(PartialBanner, { props: { arrival }, global: { plugins: [i18n] } }).text()
}

describe('what is said of a workspace that is not all in', () => {
  it('names how much is shown, and offers the rest', async () => {
    speak('en')
    const banner = mount(PartialBanner, { props: { arrival: STOPPED }, global: { plugins: [i18n] } })
    expect(banner.text()).toContain('Shown are 4,000 of 1,000,000 records.')
    await banner.get('button').trigger('click')
    expect(banner.emitted('goOn')).toHaveLength(1)
  })

  it('names what went wrong', () => {
    speak('en')
    const error = { code: 'internal', message: 'database disk image is malformed' } as const
    expect(textOf({ ...STOPPED, state: 'failed', error })).toMatch(/could be loaded.*disk image is malformed/)
  })

  it('names the records, the memory they take, the memory there is and how many would fit, and offers no rest', () => {
    speak('en')
    const arrival: Arrival = { ...STOPPED, state: 'too-large', tooLarge: TOO_LARGE }
    const banner = mount(PartialBanner, { props: { arrival }, global: { plugins: [i18n] } })
    expect(banner.text()).toMatch(/1,000,000 records take about 1\.6 GB, and 1\.0 GB are free.*at most about 540,000/)
    expect(banner.find('button').exists()).toBe(false)
    expect(textOf({ ...arrival, tooLarge: { ...TOO_LARGE, limit: 'page' } })).toContain('a window can use 1.0 GB')
    speak('zh-Hant')
    expect(textOf(arrival)).toContain('1,000,000 筆紀錄約需 1.6 GB，目前可用 1.0 GB')
    speak('en')
  })

  it('tells those who cannot see the bar how far it is', () => {
    const line = mount(LoadingLine, {
      props: { arrival: { ...STOPPED, state: 'running' } },
      global: { plugins: [i18n] },
    })
    const bar = line.get('[role="progressbar"]')
    expect([bar.attributes('aria-valuenow'), bar.attributes('aria-valuemax')]).toEqual(['4000', '1000000'])
    expect(bar.attributes('aria-label')).toBe('Loading 4,000 of 1,000,000 records')
  })
})
