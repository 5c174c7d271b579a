import { expect, it } from 'vitest'
import { axisTicks } from '../../domain/time/axis-ticks'
import { dayNumberOf } from '../../domain/time/day-number'
import { stripLabels } from './strip-labels'

const startDay = dayNumberOf({ year: 2025, month: 12, day: 20 })
const of = (days: number) => {
  const { names, under } = stripLabels(axisTicks({ startDay, endDay: startDay + days, widthPx: 1000, locale: 'en' }))
  return { names: names.map(({ label }) => label), under: under.map(({ label }) => label) }
}

it('names years alone where there are several', () => {
  expect(of(365 * 5)).toEqual({
    names: ['2025', '2026', '2027', '2028', '2029', '2030'],
    under: [],
  })
  expect(of(365 * 60).under).toEqual([])
})

it('names the month of days and the year of months', () => {
  const weeks = of(30)
  expect(weeks.names).toEqual(['December 2025', 'January 2026'])
  expect(weeks.under.length).toBeGreaterThan(3)
  const year = of(300)
  expect(year.names).toContain('2026')
  expect(year.under).toContain('March')
})
