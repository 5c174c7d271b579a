import fc from 'fast-check'
import type { Names } from '../domain/model/names'
import { CONTROL_METRICS, CONTROL_UNITS } from '../domain/model/control-metric'
import type { Expression } from '../domain/model/formula'
import type { Condition } from '../domain/model/rule'
import { METRIC_UNITS, METRICS } from '../domain/model/spec-value'

export const optional = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined })

/** Drops keys that are undefined: an absent field has no key at all. */
export function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as T
}

/** Words that an analyst might type, Chinese, quotes, emoji and escapes among them. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.constantFrom('輝達', '放行 H200 輸中', '"quoted"', 'back\\slash', 'two\nlines', '<b>&amp;</b>', '思元590'),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '')

export const arbitraryNames: fc.Arbitrary<Names> = fc.record({ en: arbitraryText, 'zh-Hant': arbitraryText })

/** Finite, and never -0, which JSON cannot tell from 0. */
export const arbitraryNumber = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0)

const two = (value: number): string => String(value).padStart(2, '0')

function dateIn(minYear: number, maxYear: number): fc.Arbitrary<string> {
  const year = fc.integer({ min: minYear, max: maxYear })
  const plain = fc.oneof(
    year.map(String),
    fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${two(m)}`),
    fc.tuple(year, fc.constantFrom(21, 22, 23, 24, 33, 34, 35, 36, 40, 41)).map(([y, part]) => `${y}-${part}`),
    fc
      .tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([y, m, d]) => `${y}-${two(m)}-${two(d)}`),
  )
  return fc.tuple(plain, fc.constantFrom('', '', '', '~', '?')).map(([date, mark]) => date + mark)
}

/** EDTF text of the kinds the data needs: days, months, quarters, halves, years, marks, open ends. */
export const arbitraryDate: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: dateIn(1990, 2039) },
  fc.tuple(dateIn(2000, 2019), dateIn(2020, 2039)).map(([from, to]) => `${from}/${to}`),
  dateIn(2000, 2039).map((date) => `${date}/..`),
  dateIn(2000, 2039).map((date) => `../${date}`),
)

export const arbitraryJurisdiction = fc.constantFrom('US', 'CN', 'TW', 'NL', 'JP', 'EU')

export const arbitraryCondition: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition; leaf: Condition }>((tie) => ({
  leaf: fc
    .record({
      metric: fc.constantFrom(...CONTROL_METRICS),
      operator: fc.constantFrom('>=' as const, '>' as const, '<=' as const, '<' as const),
      limit: arbitraryNumber,
    })
    .map((part) => ({ ...part, unit: CONTROL_UNITS[part.metric] })),
  tree: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
  ),
})).tree

/** A definition as a tree; figures with a unit alone, for one cannot reckon with a text. */
export const arbitraryExpression: fc.Arbitrary<Expression> = fc.letrec<{ tree: Expression }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 2 },
    arbitraryNumber,
    fc.constantFrom(...METRICS.filter((metric) => METRIC_UNITS[metric] !== null)).map((spec) => ({ spec })),
    fc.constantFrom(...CONTROL_METRICS).map((control) => ({ control })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 2 }).map((product) => ({ product })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 2 }).map((largest) => ({ largest })),
    fc.tuple(tie('tree'), tie('tree')).map((quotient) => ({ quotient })),
  ),
})).tree
