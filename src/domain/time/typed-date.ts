import { fail, succeed, type Result } from '../model/problem'
import { parseEdtf, type EdtfDate } from './edtf'
import { doubtAfterReading, doubtBeforeReading, doubtDetail, type DateDoubt } from './date-doubt'
import { TYPED_FORMS } from './typed-date-forms'

/** The year before 民國元年, the first year of the Republic of China calendar. */
const BEFORE_MINGUO = 1911

/** What was understood of a typed date, or what kept it from being understood. */
export type TypedDate =
  { readonly ok: true; readonly value: EdtfDate } | { readonly ok: false; readonly doubt: DateDoubt }

/**
 * Reads what a person types for a date: EDTF, or the usual English and Chinese forms (`8 Dec 2025`,
 * `Q1 2026`, `2026下半年`, `民國114年12月8日`), with `about`, `c.` or `約` before, `since July 2026`
 * and `2026年7月起`, `July 2025 to May 2026`. The answer's text is EDTF; `dateInWords` says it back.
 *
 * `early`, `mid` and `late 2025` become `2025-37~`, `2025-38~` and `2025-39~`: the first, middle and last
 * four months of the year, circa. Writers who say `late` name no months; a third of the year is what
 * the three words divide it into, ISO 8601-2 has a number for it, and the `~` says that its bounds are
 * not to be taken to the day. The second half would throw July in; the fourth quarter would rule September out.
 *
 * Nothing is guessed: `8/12/2025` is refused with both readings, `2026-02-30` with the length of the month.
 */
export function readTypedDate(text: string): TypedDate {
  const typed = text.normalize('NFKC').trim().replace(/\s+/g, ' ')
  const doubt = doubtBeforeReading(typed)
  if (doubt !== null) return { ok: false, doubt }
  const edtf = edtfOf(typed)
  const date = parseEdtf(edtf)
  return date.ok ? date : { ok: false, doubt: doubtAfterReading(edtf) }
}

/**
 * {@link readTypedDate} for callers that want no words but the program's own. Error: `bad-date`.
 */
export function goToDate(text: string): Result<EdtfDate> {
  const read = readTypedDate(text)
  return read.ok ? succeed(read.value) : fail({ code: 'bad-date', detail: `"${text}": ${doubtDetail(read.doubt)}` })
}

/** The EDTF text that a typed one stands for, which may still name a day that is not there; else the text itself. */
function edtfOf(typed: string): string {
  if (parseEdtf(typed).ok && !/^\d{4}\/(0?[1-9]|1[0-2])$/.test(typed)) return typed
  const words = withWesternYear(typed).toLowerCase()
  return pointOf(words) ?? openOf(words) ?? runOf(words) ?? typed
}

/** One date, with `about` or `約` before it or without. */
function pointOf(words: string): string | null {
  const about = /^(?:about|around|circa|ca?\.?|大約|約) ?(?:the )?(?<rest>.+)$/.exec(words)?.groups?.['rest']
  for (const { pattern, edtf } of TYPED_FORMS) {
    const match = pattern.exec(about ?? words)
    const found = match && edtf(definedGroups(match))
    if (found !== null) return about === undefined || found.endsWith('~') ? found : `${found}~`
  }
  const plain = (about ?? words).toUpperCase()
  if (plain.includes('/') || !parseEdtf(plain).ok) return null
  return about === undefined ? plain : `${plain}~`
}

/** `since July 2026`, `2026年7月起`, `until 2027`: one end is open. */
function openOf(words: string): string | null {
  const since =
    /^(?:since|from|starting(?: in| on)?) (?<date>.+?)(?: on(?:wards?)?)?$/.exec(words) ??
    /^[自從]?(?<date>.+?)(?:起|以來|至今)$/.exec(words)
  const until = /^(?:until|till|through) (?<date>.+)$/.exec(words) ?? /^(?:至|到)?(?<date>.+?)(?:止|為止)$/.exec(words)
  const start = since?.groups?.['date'] === undefined ? null : pointOf(since.groups['date'])
  if (start !== null) return `${start}/..`
  const end = until?.groups?.['date'] === undefined ? null : pointOf(until.groups['date'])
  return end === null ? null : `../${end}`
}

/** `July 2025 to May 2026`, `2025年7月至2026年5月`: both ends whole. */
function runOf(words: string): string | null {
  const ends = /^(?:from |自)?(?<from>.+?)(?: to | until | ?[–—~～] ?| - |[至到])(?<to>.+)$/.exec(words)?.groups
  const from = ends?.['from'] === undefined ? null : pointOf(ends['from'])
  const to = ends?.['to'] === undefined ? null : pointOf(ends['to'])
  return from === null || to === null ? null : `${from}/${to}`
}

/** 民國114年 is 2025年; 民國元年 is 1912年. */
function withWesternYear(text: string): string {
  return text
    .replace(/ ?([年月日號季]) ?/g, '$1')
    .replace(/(?:中華)?民國 ?(\d{1,3}|元)(?=年|[./-])/g, (_, year: string) =>
      String(BEFORE_MINGUO + (year === '元' ? 1 : Number(year))),
    )
}

function definedGroups(match: RegExpExecArray): Record<string, string> {
  const groups: Record<string, string | undefined> = match.groups ?? {}
  const defined: Record<string, string> = {}
  for (const [name, value] of Object.entries(groups)) if (value !== undefined) defined[name] = value
  return defined
}
