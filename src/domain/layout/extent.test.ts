import { describe, expect, it } from 'vitest'
import { dayNumberOf } from '../time/day-number'
import { parseEdtf } from '../time/edtf'
import { extentBetween, extentOfDate } from './extent'
import type { Extent } from './timeline-item'

const day = (year: number, month: number, date: number): number => dayNumberOf({ year, month, day: date })
const [ORIGIN, HORIZON] = [day(2020, 1, 1), day(2028, 1, 1)]

function extentOf(text: string): Extent {
  const date = parseEdtf(text)
  if (!date.ok) throw new Error(date.problem.detail)
  return extentOfDate(date.value, ORIGIN, HORIZON)
}

describe('extentOfDate', () => {
  it('draws a known day as that day, solid', () => {
    expect(extentOf('2025-12-08')).toMatchObject({
      earliest: day(2025, 12, 8),
      solidFrom: day(2025, 12, 8),
      solidTo: day(2025, 12, 9),
      latest: day(2025, 12, 9),
      approximate: false,
    })
  })

  it.each([
    ['2023-11', day(2023, 11, 1), day(2023, 12, 1)],
    ['2026-33', day(2026, 1, 1), day(2026, 4, 1)],
    ['2026-41', day(2026, 7, 1), day(2027, 1, 1)],
    ['2024', day(2024, 1, 1), day(2025, 1, 1)],
  ])('draws %s soft over all of it, with no day of it solid', (text, earliest, latest) => {
    const extent = extentOf(text)
    expect(extent).toMatchObject({ earliest, latest })
    expect(extent.solidFrom).toBe(extent.solidTo)
    expect(extent.solidFrom).toBeGreaterThan(earliest)
    expect(extent.solidTo).toBeLessThan(latest)
  })

  it('keeps a day that is only approximate soft', () => {
    const extent = extentOf('2025-12-09~')
    expect(extent.approximate).toBe(true)
    expect(extent.solidFrom).toBe(extent.solidTo)
  })

  it('runs an open end to the horizon and says so', () => {
    expect(extentOf('2026-07/..')).toMatchObject({
      earliest: day(2026, 7, 1),
      solidFrom: day(2026, 8, 1),
      latest: HORIZON,
      openEnd: true,
      openStart: false,
    })
  })

  it('draws an interval of days solid from its first to its last', () => {
    expect(extentOf('2025-07-14/2025-07-15')).toMatchObject({
      earliest: day(2025, 7, 14),
      solidFrom: day(2025, 7, 14),
      solidTo: day(2025, 7, 16),
      latest: day(2025, 7, 16),
    })
  })
})

describe('extentBetween', () => {
  it('has no certain part where both ends may lie anywhere in the same year', () => {
    const date = parseEdtf('2024')
    if (!date.ok) throw new Error('2024 is a date')
    const extent = extentBetween(date.value.start, date.value.start, ORIGIN, HORIZON)
    expect(extent.solidFrom).toBe(extent.solidTo)
    expect(extent.solidFrom).toBeGreaterThan(extent.earliest)
    expect(extent.solidTo).toBeLessThan(extent.latest)
  })
})
