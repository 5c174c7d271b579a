import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LOCALES } from '../model/names'
import { problemLine } from '../model/problem'
import { dateInWords, dayInWords, shortDate } from './date-words'
import { parseEdtf, type EdtfDate } from './edtf'

function read(text: string): EdtfDate {
  const result = parseEdtf(text)
  if (!result.ok) throw new Error(problemLine(result.problem))
  return result.value
}

/** Text; in words and short, in English; in words and short, in Chinese. */
const WORDS = [
  ['2025-12-08', '8 December 2025', '8 Dec 2025', '2025年12月8日', '2025/12/8'],
  ['2023-11', 'November 2023', 'Nov 2023', '2023年11月', '2023/11'],
  ['2026', '2026', '2026', '2026年', '2026年'],
  ['2026-33', 'first quarter of 2026', 'Q1 2026', '2026年第1季', '2026年第1季'],
  ['2026-41', 'second half of 2026', 'H2 2026', '2026年下半年', '2026年下半年'],
  ['2026-38', 'middle four months of 2026', 'middle four months of 2026', '2026年中間四個月', '2026年中間四個月'],
  ['2026-21', 'spring 2026', 'spring 2026', '2026年春季', '2026年春季'],
  ['2026-26', 'summer 2026 (northern hemisphere)', null, '2026年夏季（北半球）', null],
  ['2026-32', 'winter 2026 (southern hemisphere)', null, '2026年冬季（南半球）', null],
  ['202X', '2020s', '2020s', '2020年代', '2020年代'],
  ['20XX', 'century 2000–2099', '2000–2099', '2000年至2099年之間', '2000年至2099年之間'],
  ['0079', '79 CE', '79 CE', '公元79年', '公元79年'],
  ['0000', '1 BCE', '1 BCE', '公元前1年', '公元前1年'],
  ['-0100-03-15', '15 March 101 BCE', '15 Mar 101 BCE', '公元前101年3月15日', '公元前101/3/15'],
  ['-202', '2030 BCE – 2021 BCE', null, '公元前2030年至公元前2021年之間', null],
  ['1950S2', 'about 1950 (between 1900 and 1999)', null, '約1950年（1900年至1999年之間）', null],
  ['Y17E7', '170000000', '170000000', '170000000年', '170000000年'],
  ['2023~', 'about 2023', 'c. 2023', '約2023年', '約2023年'],
  ['2023?', '2023 (uncertain)', '2023?', '2023年（未確定）', '2023年？'],
  [
    '2026-33%',
    'about the first quarter of 2026 (uncertain)',
    'c. Q1 2026?',
    '約2026年第1季（未確定）',
    '約2026年第1季？',
  ],
  ['202X~', 'about the 2020s', 'c. 2020s', '約2020年代', '約2020年代'],
  ['2026-XX', '2026 (month unknown)', '2026', '2026年（月份不詳）', '2026年'],
  ['2026-12-XX', 'December 2026 (day unknown)', 'Dec 2026', '2026年12月（日期不詳）', '2026/12'],
  ['2026-1X', 'between October and December 2026', 'Oct–Dec 2026', '2026年10月至12月之間', '2026年10–12月'],
  ['2026-12-1X', '2026-12-1X (X is an unknown digit)', '2026-12-1X', '2026-12-1X（X 為未知數字）', '2026-12-1X'],
  ['20XX-33', '20XX-33 (X is an unknown digit)', '20XX-33', '20XX-33（X 為未知數字）', '20XX-33'],
  ['2025-07-14/2025-07-15', '14–15 July 2025', '14–15 Jul 2025', '2025年7月14日至15日', '2025/7/14–15'],
  ['2025-06-28/2025-07-03', '28 June – 3 July 2025', '28 Jun – 3 Jul 2025', '2025年6月28日至7月3日', '2025/6/28–7/3'],
  [
    '2025-12-28/2026-01-03',
    '28 December 2025 – 3 January 2026',
    '28 Dec 2025 – 3 Jan 2026',
    '2025年12月28日至2026年1月3日',
    '2025/12/28–2026/1/3',
  ],
  ['2025-07/2025-09', 'July–September 2025', 'Jul–Sep 2025', '2025年7月至9月', '2025年7–9月'],
  ['2025-07/2026-03', 'July 2025 – March 2026', 'Jul 2025 – Mar 2026', '2025年7月至2026年3月', '2025/7–2026/3'],
  ['2023/2025', '2023–2025', '2023–2025', '2023年至2025年', '2023–2025年'],
  ['-0002/0001', '3 BCE – 1 CE', '3 BCE – 1 CE', '公元前3年至公元1年', '公元前3年–公元1年'],
  ['2026-33/2026-35', 'first to third quarter of 2026', 'Q1–Q3 2026', '2026年第1季至第3季', '2026年第1季–第3季'],
  ['2026-33/2027-40', 'first quarter of 2026 – first half of 2027', null, '2026年第1季至2027年上半年', null],
  ['2025-07-14~/2025-07-15~', 'about 14–15 July 2025', null, '約2025年7月14日至15日', null],
  ['2025-07-14~/2025-07-15', 'about 14 July 2025 – 15 July 2025', null, '約2025年7月14日至2025年7月15日', null],
  ['2025-07-14/2025-07-14', '14 July 2025', '14 Jul 2025', '2025年7月14日', '2025/7/14'],
  ['2025/2025', 'within 2025', 'within 2025', '2025年之內', '2025年之內'],
  ['2026-07/..', 'July 2026, ongoing', 'from Jul 2026', '2026年7月起，仍持續', '2026/7起'],
  ['2026-07/', 'July 2026, end unknown', 'Jul 2026 – ?', '2026年7月起，結束時間不詳', '2026/7–？'],
  ['../2026-07', 'until July 2026', 'until Jul 2026', '至2026年7月為止', '至2026/7'],
  ['/2026-07', 'until July 2026, start unknown', '? – Jul 2026', '至2026年7月為止，開始時間不詳', '？–2026/7'],
  ['[1667,1668,1670..1672]', '1667, 1668 or 1670–1672', null, '1667年、1668年或1670年至1672年', null],
  ['{1960,1961-12}', '1960 and December 1961', null, '1960年及1961年12月', null],
  ['[..1760-12-03]', '3 December 1760 or earlier', null, '1760年12月3日或更早', null],
  ['{1760-12..}', 'December 1760 and later', null, '1760年12月及更晚', null],
] as const

describe('dateInWords and shortDate', () => {
  it.each(WORDS)('%s is %s', (text, en, shortEn, zh, shortZh) => {
    const date = read(text)
    expect(dateInWords(date, 'en')).toBe(en)
    expect(dateInWords(date, 'zh-Hant')).toBe(zh)
    if (shortEn !== null) expect(shortDate(date, 'en')).toBe(shortEn)
    if (shortZh !== null) expect(shortDate(date, 'zh-Hant')).toBe(shortZh)
  })

  it('throw for a date that was not read from text', () => {
    expect(() => dateInWords({ ...read('2026'), text: 'never' }, 'en')).toThrow('not a date: never')
  })

  it('never name a day that was not typed, nor leave one out', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom(...LOCALES), (text, locale) => {
        const date = read(text)
        const typed = daysTyped(text)
        for (const words of [dateInWords(date, locale), shortDate(date, locale)])
          expect(new Set(daysSaid(words)), `${text}: ${words}`).toEqual(new Set(typed))
      }),
      { numRuns: 1000 },
    )
  })
})

describe('dayInWords', () => {
  it('says a known day, whatever its hour', () => {
    expect(dayInWords(20_430, 'en')).toBe('8 December 2025')
    expect(dayInWords(20_430.75, 'zh-Hant')).toBe('2025年12月8日')
  })
})

const two = (value: number) => String(value).padStart(2, '0')
const year = fc.integer({ min: 1000, max: 2999 }).map(String)
const month = fc.integer({ min: 1, max: 12 }).map(two)
const point = fc
  .tuple(
    fc.oneof(
      year,
      year.map((text) => `${text.slice(0, 3)}X`),
      fc.tuple(year, fc.integer({ min: 21, max: 41 }).map(two)).map((parts) => parts.join('-')),
      fc.tuple(year, month).map((parts) => parts.join('-')),
      fc.tuple(year, month).map((parts) => `${parts.join('-')}-XX`),
      fc.tuple(year, month, fc.integer({ min: 1, max: 28 }).map(two)).map((parts) => parts.join('-')),
    ),
    fc.constantFrom('', '', '~', '?', '%'),
  )
  .map((parts) => parts.join(''))
const anyDate = fc
  .oneof(
    point,
    fc
      .tuple(fc.oneof(point, fc.constantFrom('..', '')), fc.oneof(point, fc.constantFrom('..', '')))
      .map((ends) => ends.join('/')),
    fc.array(point, { minLength: 1, maxLength: 3 }).map((points) => `[${points.join(',')}]`),
  )
  .filter((text) => parseEdtf(text).ok)

function daysTyped(text: string): number[] {
  return Array.from(text.matchAll(/\d{4}-\d\d-(\d\d)/g), ([, day]) => Number(day))
}

/** The days of the month that a phrase names, in any of the forms it may take. */
function daysSaid(words: string): number[] {
  const patterns = [
    /(?<!\d)(\d{1,2}) [A-Z][a-z]{2}/g,
    /(?<!\d)(\d{1,2})–\d{1,2} [A-Z][a-z]{2}/g,
    /(?<!\d)(\d{1,2})日/g,
    /\d{4}\/\d{1,2}\/(\d{1,2})(?!\d)/g,
    /\/\d{1,2}–(?:\d{1,2}\/)?(\d{1,2})(?![\d/])/g,
  ]
  return patterns.flatMap((pattern) => Array.from(words.matchAll(pattern), ([, day]) => Number(day)))
}
