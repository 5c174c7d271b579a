import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../model/names'
import { axisTicks, type AxisTick, type AxisWindow } from './axis-ticks'
import { dayNumberOf } from './day-number'
import { approximateTextWidth } from './text-width'

const day = (year: number, month = 1, date = 1) => dayNumberOf({ year, month, day: date })
const labels = (ticks: readonly AxisTick[]) => ticks.map(({ label }) => label)
const strong = (ticks: readonly AxisTick[]) => ticks.filter(({ emphasis }) => emphasis).map(({ label }) => label)

function ticks(startDay: number, endDay: number, more: Partial<AxisWindow> = {}) {
  return axisTicks({ startDay, endDay, widthPx: 1000, locale: 'en', ...more })
}

describe('axisTicks', () => {
  it('shows hours of one day', () => {
    const start = day(2025, 12, 8) + 6 / 24
    const { unit, majorUnit, major, minor } = ticks(start, start + 3 / 24)
    expect([unit, majorUnit]).toEqual(['hour', 'day'])
    expect(labels(minor)).toEqual(['06:00', '07:00', '08:00'])
    expect(labels(major)).toEqual(['Mon 8 December 2025'])
    expect(labels(ticks(start, start + 3 / 24, { locale: 'zh-Hant' }).major)).toEqual(['2025年12月8日 週一'])
  })

  it('shows days with their weekdays where there is room, in both languages', () => {
    const [from, to] = [day(2025, 12, 29), day(2026, 1, 3)]
    const english = ticks(from, to, { widthPx: 600 })
    expect(labels(english.minor)).toEqual(['Mon 29', 'Tue 30', 'Wed 31', 'Thu 1', 'Fri 2'])
    expect(labels(english.major)).toEqual(['December 2025', 'January 2026'])
    expect(strong(english.minor)).toEqual(['Thu 1'])
    const chinese = ticks(from, to, { locale: 'zh-Hant', widthPx: 600 })
    expect(labels(chinese.minor)).toEqual(['29日 週一', '30日 週二', '31日 週三', '1日 週四', '2日 週五'])
    expect(labels(chinese.major)).toEqual(['2025年12月', '2026年1月'])
  })

  it('begins weeks on Monday and marks the first of each month', () => {
    const { unit, minor } = ticks(day(2025, 11, 20), day(2026, 1, 19))
    expect(unit).toBe('week')
    expect(labels(minor).slice(0, 4)).toEqual(['17 Nov', '24 Nov', '1 Dec', '8 Dec'])
    expect(strong(minor)).toEqual(['1 Dec', '5 Jan'])
  })

  it('shows months, quarters, halves and years under the unit above them', () => {
    const months = ticks(day(2025), day(2026))
    expect(labels(months.minor).slice(0, 2)).toEqual(['January', 'February'])
    expect(labels(months.major)).toEqual(['2025'])
    expect(labels(ticks(day(2025), day(2027)).minor).slice(0, 2)).toEqual(['Jan', 'Feb'])

    const quarters = ticks(day(2024), day(2029), { locale: 'zh-Hant' })
    expect(labels(quarters.minor).slice(0, 5)).toEqual(['第1季', '第2季', '第3季', '第4季', '第1季'])
    expect(strong(quarters.minor)).toEqual(['第1季', '第1季', '第1季', '第1季', '第1季'])
    expect(labels(quarters.major)[0]).toBe('2024年')
    expect(labels(ticks(day(2024), day(2034), { locale: 'zh-Hant' }).minor).slice(0, 2)).toEqual(['上半年', '下半年'])

    const years = ticks(day(2006), day(2026), { widthPx: 800 })
    expect([years.unit, years.majorUnit]).toEqual(['year', 'decade'])
    expect(labels(years.major)).toEqual(['2000s', '2010s', '2020s'])
    expect(strong(years.minor)).toEqual(['2010', '2020'])
  })

  it('counts centuries and years before year 1', () => {
    const { minor, major } = ticks(day(1700), day(2100))
    expect(strong(minor)).toEqual(['1700', '1800', '1900', '2000'])
    expect(labels(major)).toEqual(['1700–1799', '1800–1899', '1900–1999', '2000–2099'])
    expect(labels(ticks(day(-2), day(3)).major)).toEqual(['3 BCE', '2 BCE', '1 BCE', '1 CE', '2 CE'])
    expect(labels(ticks(day(-2), day(3), { locale: 'zh-Hant' }).major)[2]).toBe('公元前1年')
  })

  it('keeps the first major label at the window edge and lets the next push it out', () => {
    const widthDays = (approximateTextWidth('December 2025') + 10) / (1000 / 31)
    const wide = ticks(day(2025, 12, 5), day(2026, 1, 5)).major[0]
    expect(wide).toMatchObject({ label: 'December 2025', day: day(2025, 12), labelDay: day(2025, 12, 5) })
    const pushed = ticks(day(2025, 12, 31), day(2026, 1, 31)).major[0]
    expect(pushed?.labelDay).toBeCloseTo(day(2026) - widthDays)
  })

  it('is empty for a window without days or width', () => {
    for (const bad of [ticks(5, 5), ticks(5, 4), ticks(0, 1, { widthPx: 0 }), ticks(0, Infinity), ticks(NaN, 1)])
      expect([...bad.major, ...bad.minor]).toEqual([])
  })

  it('obeys the narrowest cell asked for', () => {
    const { unit, minor } = ticks(day(2025), day(2026), { minLabelPx: 200 })
    expect(unit).toBe('quarter')
    expect(minor).toHaveLength(4)
  })
})

const anyWindow = fc
  .record({
    middle: fc.double({ min: day(-3000), max: day(3000), noNaN: true }),
    // From 3 hours to 400 years, evenly over the scales.
    logDays: fc.double({ min: Math.log(3 / 24), max: Math.log(400 * 366), noNaN: true }),
    widthPx: fc.integer({ min: 320, max: 4000 }),
    locale: fc.constantFrom(...LOCALES),
    squarePx: fc.integer({ min: 8, max: 20 }),
  })
  .map(({ middle, logDays, widthPx, locale, squarePx }) => ({
    startDay: middle - Math.exp(logDays) / 2,
    endDay: middle + Math.exp(logDays) / 2,
    widthPx,
    locale,
    measure: (text: string) => approximateTextWidth(text, squarePx),
  }))

describe('axisTicks: any window from 3 hours to 400 years', () => {
  it('covers it with ascending cells without gaps', () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const { major, minor } = axisTicks(window)
        for (const row of [minor, major]) {
          if (row === major && row.length === 0) continue
          expect(row[0]?.day).toBeLessThanOrEqual(window.startDay)
          expect(row[0]?.endDay).toBeGreaterThan(window.startDay)
          expect(row.at(-1)?.day).toBeLessThan(window.endDay)
          expect(row.at(-1)?.endDay).toBeGreaterThanOrEqual(window.endDay)
          for (const [index, tick] of row.entries()) {
            expect(tick.day).toBeLessThan(tick.endDay)
            if (index > 0) expect(tick.day).toBe(row[index - 1]?.endDay)
          }
        }
      }),
    )
  })

  it('labels every minor cell, and no label reaches the next tick', () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const { major, minor } = axisTicks(window)
        const pxPerDay = window.widthPx / (window.endDay - window.startDay)
        expect(minor.length).toBeGreaterThan(0)
        expect(minor.filter(({ label }) => label === '')).toEqual([])
        for (const { label, labelDay, day, endDay } of [...minor, ...major]) {
          expect(labelDay).toBeGreaterThanOrEqual(day)
          if (label !== '') expect(window.measure(label)).toBeLessThan((endDay - labelDay) * pxPerDay)
        }
      }),
    )
  })

  it('keeps unit and form of the labels while the window only moves', () => {
    const modern = anyWindow.filter(({ startDay, endDay }) => startDay > day(1000) && endDay < day(9000))
    fc.assert(
      fc.property(modern, fc.double({ min: 0, max: 1, noNaN: true }), (window, part) => {
        const shift = (window.endDay - window.startDay) * part
        const moved = { ...window, startDay: window.startDay + shift, endDay: window.endDay + shift }
        expect(axisTicks(moved).unit).toBe(axisTicks(window).unit)
      }),
    )
  })

  it('gives a cell the same label from wherever it is seen', () => {
    fc.assert(
      fc.property(anyWindow, (window) => {
        const first = axisTicks(window)
        const moved = axisTicks({ ...window, startDay: window.startDay + 1, endDay: window.endDay + 1 })
        fc.pre(first.unit === moved.unit)
        const seen = new Map(first.minor.map((tick) => [tick.day, tick]))
        for (const tick of moved.minor) {
          const before = seen.get(tick.day)
          if (before !== undefined) expect({ ...tick, label: '' }).toEqual({ ...before, label: '' })
        }
      }),
    )
  })

  it('ends at millennia even for windows of geological years', () => {
    const { unit, minor } = ticks(day(-170_000_000), day(170_000_000))
    expect(unit).toBe('millennium')
    expect(minor.length).toBeLessThan(50)
    expect(labels(minor)).toContain('1 BCE')
  })
})
