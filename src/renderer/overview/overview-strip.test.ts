import { mount } from '@vue/test-utils'
import { nextTick } from 'vue'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { overviewRange } from '../../domain/layout/overview'
import { pointAt } from '../../domain/layout/layout-test-kit'
import { i18n } from '../language/i18n'
import OverviewStrip from './OverviewStrip.vue'

const items = [pointAt('first', 19_000), pointAt('last', 20_000)]

let sized: ResizeObserverCallback = () => undefined
class FakeObserver implements ResizeObserver {
  constructor(callback: ResizeObserverCallback) {
    sized = callback
  }
  observe = vi.fn()
  unobserve = vi.fn()
  disconnect = vi.fn()
}

beforeEach(() => {
  // happy-dom has no fonts to wait for.
  Object.assign(document, { fonts: { ready: Promise.resolve() } })
  vi.stubGlobal('ResizeObserver', FakeObserver)
})
afterEach(() => {
  vi.unstubAllGlobals()
  Reflect.deleteProperty(document, 'fonts')
})

it('places its frame as soon as it is told its size, though it was told the window before', async () => {
  const strip = mount(OverviewStrip, { props: { items, locale: 'en', todayDay: 19_500 }, global: { plugins: [i18n] } })
  const range = overviewRange(items)
  if (range === null) throw new Error('there is no range')
  const days = range.endDay - range.startDay
  strip.vm.show({ startDay: range.startDay + days / 4, endDay: range.startDay + days / 2 })
  const contentRect = new DOMRect(0, 0, 1000.6, 48)
  sized([{ contentRect } as unknown as ResizeObserverEntry], new FakeObserver(sized))
  await nextTick()
  const { style } = strip.get<HTMLElement>('[data-testid="overview-frame"]').element
  expect([style.transform, style.width]).toEqual(['translateX(250.0px)', '250px'])
  strip.unmount()
})
