import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readByLibrary } from './edtf-library'
import { readPoint } from './edtf-point'

const DAY_MS = 86_400_000
const two = (value: number) => String(value).padStart(2, '0')

const year = fc
  .integer({ min: -9999, max: 9999 })
  .map((value) => `${value < 0 ? '-' : ''}${String(Math.abs(value)).padStart(4, '0')}`)
const part = fc.integer({ min: 0, max: 45 }).map(two)
const common = fc.oneof(
  year,
  fc.tuple(year, part).map((parts) => parts.join('-')),
  fc
    .tuple(year, fc.integer({ min: 0, max: 13 }).map(two), fc.integer({ min: 0, max: 32 }).map(two))
    .map((parts) => parts.join('-')),
)

/** Day numbers by the engine's UTC calendar, which knows nothing of our arithmetic. */
function utcDay(year: number, month: number, day = 1): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month - 1, day)
  return date.getTime() / DAY_MS
}

/** First month and length of the parts of a year whose months the standard fixes. */
function fixedPart(number: number): readonly [number, number] | null {
  if (number >= 33 && number <= 36) return [(number - 33) * 3 + 1, 3]
  if (number >= 37 && number <= 39) return [(number - 37) * 4 + 1, 4]
  return number >= 40 && number <= 41 ? [(number - 40) * 6 + 1, 6] : null
}

/** The bounds that the library's numbers mean; null where the standard leaves them to the reader. */
function boundsByLibrary(type: string, [year = 0, second, third]: readonly number[]): [number, number] | null {
  if (type === 'Season') {
    const fixed = fixedPart(second ?? 0)
    return fixed && [utcDay(year, fixed[0]), utcDay(year, fixed[0] + fixed[1])]
  }
  if (second === undefined) return [utcDay(year, 1), utcDay(year + 1, 1)]
  const month = second + 1
  return third === undefined
    ? [utcDay(year, month), utcDay(year, month + 1)]
    : [utcDay(year, month, third), utcDay(year, month, third) + 1]
}

describe('readPoint', () => {
  it('reads what the library reads of the common forms, and means the same days', () => {
    fc.assert(
      fc.property(common, (text) => {
        const ours = readPoint(text)
        const theirs = readByLibrary(text)
        // The library's grammar has a 29 February in every year.
        if (text.endsWith('-02-29') && ours === null) return
        expect(ours === null, text).toBe(theirs === null)
        if (ours === null || theirs === null) return
        const bounds = boundsByLibrary(theirs.type, theirs.values)
        if (bounds !== null) expect([ours.earliest, ours.latest], text).toEqual(bounds)
      }),
      { numRuns: 3000 },
    )
  })

  it('takes a qualifier as a mark that moves no bound', () => {
    fc.assert(
      fc.property(common, fc.constantFrom('?', '~', '%'), (text, mark) => {
        const plain = readPoint(text)
        const marked = readPoint(text + mark)
        const expected = plain && { ...plain, uncertain: mark !== '~', approximate: mark !== '?' }
        expect(marked).toEqual(expected)
      }),
    )
  })

  it('finds the first and last day that fits unknown digits, by trying every day of a century', () => {
    const days: { readonly iso: string; readonly day: number }[] = []
    for (let day = utcDay(2000, 1); day < utcDay(2100, 1); day += 1)
      days.push({ iso: new Date(day * DAY_MS).toISOString().slice(0, 10), day })
    const masked = fc.tuple(
      fc.constantFrom('20XX', '202X', '20X4', '2024', '2025'),
      fc.constantFrom('XX', '0X', '1X', 'X1', 'X0', 'X2', '02', '04', '12'),
      fc.constantFrom('XX', '0X', '1X', '2X', '3X', 'X0', 'X1', 'X9', '29', '30', '31'),
    )
    fc.assert(
      fc.property(masked, (parts) => {
        const text = parts.join('-')
        const fits = new RegExp(`^${text.replaceAll('X', '\\d')}$`)
        const fitting = days.filter(({ iso }) => fits.test(iso))
        const found = readPoint(text)
        // The library's grammar knows no such day in any month of the mask.
        if (found === null) expect(fitting.length === 0 || readByLibrary(text) === null, text).toBe(true)
        else expect([found.earliest, found.latest - 1], text).toEqual([fitting[0]?.day, fitting.at(-1)?.day])
      }),
      { numRuns: 400 },
    )
  })
})
