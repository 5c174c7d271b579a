import { fail, type Result } from '../model/problem'
import { monthName } from './calendar-names'
import { parseEdtf, type EdtfDate } from './edtf'

/** The year before 民國元年, the first year of the Republic of China calendar. */
const BEFORE_MINGUO = 1911

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

/** A form people type, and the EDTF it stands for; null where the words in it mean nothing. */
interface TypedForm {
  readonly pattern: RegExp
  readonly edtf: (groups: Readonly<Record<string, string>>) => string | null
}

const dated = (year: string, month: string, day?: string): string =>
  [year, month.padStart(2, '0'), ...(day === undefined || day === '' ? [] : [day.padStart(2, '0')])].join('-')

const partOf = (year: string, first: number, count: number, index: number | null): string | null =>
  index !== null && index >= 1 && index <= count ? `${year}-${first - 1 + index}` : null

const quarter = ({ year = '', n = '' }: Readonly<Record<string, string>>) => partOf(year, 33, 4, numberOf(n))
const half = ({ year = '', n = '' }: Readonly<Record<string, string>>) => partOf(year, 40, 2, numberOf(n))
const season = ({ year = '', n = '' }: Readonly<Record<string, string>>) => {
  const part = SEASON_WORDS.get(n)
  return part === undefined ? null : `${year}-${part}`
}
const named = ({ year = '', month = '', day }: Readonly<Record<string, string>>) => {
  const number = monthNumberOf(month)
  return number === null ? null : dated(year, String(number), day)
}

const FORMS: readonly TypedForm[] = [
  { pattern: /^(?<year>\d{4})-(?<month>\d\d?)(?:-(?<day>\d\d?))?$/, edtf: numeric },
  { pattern: /^(?<year>\d{4})(?<mark>[/. ])(?<month>0?[1-9]|1[0-2])(?:\k<mark>(?<day>\d\d?))?$/, edtf: numeric },
  { pattern: /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/, edtf: numeric },
  { pattern: /^(?<year>\d{4})年(?:(?<month>\d\d?)月(?:(?<day>\d\d?)[日號])?)?$/, edtf: numeric },
  { pattern: /^(?<year>\d{4})[- ]?q(?<n>[1-4])$/, edtf: quarter },
  { pattern: /^q(?<n>[1-4])[- ]?(?<year>\d{4})$/, edtf: quarter },
  { pattern: /^(?<n>\w+) quarter(?: of)? (?<year>\d{4})$/, edtf: quarter },
  { pattern: /^(?<year>\d{4})年第?(?<n>[1-4一二三四])季度?$/, edtf: quarter },
  { pattern: /^(?<year>\d{4})[- ]?h(?<n>[12])$/, edtf: half },
  { pattern: /^h(?<n>[12])[- ]?(?<year>\d{4})$/, edtf: half },
  { pattern: /^(?<n>\w+) half(?: of)? (?<year>\d{4})$/, edtf: half },
  { pattern: /^(?<year>\d{4})年(?<n>[上下])半年$/, edtf: half },
  { pattern: /^(?<n>spring|summer|autumn|fall|winter)(?: of)? (?<year>\d{4})$/, edtf: season },
  { pattern: /^(?<year>\d{4})年(?<n>[春夏秋冬])季?天?$/, edtf: season },
  { pattern: /^(?<day>\d\d?)(?:st|nd|rd|th)?[- ](?<month>[a-z]+)\.?,?[- ](?<year>\d{4})$/, edtf: named },
  { pattern: /^(?<month>[a-z]+)\.? (?<day>\d\d?)(?:st|nd|rd|th)?,? (?<year>\d{4})$/, edtf: named },
  { pattern: /^(?<month>[a-z]+)\.?,?[- ](?<year>\d{4})$/, edtf: named },
  { pattern: /^(?<year>\d{4})[- ](?<month>[a-z]+)\.?(?:[- ](?<day>\d\d?))?$/, edtf: named },
  { pattern: /^(?:the )?(?<decade>\d{3})0(?:s|年代)$/, edtf: ({ decade = '' }) => `${decade}X` },
]

/**
 * Reads what a person types to go to a date: EDTF, or the usual English and Chinese forms (`8 Dec
 * 2025`, `Q1 2026`, `2026年下半年`, `民國114年12月8日`), with `about` or `約` before. The answer's
 * text is EDTF. Nothing is guessed: `01/02/2025` and years of two digits are refused with the forms
 * they might stand for. Error: `bad-date`.
 */
export function goToDate(text: string): Result<EdtfDate> {
  const typed = text.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const doubt = doubtIn(typed)
  if (doubt !== null) return fail({ code: 'bad-date', detail: `"${text}": ${doubt}` })

  const about = /^(?:about|around|circa|ca?\.?|大約|約) ?(?:the )?(?<rest>.+)$/i.exec(typed)?.groups?.['rest']
  const words = withWesternYear(about ?? typed).toLowerCase()
  for (const { pattern, edtf: edtfOf } of FORMS) {
    const match = pattern.exec(words)
    const found = match && edtfOf(definedGroups(match))
    if (found !== null) return parseEdtf(about === undefined ? found : `${found}~`)
  }
  const edtf = parseEdtf(typed)
  if (edtf.ok) return edtf
  if (about !== undefined) {
    const date = parseEdtf(`${about}~`)
    if (date.ok) return date
  }
  if (!/[\p{L} ]/u.test(words)) return edtf
  return fail({
    code: 'bad-date',
    detail: `"${text}": is not a date that can be read; write 2025-12-08, 8 Dec 2025, Q1 2026 or 2025年12月8日`,
  })
}

function doubtIn(typed: string): string | null {
  if (/^\d{2,3}$/.test(typed)) return 'write a year with four digits, as 2026, or a decade as 2020s'
  if (/^\d{4}\/(?:1[3-9]|[2-9]\d)$/.test(typed)) return 'write both years of a span whole, as 2025/2026'
  const parts = /^(\d\d?)[/.-](\d\d?)[/.-](\d{4})$/.exec(typed)
  if (parts === null)
    return /^\d\d?[/.-]\d\d?[/.-]\d\d$/.test(typed) ? 'write the year first and whole, as 2025-12-08' : null
  const [, a = '', b = '', year = ''] = parts
  const readings = [dated(year, a, b), dated(year, b, a)].filter(
    (reading, index, all) => all.indexOf(reading) === index && parseEdtf(reading).ok,
  )
  return `write the year first, as ${readings.join(' or ') || '2025-12-08'}`
}

/** 民國114年 is 2025年; 民國元年 is 1912年. */
function withWesternYear(text: string): string {
  return text.replace(/ ?([年月日號季]) ?/g, '$1').replace(/^(?:中華)?民國 ?(\d{1,3}|元)年/, (_, year: string) => {
    return `${BEFORE_MINGUO + (year === '元' ? 1 : Number(year))}年`
  })
}

function numeric({ year = '', month = '', day }: Readonly<Record<string, string>>): string {
  return month === '' ? year : dated(year, month, day)
}

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

function definedGroups(match: RegExpExecArray): Record<string, string> {
  const groups: Record<string, string | undefined> = match.groups ?? {}
  const defined: Record<string, string> = {}
  for (const [name, value] of Object.entries(groups)) if (value !== undefined) defined[name] = value
  return defined
}
