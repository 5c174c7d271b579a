import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { problemLine } from '../model/problem'
import { compareDates, isBefore, overlaps, type Certainty } from './date-order'
import { parseEdtf, type DatePoint, type EdtfDate } from './edtf'

function read(text: string): EdtfDate {
  const result = parseEdtf(text)
  if (!result.ok) throw new Error(problemLine(result.problem))
  return result.value
}

const sortedTexts = (texts: readonly string[]) =>
  texts
    .map(read)
    .sort(compareDates)
    .map(({ text }) => text)

describe('compareDates', () => {
  it('sorts by the first possible day, then by the last', () => {
    expect(sortedTexts(['2026', '2026-01', '2025-12-31', '2026/..', '2026-01-01', '../2025', '2026-33'])).toEqual([
      '../2025',
      '2025-12-31',
      '2026-01-01',
      '2026-01',
      '2026-33',
      '2026',
      '2026/..',
    ])
  })

  it('calls two dates without a beginning equal when they end alike', () => {
    expect(compareDates(read('../2025'), read('/2025'))).toBe(0)
    expect(compareDates(read('2025/..'), read('2025/'))).toBe(0)
  })
})

describe('isBefore and overlaps', () => {
  it.each([
    ['2025-12-08', '2025-12-09', 'yes', 'no'],
    ['2025-12-08', '2025-12-08', 'no', 'yes'],
    ['2025-12-09', '2025-12-08', 'no', 'no'],
    ['2025', '2026', 'yes', 'no'],
    ['2025', '2025-06', 'maybe', 'maybe'],
    ['2025', '2025', 'maybe', 'maybe'],
    ['2025', '2025-01-01', 'no', 'maybe'],
    ['2025-12-31', '2025', 'no', 'maybe'],
    ['2025-06', '2025/2026', 'maybe', 'maybe'],
    ['2025-06', '2024/2026', 'no', 'yes'],
    ['2024/..', '2030', 'no', 'yes'],
    ['2024/', '2030', 'maybe', 'maybe'],
    ['2024/', '2023', 'no', 'no'],
    ['../2024', '2023', 'no', 'yes'],
    ['/2024', '2023', 'no', 'maybe'],
    ['2023', '../2024', 'no', 'yes'],
    ['2023', '/2024', 'maybe', 'maybe'],
    ['2023~', '2024', 'yes', 'no'],
  ] as const)('%s and %s: before %s, overlap %s', (a, b, before, overlap) => {
    expect(isBefore(read(a), read(b))).toBe(before)
    expect(overlaps(read(a), read(b))).toBe(overlap)
    expect(overlaps(read(b), read(a))).toBe(overlap)
  })

  it('answer as a trial of every reading does', () => {
    fc.assert(
      fc.property(smallDate, smallDate, (a, b) => {
        const pairs = readings(a).flatMap((x) => readings(b).map((y) => [x, y] as const))
        expect(isBefore(a, b)).toBe(verdict(pairs.map(([x, y]) => x.end < y.start)))
        expect(overlaps(a, b)).toBe(verdict(pairs.map(([x, y]) => x.start <= y.end && y.start <= x.end)))
      }),
    )
  })
})

/** Unknown sides range over these days, which lie well outside all others. */
const [FIRST, LAST] = [-8, 28]

const smallPoint: fc.Arbitrary<DatePoint> = fc
  .tuple(fc.integer({ min: 0, max: 15 }), fc.integer({ min: 1, max: 5 }))
  .map(([earliest, days]) => ({
    earliest,
    latest: earliest + days,
    precision: 'other',
    approximate: false,
    uncertain: false,
  }))
const side = fc.oneof({ weight: 4, arbitrary: smallPoint }, fc.constantFrom('open' as const, 'unknown' as const))
const smallDate: fc.Arbitrary<EdtfDate> = fc
  .oneof(
    smallPoint.map((start) => ({ start, end: null })),
    fc.tuple(side, side).map(([start, end]) => ({ start, end })),
  )
  .map(({ start, end }): EdtfDate => {
    const last = end ?? start
    return {
      text: '',
      start,
      end,
      earliest: typeof start === 'string' ? -Infinity : start.earliest,
      latest: typeof last === 'string' ? Infinity : last.latest,
    }
  })
  .filter(
    ({ start, end, earliest, latest }) => earliest < latest && (typeof start !== 'string' || typeof end !== 'string'),
  )

interface Reading {
  readonly start: number
  readonly end: number
}

function days(from: number, until: number): number[] {
  return Array.from({ length: until - from }, (_, index) => from + index)
}

function sideDays(of: DatePoint | 'open' | 'unknown', open: number): number[] {
  if (of === 'open') return [open]
  return of === 'unknown' ? days(FIRST, LAST + 1) : days(of.earliest, of.latest)
}

/** Every first and last day the date may have; an undated open side lies beyond all others. */
function readings({ start, end }: EdtfDate): Reading[] {
  if (end === null) return sideDays(start, -Infinity).map((day) => ({ start: day, end: day }))
  return sideDays(start, -Infinity)
    .flatMap((from) => sideDays(end, Infinity).map((to) => ({ start: from, end: to })))
    .filter((reading) => reading.start <= reading.end)
}

function verdict(answers: readonly boolean[]): Certainty {
  if (answers.every((answer) => answer)) return 'yes'
  return answers.some((answer) => answer) ? 'maybe' : 'no'
}
