import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../model/names'
import { dateInWords, shortDate } from './date-words'
import { parseEdtf } from './edtf'
import { goToDate } from './typed-date'

describe('goToDate', () => {
  it.each([
    ['2026', '2026'],
    ['  2025-12-08 ', '2025-12-08'],
    ['2026-07/..', '2026-07/..'],
    ['2025-1-2', '2025-01-02'],
    ['2026-33', '2026-33'],
    ['2025/12/8', '2025-12-08'],
    ['2025.12.8', '2025-12-08'],
    ['2025/12', '2025-12'],
    ['1000/10', '1000-10'],
    ['2025/2026', '2025/2026'],
    ['20251208', '2025-12-08'],
    ['2026 Q1', '2026-33'],
    ['2026Q4', '2026-36'],
    ['q3 2026', '2026-35'],
    ['Third quarter of 2026', '2026-35'],
    ['H2 2026', '2026-41'],
    ['2026-H1', '2026-40'],
    ['second half of 2026', '2026-41'],
    ['spring 2026', '2026-21'],
    ['fall 2026', '2026-23'],
    ['8 Dec 2025', '2025-12-08'],
    ['8-Dec-2025', '2025-12-08'],
    ['Dec 8, 2025', '2025-12-08'],
    ['December 8th 2025', '2025-12-08'],
    ['2025 Dec 8', '2025-12-08'],
    ['Dec. 2025', '2025-12'],
    ['Sept 2025', '2025-09'],
    ['the 2020s', '202X'],
    ['about 2023', '2023~'],
    ['c. Dec 2025', '2025-12~'],
    ['2025年', '2025'],
    ['2025年12月', '2025-12'],
    ['2025年12月8日', '2025-12-08'],
    ['2025 年 12 月 8 號', '2025-12-08'],
    ['２０２５年１２月', '2025-12'],
    ['2026年第1季', '2026-33'],
    ['2026年第三季', '2026-35'],
    ['2026年下半年', '2026-41'],
    ['2026年春', '2026-21'],
    ['2020年代', '202X'],
    ['約2023年', '2023~'],
    ['約2025-12', '2025-12~'],
    ['民國114年12月8日', '2025-12-08'],
    ['中華民國 114 年', '2025'],
    ['民國元年', '1912'],
  ])('%s is %s', (typed, text) => {
    const result = goToDate(typed)
    expect(result.ok ? result.value.text : result.problem.detail).toBe(text)
  })

  it.each([
    ['01/02/2025', 'write the year first, as 2025-01-02 or 2025-02-01'],
    ['13/02/2025', 'write the year first, as 2025-02-13'],
    ['2.2.2025', 'write the year first, as 2025-02-02'],
    ['40/40/2025', 'write the year first, as 2025-12-08'],
    ['01/02/25', 'write the year first and whole'],
    ['2025/26', 'write both years of a span whole'],
    ['26', 'write a year with four digits'],
    ['114', 'write a year with four digits'],
    ['', 'a date is missing'],
    ['tomorrow', 'is not a date that can be read'],
    ['8 Foo 2025', 'is not a date that can be read'],
    ['De 2025', 'is not a date that can be read'],
    ['fifth quarter of 2026', 'is not a date that can be read'],
    ['third half of 2026', 'is not a date that can be read'],
    ['30 Feb 2025', 'there is no day 30 in 2025-02'],
    ['2025年13月', 'there is no month 13'],
    ['2025-02-30', 'there is no day 30 in 2025-02'],
    ['constructor 2026', 'is not a date that can be read'],
  ])('%s is refused: %s', (typed, reason) => {
    const result = goToDate(typed)
    expect(result.ok ? result.value : result.problem).toMatchObject({
      code: 'bad-date',
      detail: expect.stringContaining(reason) as string,
    })
  })

  it('reads back what the window shows of days, months, quarters, halves, years and decades', () => {
    const two = (value: number) => String(value).padStart(2, '0')
    const year = fc.integer({ min: 1000, max: 9999 }).map(String)
    const tail = fc.oneof(
      fc.constant(''),
      fc.integer({ min: 1, max: 12 }).map((month) => `-${two(month)}`),
      fc.constantFrom('-21', '-22', '-23', '-24', '-33', '-34', '-35', '-36', '-40', '-41'),
      fc
        .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
        .map(([m, d]) => `-${two(m)}-${two(d)}`),
    )
    const shown = fc.tuple(year, tail, fc.constantFrom('', '~')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(shown, fc.constantFrom(...LOCALES), (text, locale) => {
        const date = parseEdtf(text)
        if (!date.ok) throw new Error(text)
        for (const words of [dateInWords(date.value, locale), shortDate(date.value, locale)]) {
          const back = goToDate(words)
          expect(back.ok ? back.value.text : back.problem.detail, words).toBe(text)
        }
      }),
      { numRuns: 500 },
    )
  })
})
