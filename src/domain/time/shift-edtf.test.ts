import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { arbitraryDate } from '../../testing/arbitrary-values'
import { parseEdtf, type EdtfDate } from './edtf'
import { resizeEdtf, shiftEdtf, unitDaysOf } from './shift-edtf'

function read(text: string): EdtfDate {
  const date = parseEdtf(text)
  if (!date.ok) throw new Error(text)
  return date.value
}

const shifted = (text: string, days: number): string => {
  const result = shiftEdtf(text, days)
  return result.ok ? result.value : result.problem.code
}

describe('shiftEdtf', () => {
  it.each([
    ['2025-12-08', 1, '2025-12-09'],
    ['2025-12-31', 1, '2026-01-01'],
    ['2024-03-01', -1, '2024-02-29'],
    ['2025-12-08~', 30, '2026-01-07~'],
    ['2023-11', 31, '2023-12'],
    ['2023-11', 62, '2024-01'],
    ['2023-11', 14, '2023-11'],
    ['2023-11?', -31, '2023-10?'],
    ['2026-33', 92, '2026-34'],
    ['2026-36', 92, '2027-33'],
    ['2026-41', 184, '2027-40'],
    ['2026-24', 92, '2027-21'],
    ['2026-28', -92, '2026-27'],
    ['2026-30', 92, '2027-31'],
    ['2026-39', 122, '2027-37'],
    ['2022', 366, '2023'],
    ['2022~', -366, '2021~'],
    ['0001', -731, '-0001'],
    ['202X', 3653, '203X'],
    ['202', 3653, '203'],
    ['20XX', 36_525, '21XX'],
    ['2026-XX', 366, '2027-XX'],
    ['2026-02-XX', 31, '2026-03-XX'],
    ['~2004-06?-11', 1, '~2004-06?-12'],
    ['2026-07/..', 31, '2026-08/..'],
    ['../2026-07', 31, '../2026-08'],
    ['2026-07/', -31, '2026-06/'],
    ['2025-07-14/2025-07-15', 3, '2025-07-17/2025-07-18'],
    ['2025-11-20/2026', 366, '2026-11-21/2027'],
    ['{2025,2026-01}', 31, 'not-editable'],
    ['[2025,2026]', 366, 'not-editable'],
    ['156X-12-25', 1, 'not-editable'],
    ['2026-1X', 31, 'not-editable'],
    ['1950S2', 366, 'not-editable'],
    ['Y12026', 366, 'not-editable'],
    ['9999', 366, 'not-editable'],
    ['999X', 3660, 'not-editable'],
    ['2025-02-30', 1, 'bad-date'],
    ['2025-12-30/2025', 4, 'bad-date'],
  ])('%s by %i days is %s', (text, days, expected) => {
    expect(shifted(text, days)).toBe(expected)
  })

  const days = fc.double({ min: -4000, max: 4000, noNaN: true })

  it('keeps the precision and the marks, and invents no day', () => {
    fc.assert(
      fc.property(arbitraryDate, days, (text, by) => {
        const result = shiftEdtf(text, by)
        if (!result.ok) return
        const [before, after] = [read(text), read(result.value)]
        for (const side of ['start', 'end'] as const) {
          const [from, to] = [before[side], after[side]]
          if (from === null || typeof from === 'string') expect(to).toBe(from)
          else {
            const { precision, approximate, uncertain } = from
            expect(to).toMatchObject({ precision, approximate, uncertain })
          }
        }
        expect(result.value.replace(/\d/g, '0')).toBe(text.replace(/\d/g, '0'))
      }),
    )
  })

  it('gives the same text after there and back', () => {
    fc.assert(
      fc.property(arbitraryDate, days, (text, by) => {
        const there = shiftEdtf(text, by)
        if (there.ok) expect(shiftEdtf(there.value, -by)).toEqual({ ok: true, value: text })
      }),
    )
  })

  it('lands within half a unit of where it was let go', () => {
    fc.assert(
      fc.property(arbitraryDate, days, (text, by) => {
        const result = shiftEdtf(text, by)
        if (!result.ok || text.includes('/')) return
        const unit = unitDaysOf(text) ?? NaN
        // Months, quarters and seasons are up to three days off their average, leap years one.
        expect(Math.abs(read(result.value).earliest - read(text).earliest - by)).toBeLessThan(unit / 2 + 4)
      }),
    )
  })
})

describe('resizeEdtf', () => {
  it.each([
    ['2025-07-14/2025-08', 'end', 31, '2025-07-14/2025-09'],
    ['2025-07-14/2025-08', 'start', 3, '2025-07-17/2025-08'],
    ['2026-07/..', 'start', 31, '2026-08/..'],
    ['2025-12-08', 'end', 3, '2025-12-11'],
  ] as const)('%s, %s by %i days, is %s', (text, side, by, expected) => {
    expect(resizeEdtf(text, side, by)).toEqual({ ok: true, value: expected })
  })

  it.each([
    ['2026-07/..', 'end', 31, 'not-editable'],
    ['/2026-07', 'start', 31, 'not-editable'],
    ['2025-07-14/2025-07-16', 'end', -9, 'bad-date'],
  ] as const)('refuses %s, %s by %i days: %s', (text, side, by, code) => {
    expect(resizeEdtf(text, side, by)).toMatchObject({ ok: false, problem: { code } })
  })

  it('leaves the other end as it was typed', () => {
    fc.assert(
      fc.property(arbitraryDate, fc.integer({ min: -900, max: 900 }), (text, by) => {
        const result = resizeEdtf(text, 'end', by)
        if (result.ok && text.includes('/')) expect(result.value.split('/')[0]).toBe(text.split('/')[0])
      }),
    )
  })
})
