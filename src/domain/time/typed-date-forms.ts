import { monthName } from './calendar-names'

const CHINESE_DIGITS = '一二三四五六七八九'
const SEASON_WORDS: ReadonlyMap<string, number> = new Map([
  ...(['spring', 'summer', 'autumn', 'winter'] as const).map((word, index) => [word, 21 + index] as const),
  ...(['春', '夏', '秋', '冬'] as const).map((word, index) => [word, 21 + index] as const),
  ['fall', 23],
])
const ORDINAL_WORDS: ReadonlyMap<string, number> = new Map([
  ...(['first', 'second', 'third', 'fourth'] as const).map((word, index) => [word, 1 + index] as const),
  ...(['1st', '2nd', '3rd', '4th'] as const).map((word, index) => [word, 1 + index] as const),
  ...(['上', '下'] as const).map((word, index) => [word, 1 + index] as const),
])
/** Early, mid and late are the three thirds of a year, quadrimesters 37 to 39 of ISO 8601-2. */
const THIRD_WORDS: ReadonlyMap<string, number> = new Map([
  ...['early', 'beginning', '初'].map((word) => [word, 37] as const),
  ...['mid', 'middle', '中'].map((word) => [word, 38] as const),
  ...['late', 'end', '底', '末'].map((word) => [word, 39] as const),
])

type Groups = Readonly<Record<string, string>>

/** A form people type, and the EDTF it stands for; null where the words in it mean nothing. */
export interface TypedForm {
  readonly pattern: RegExp
  readonly edtf: (groups: Groups) => string | null
}

/** The EDTF text of a year, month and day given as digits, `2025`, `1`, `2` as `2025-01-02`. */
export const dated = (year: string, month: string, day?: string): string =>
  [year, month.padStart(2, '0'), ...(day === undefined || day === '' ? [] : [day.padStart(2, '0')])].join('-')

const partOf = (year: string, first: number, count: number, index: number | null): string | null =>
  index !== null && index >= 1 && index <= count ? `${year}-${first - 1 + index}` : null

const quarter = ({ year = '', n = '' }: Groups) => partOf(year, 33, 4, numberOf(n))
const half = ({ year = '', n = '' }: Groups) => partOf(year, 40, 2, numberOf(n))
const season = ({ year = '', n = '' }: Groups) => {
  const part = SEASON_WORDS.get(n)
  return part === undefined ? null : `${year}-${part}`
}
const third = ({ year = '', n = '' }: Groups) => {
  const part = THIRD_WORDS.get(n)
  return part === undefined ? null : `${year}-${part}~`
}
const named = ({ year = '', month = '', day }: Groups) => {
  const number = monthNumberOf(month)
  return number === null ? null : dated(year, String(number), day)
}
const numeric = ({ year = '', month = '', day }: Groups) => (month === '' ? year : dated(year, month, day))

/** Every written form of a date that is not EDTF itself, on text in lower case. */
export const TYPED_FORMS: readonly TypedForm[] = [
  { pattern: /^(?<year>\d{4})-(?<month>\d\d?)(?:-(?<day>\d\d?))?$/, edtf: numeric },
  { pattern: /^(?<year>\d{4})(?<mark>[/. ])(?<month>0?[1-9]|1[0-2])(?:\k<mark>(?<day>\d\d?))?$/, edtf: numeric },
  { pattern: /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/, edtf: numeric },
  { pattern: /^(?<year>\d{4})年(?:(?<month>\d\d?)月(?:份|(?<day>\d\d?)[日號])?)?$/, edtf: numeric },
  { pattern: /^(?<year>\d{4})[- ]?q(?<n>[1-4])$/, edtf: quarter },
  { pattern: /^q(?<n>[1-4])[- ]?(?<year>\d{4})$/, edtf: quarter },
  { pattern: /^(?<n>\w+) quarter(?: of)? (?<year>\d{4})$/, edtf: quarter },
  { pattern: /^(?<year>\d{4})(?:年|年?第)(?<n>[1-4一二三四])季度?$/, edtf: quarter },
  { pattern: /^(?<year>\d{4})[- ]?h(?<n>[12])$/, edtf: half },
  { pattern: /^h(?<n>[12])[- ]?(?<year>\d{4})$/, edtf: half },
  { pattern: /^(?<n>\w+) half(?: of)? (?<year>\d{4})$/, edtf: half },
  { pattern: /^(?<year>\d{4})年?(?<n>[上下])半年$/, edtf: half },
  { pattern: /^(?<n>spring|summer|autumn|fall|winter)(?: of)? (?<year>\d{4})$/, edtf: season },
  { pattern: /^(?<year>\d{4})年(?<n>[春夏秋冬])季?天?$/, edtf: season },
  { pattern: /^(?<n>early|mid|late)(?: in)?[- ](?<year>\d{4})$/, edtf: third },
  { pattern: /^(?<n>beginning|middle|end) of (?<year>\d{4})$/, edtf: third },
  { pattern: /^(?<year>\d{4})年?年(?<n>[初中底末])$/, edtf: third },
  { pattern: /^(?<day>\d\d?)(?:st|nd|rd|th)?[- ](?<month>[a-z]+)\.?,?[- ](?<year>\d{4})$/, edtf: named },
  { pattern: /^(?<month>[a-z]+)\.? (?<day>\d\d?)(?:st|nd|rd|th)?,? (?<year>\d{4})$/, edtf: named },
  { pattern: /^(?<month>[a-z]+)\.?,?[- ](?<year>\d{4})$/, edtf: named },
  { pattern: /^(?<year>\d{4})[- ](?<month>[a-z]+)\.?(?:[- ](?<day>\d\d?))?$/, edtf: named },
  { pattern: /^(?:the )?(?<decade>\d{3})0(?:s|年代)$/, edtf: ({ decade = '' }) => `${decade}X` },
]

function numberOf(text: string): number | null {
  if (/^\d$/.test(text)) return Number(text)
  const chinese = CHINESE_DIGITS.indexOf(text)
  return chinese >= 0 ? chinese + 1 : (ORDINAL_WORDS.get(text) ?? null)
}

/** The month whose English name begins with these letters, at least three of them. */
function monthNumberOf(letters: string): number | null {
  if (letters.length < 3) return null
  for (let month = 1; month <= 12; month += 1)
    if (monthName(month, 'en').toLowerCase().startsWith(letters)) return month
  return null
}
