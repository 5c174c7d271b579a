import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { EdtfText } from '../model/edtf-text'
import { problemLine } from '../model/problem'
import { civilDateOf } from './day-number'
import { parseEdtf, type EdtfDate } from './edtf'

function read(text: string): EdtfDate {
  const result = parseEdtf(text)
  if (!result.ok) throw new Error(problemLine(result.problem))
  return result.value
}

function isoDay(dayNumber: number): string {
  if (!Number.isFinite(dayNumber)) return 'for ever'
  const { year, month, day } = civilDateOf(dayNumber)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** Text, first day, last day (inclusive), precision of its start. */
const SINGLE = [
  ['2026', '2026-01-01', '2026-12-31', 'year'],
  ['0000', '0000-01-01', '0000-12-31', 'year'],
  ['-0100', '-0100-01-01', '-0100-12-31', 'year'],
  ['2023-11', '2023-11-01', '2023-11-30', 'month'],
  ['2024-02', '2024-02-01', '2024-02-29', 'month'],
  ['-0001-12', '-0001-12-01', '-0001-12-31', 'month'],
  ['2025-12-08', '2025-12-08', '2025-12-08', 'day'],
  ['2024-02-29', '2024-02-29', '2024-02-29', 'day'],
  ['2026-33', '2026-01-01', '2026-03-31', 'quarter'],
  ['2026-36', '2026-10-01', '2026-12-31', 'quarter'],
  ['2026-40', '2026-01-01', '2026-06-30', 'half'],
  ['2026-41', '2026-07-01', '2026-12-31', 'half'],
  ['2026-37', '2026-01-01', '2026-04-30', 'other'],
  ['2026-39', '2026-09-01', '2026-12-31', 'other'],
  ['2026-21', '2026-03-01', '2026-05-31', 'season'],
  ['2026-28', '2026-12-01', '2027-02-28', 'season'],
  ['2026-30', '2026-12-01', '2027-02-28', 'season'],
  ['2026-32', '2026-06-01', '2026-08-31', 'season'],
  ['202X', '2020-01-01', '2029-12-31', 'decade'],
  ['202', '2020-01-01', '2029-12-31', 'decade'],
  ['20XX', '2000-01-01', '2099-12-31', 'century'],
  ['20', '2000-01-01', '2099-12-31', 'century'],
  ['-202', '-2029-01-01', '-2020-12-31', 'decade'],
  ['-012X', '-0129-01-01', '-0120-12-31', 'decade'],
  ['2026-XX', '2026-01-01', '2026-12-31', 'year'],
  ['2026-XX-XX', '2026-01-01', '2026-12-31', 'year'],
  ['2026-1X', '2026-10-01', '2026-12-31', 'other'],
  ['2026-X0', '2026-10-01', '2026-10-31', 'other'],
  ['2026-02-XX', '2026-02-01', '2026-02-28', 'month'],
  ['2026-02-3X', null, null, null],
  ['20XX-02-29', '2000-02-29', '2096-02-29', 'other'],
  ['156X-12-25', '1560-12-25', '1569-12-25', 'other'],
  ['20XX-33', '2000-01-01', '2099-03-31', 'other'],
  ['Y12026', '12026-01-01', '12026-12-31', 'year'],
  ['Y17E7', '170000000-01-01', '170000000-12-31', 'year'],
  ['Y-17E7', '-170000000-01-01', '-170000000-12-31', 'year'],
  ['1950S2', '1900-01-01', '1999-12-31', 'century'],
  ['1950S3', '1950-01-01', '1959-12-31', 'decade'],
] as const

describe('parseEdtf: one date', () => {
  it.each(SINGLE)('%s is %s to %s (%s)', (text, first, last, precision) => {
    const result = parseEdtf(text)
    if (first === null) return expect(result.ok).toBe(false)
    const date = read(text)
    expect([isoDay(date.earliest), isoDay(date.latest - 1)]).toEqual([first, last])
    expect(date.end).toBeNull()
    expect(date.start).toMatchObject({ precision, earliest: date.earliest, latest: date.latest })
    expect(date.text).toBe(text)
  })

  it.each([
    ['2023~', true, false],
    ['2023?', false, true],
    ['2023-11%', true, true],
    ['2026-33~', true, false],
    ['~2004-06-11', true, false],
    ['2004-06~-11', true, false],
    ['2004?-06-~11', true, true],
    ['202X~', true, false],
    ['20?', false, true],
    ['2026-XX~', true, false],
    ['1950S2', true, false],
    ['2025-12-08', false, false],
  ])('%s: approximate %s, uncertain %s', (text, approximate, uncertain) => {
    expect(read(text).start).toMatchObject({ approximate, uncertain })
  })

  it('keeps a known day a day when only a part of it is qualified', () => {
    expect(read('2004-06-~11').start).toMatchObject({ precision: 'day' })
  })
})

describe('parseEdtf: intervals and sets', () => {
  it.each([
    ['2025-07-14/2025-07-15', '2025-07-14', '2025-07-15'],
    ['2026-33/2026-41', '2026-01-01', '2026-12-31'],
    ['2026-33~/2027', '2026-01-01', '2027-12-31'],
    ['2026-07/2026', '2026-07-01', '2026-12-31'],
    ['2004-06-XX/2004-07-03', '2004-06-01', '2004-07-03'],
    ['2026-07/..', '2026-07-01', 'for ever'],
    ['2026-07/', '2026-07-01', 'for ever'],
    ['../2026-07', 'for ever', '2026-07-31'],
    ['/2026-07', 'for ever', '2026-07-31'],
    ['[1667,1668,1670..1672]', '1667-01-01', '1672-12-31'],
    ['[2026-33,2025-41]', '2025-07-01', '2026-03-31'],
    ['{1960,1961-12}', '1960-01-01', '1961-12-31'],
    ['[..1760-12-03]', 'for ever', '1760-12-03'],
    ['[1760-12..]', '1760-12-01', 'for ever'],
    ['[2026]', '2026-01-01', '2026-12-31'],
  ])('%s runs from %s to %s', (text, first, last) => {
    const { earliest, latest } = read(text)
    expect([isoDay(earliest), isoDay(latest - 1)]).toEqual([first, last])
  })

  it('tells an open side from an unknown one', () => {
    expect(read('2026-07/..')).toMatchObject({ end: 'open', latest: Infinity })
    expect(read('2026-07/')).toMatchObject({ end: 'unknown', latest: Infinity })
    expect(read('../2026-07')).toMatchObject({ start: 'open', earliest: -Infinity })
    expect(read('/2026-07')).toMatchObject({ start: 'unknown', earliest: -Infinity })
  })

  it('makes one wide date of one-of sets and a span of all-of sets', () => {
    expect(read('[2025,2026-01~]')).toMatchObject({ end: null, start: { precision: 'other', approximate: true } })
    expect(read('{2025,2026-01}')).toMatchObject({ start: { precision: 'year' }, end: { precision: 'month' } })
  })

  it('refuses every interval whose end is over before its start, and reads it the other way round', () => {
    const year = fc.integer({ min: 1000, max: 9999 })
    fc.assert(
      fc.property(year, year, (a, b) => {
        fc.pre(a < b)
        expect(parseEdtf(`${b}/${a}`).ok).toBe(false)
        expect(parseEdtf(`${a}/${b}`).ok).toBe(true)
      }),
    )
  })
})

describe('parseEdtf: what is wrong', () => {
  it.each([
    ['', 'a date is missing'],
    ['2026-02-30', 'there is no day 30 in 2026-02, which has 28 days; write 2026-02-28 for the last'],
    ['2026-04-31~', 'there is no day 31 in 2026-04, which has 30 days'],
    ['2026-02-00', 'there is no day 00; write 2026-02 if the day is not known'],
    ['2026-13', 'there is no month 13; months are 01 to 12, quarters 33 to 36, halves 40 and 41'],
    ['2026-00-10', 'there is no month 00'],
    ['2026-42', 'there is no month 42'],
    ['2026-33-01', '33 is a part of the year and has no days; write 2026-33'],
    ['2026-Q1', 'quarters are 33 to 36; write 2026-33'],
    ['2026H2', 'halves are 40 and 41; write 2026-41'],
    ['2026H3', 'a year has two halves'],
    ['2026-1', 'month and day have two digits; write 2026-01'],
    ['2026-1-5', 'write 2026-01-05'],
    ['20260105', 'write it with hyphens, as 2026-01-05'],
    ['2026/01/05', 'write it with hyphens, as 2026-01-05'],
    ['01/02/2025', 'write the year first'],
    ['2025-12-08T10:00:00Z', 'a time of day is not kept, the day is the finest; write 2025-12-08'],
    ['2025 Q1', 'a date has no spaces'],
    ['202x', 'an unknown digit is a capital X; write 202X'],
    ['12026', 'write Y12026'],
    ['-0000', 'there is no year -0000'],
    ['XXX1-02-29', 'is not a date'],
    ['Y17E99', 'is not a date'],
    ['2027/2026', 'ends before it starts; write 2026/2027'],
    ['2026-13/2027', '"2026-13": there is no month 13'],
    ['2026/2027/2028', 'an interval has two ends'],
    ['../..', 'at least one end of an interval needs a date'],
    ['/', 'at least one end'],
    ['[]', 'a set is dates with commas'],
    ['[2026', 'a set is dates'],
    ['[2026}', 'a set is dates'],
    ['[..]', 'a set is dates'],
    ['[2027..2026]', 'a set is dates'],
    ['[2026,..2027]', 'a set is dates'],
    ['tomorrow', 'is not a date'],
  ])('%s: %s', (text, reason) => {
    const result = parseEdtf(text)
    expect(result.ok ? result.value : result.problem).toMatchObject({
      code: 'bad-date',
      detail: expect.stringContaining(reason) as string,
    })
  })

  it('never throws, whatever the text, and reads nothing that a record could not hold', () => {
    const piece = fc.constantFrom(...'0123456789XYESTxq?~%/.,[]{}- '.split(''), '..', '2026', '-12', '-33')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const result = parseEdtf(pieces.join(''))
        if (result.ok) {
          expect(result.value.earliest).toBeLessThan(result.value.latest)
          expect(v.is(EdtfText, result.value.text)).toBe(true)
        } else expect(result.problem.detail).toContain(pieces.join(''))
      }),
      { numRuns: 2000 },
    )
  })
})
