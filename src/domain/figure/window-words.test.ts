import { describe, expect, it } from 'vitest'
import { anEvent, day } from './figure-test-kit'
import { documentOf } from '../model/document'
import { timelineItems } from '../layout/timeline-items'
import { figureWindow } from './figure-window'
import { windowInWords } from './window-words'

describe('windowInWords', () => {
  it.each([
    [day(2022), day(2027), '2022–2026', '2022年至2026年'],
    [day(2022), day(2023), '2022', '2022年'],
    [day(2025, 12, 8), day(2025, 12, 9), '8 December 2025', '2025年12月8日'],
    [day(2025, 12, 8) + 0.2, day(2025, 12, 8) + 0.9, '8 December 2025', '2025年12月8日'],
  ])('says %d to %d', (startDay, endDay, en, zh) => {
    expect(windowInWords({ startDay, endDay }, 'en')).toBe(en)
    expect(windowInWords({ startDay, endDay }, 'zh-Hant')).toBe(zh)
  })

  it('names first and last day of any other window', () => {
    const words = windowInWords({ startDay: day(2022, 10, 7), endDay: day(2026, 8, 1) }, 'en')
    expect(words).toMatch(/7 October 2022.+31 July 2026/)
  })

  it('has words for years that EDTF writes in another form', () => {
    expect(windowInWords({ startDay: day(-20_000), endDay: day(30_000, 2, 1) }, 'en')).toContain('–')
  })
})

describe('figureWindow', () => {
  it('is made of whole quarters about what happens', () => {
    const dates = ['2022-05-02', '2024-02-29', '2025-12-08']
    const items = timelineItems(documentOf(dates.map((date, index) => anEvent({ id: `event-${index}`, date }))))
    expect(figureWindow(items)).toEqual({ startDay: day(2022, 4), endDay: day(2026) })
  })

  it('is undefined where nothing happens', () => {
    expect(figureWindow([])).toBeUndefined()
  })
})
