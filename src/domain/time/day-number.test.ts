import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { daysInMonth, firstOfMonth, isLeapYear } from './calendar'
import { monthName, weekdayName, weekdayOf } from './calendar-names'
import { civilDateOf, dayNumberOf } from './day-number'

const DAY_MS = 86_400_000
/** What `Date` can count exactly, either side of 1970. */
const anyDay = fc.integer({ min: -99_999_999, max: 99_999_999 })

describe('day numbers', () => {
  it('are tested far from UTC, where a local date would show', () => {
    expect(Math.abs(new Date(2025, 0, 1).getTimezoneOffset())).toBeGreaterThanOrEqual(8 * 60)
  })

  it.each([
    [{ year: 1970, month: 1, day: 1 }, 0],
    [{ year: 2000, month: 2, day: 29 }, 11_016],
    [{ year: 2025, month: 12, day: 8 }, 20_430],
    [{ year: 1969, month: 12, day: 31 }, -1],
    [{ year: 0, month: 1, day: 1 }, -719_528],
  ])('%o is day %i', (civil, day) => {
    expect(dayNumberOf(civil)).toBe(day)
    expect(civilDateOf(day)).toEqual(civil)
  })

  it('agree with the UTC calendar of the engine', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const date = new Date(day * DAY_MS)
        const civil = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
        expect(civilDateOf(day)).toEqual(civil)
        expect(dayNumberOf(civil)).toBe(day)
        expect(weekdayOf(day)).toBe(date.getUTCDay())
      }),
    )
  })

  it('cut a part of a day off downwards, before 1970 too', () => {
    expect(civilDateOf(-0.25)).toEqual({ year: 1969, month: 12, day: 31 })
    expect(weekdayOf(-0.25)).toBe(3)
  })

  it('know how long each month is', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        expect(daysInMonth(year, month)).toBe(firstOfMonth(year, month + 1) - firstOfMonth(year, month))
      }),
    )
    expect([1900, 2000, 2024, 2025, 0, -4].map(isLeapYear)).toEqual([false, true, true, false, true, true])
    expect([0, 13].map((month) => daysInMonth(2025, month))).toEqual([0, 0])
  })
})

describe('names of months and weekdays', () => {
  it('are given in both languages and lengths', () => {
    expect([monthName(12, 'en'), monthName(12, 'en', 'short'), monthName(12, 'zh-Hant')]).toEqual([
      'December',
      'Dec',
      '12月',
    ])
    expect(weekdayName(1, 'en')).toBe('Monday')
    expect(weekdayName(1, 'en', 'short')).toBe('Mon')
    expect(weekdayName(0, 'zh-Hant')).toBe('星期日')
    expect(weekdayName(1, 'zh-Hant', 'short')).toBe('週一')
  })

  it('throw for a month or weekday there is not', () => {
    expect(() => monthName(0, 'en')).toThrow('no such month: 0')
    expect(() => weekdayName(7, 'en')).toThrow('no such weekday: 7')
  })
})
