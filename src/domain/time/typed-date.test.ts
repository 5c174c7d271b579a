import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../model/names'
import { dateInWords, shortDate } from './date-words'
import { parseEdtf } from './edtf'
import { arbitraryDate, arbitraryText } from '../../testing/arbitrary-values'
import { doubtInWords } from './doubt-words'
import { goToDate, readTypedDate } from './typed-date'

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
    ['early 2026', '2026-37~'],
    ['mid 2026', '2026-38~'],
    ['mid-2026', '2026-38~'],
    ['Late 2025', '2025-39~'],
    ['end of 2025', '2025-39~'],
    ['2026年初', '2026-37~'],
    ['2025年底', '2025-39~'],
    ['2025年年中', '2025-38~'],
    ['2026下半年', '2026-41'],
    ['2026年第一季', '2026-33'],
    ['2026第一季', '2026-33'],
    ['民國114年第4季', '2025-36'],
    ['民國114/12/8', '2025-12-08'],
    ['since July 2026', '2026-07/..'],
    ['from Q3 2026 on', '2026-35/..'],
    ['since 2026-07-01', '2026-07-01/..'],
    ['2026年7月起', '2026-07/..'],
    ['自2026年7月起', '2026-07/..'],
    ['民國115年7月起', '2026-07/..'],
    ['until 2027', '../2027'],
    ['July 2025 to May 2026', '2025-07/2026-05'],
    ['2025年7月至2026年5月', '2025-07/2026-05'],
    ['late 2025 – early 2026', '2025-39~/2026-37~'],
    ['2026-q2', '2026-34'],
    ['[2025,2026-01]', '[2025,2026-01]'],
    ['2025?', '2025?'],
  ])('%s is %s', (typed, text) => {
    const result = goToDate(typed)
    expect(result.ok ? result.value.text : result.problem.detail).toBe(text)
  })

  it.each([
    ['01/02/2025', 'write the year first, as 2025-01-02 or 2025-02-01'],
    ['13/02/2025', 'write the year first, as 2025-02-13'],
    ['2.2.2025', 'write the year first, as 2025-02-02'],
    ['40/40/2025', 'write the year first and whole, as 2025-12-08'],
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

describe('readTypedDate', () => {
  const said = (text: string) => {
    const read = readTypedDate(text)
    return read.ok ? [read.value.text] : LOCALES.map((locale) => doubtInWords(read.doubt, locale))
  }

  it.each([
    ['2026-02-30', 'February 2026 has 28 days.', '2026年2月只有 28 天。'],
    ['30 Feb 2024', 'February 2024 has 29 days.', '2024年2月只有 29 天。'],
    ['since 2026-06-31', 'June 2026 has 30 days.', '2026年6月只有 30 天。'],
    ['2026-13', 'There is no month 13.', '沒有 13 月。'],
    ['2026/2025', 'This ends before it starts.', '結束早於開始。'],
    [
      '8/12/2025',
      'This can be 12 August 2025 (2025-08-12) or 8 December 2025 (2025-12-08).',
      '這可能是2025年8月12日（2025-08-12）或2025年12月8日（2025-12-08）',
    ],
    ['13/02/2025', 'Write the year first: 13 February 2025 (2025-02-13).', '2025年2月13日（2025-02-13）'],
    ['8/12/25', 'Write the year first and whole', '請先寫完整的年份'],
    ['114', 'four digits', '民國114年'],
    ['2025/26', 'both years', '兩端的年份'],
    ['  ', 'missing', '缺少日期'],
    ['soonish', 'Not a date that can be read', '無法辨識的日期'],
  ])('says of %s what is wrong: %s', (text, english, chinese) => {
    expect(said(text)).toEqual([expect.stringContaining(english), expect.stringContaining(chinese)])
  })

  it('keeps every EDTF text as it was typed', () => {
    fc.assert(
      fc.property(arbitraryDate, (text) => {
        expect(said(text)).toEqual([text])
      }),
    )
  })

  it('never takes a day and a month in doubtful order, and offers every reading there is', () => {
    const number = fc.integer({ min: 1, max: 31 })
    fc.assert(
      fc.property(number, number, fc.constantFrom('/', '.', '-'), (a, b, mark) => {
        const read = readTypedDate([a, b, 2025].join(mark))
        if (read.ok || read.doubt.kind !== 'order') throw new Error('taken')
        const readings = read.doubt.readings.map(({ text }) => text)
        for (const text of readings) expect(parseEdtf(text).ok).toBe(true)
        expect(readings.length).toBe(a <= 12 && b <= 12 ? (a === b ? 1 : 2) : new Set(readings).size)
      }),
    )
  })

  it('opens a date at either end in both languages', () => {
    const month = fc.tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }))
    fc.assert(
      fc.property(month, fc.constantFrom(...LOCALES), ([year, at], locale) => {
        const text = `${year}-${String(at).padStart(2, '0')}`
        const date = parseEdtf(text)
        if (!date.ok) throw new Error(text)
        const words = dateInWords(date.value, locale)
        expect(said(locale === 'en' ? `since ${words}` : `${words}起`)).toEqual([`${text}/..`])
        expect(said(locale === 'en' ? `until ${words}` : `至${words}止`)).toEqual([`../${text}`])
      }),
    )
  })

  it('reads the thirds of a year back as themselves, and never as narrower than they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.nat(2), (year, third) => {
        const english = readTypedDate(`${['early', 'mid', 'late'][third] ?? ''} ${year}`)
        const chinese = readTypedDate(`${year}年${['初', '中', '底'][third] ?? ''}`)
        if (!english.ok || !chinese.ok) throw new Error('unread')
        expect(chinese.value.text).toBe(english.value.text)
        expect(english.value).toMatchObject({ start: { approximate: true } })
        expect(Math.round((english.value.latest - english.value.earliest) / 30)).toBe(4)
      }),
    )
  })

  it('answers every text, with a date or with words in both languages', () => {
    const text = fc.oneof(arbitraryText, fc.stringMatching(/^[-0-9/.~?年月日起至QH ]{0,14}$/))
    fc.assert(
      fc.property(text, (typed) => {
        for (const words of said(typed)) expect(words).not.toBe('')
      }),
    )
  })
})
