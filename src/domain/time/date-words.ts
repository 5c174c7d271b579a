import type { Locale } from '../model/names'
import { partsOf } from './date-parts'
import type { DatePhrases } from './date-phrases'
import { ENGLISH, SHORT_ENGLISH } from './date-phrases-en'
import { CHINESE, SHORT_CHINESE } from './date-phrases-zh'
import { civilDateOf, type DayNumber } from './day-number'
import type { EdtfDate } from './edtf-date'
import { splitSet } from './edtf-set'

const LONG: Readonly<Record<Locale, DatePhrases>> = { en: ENGLISH, 'zh-Hant': CHINESE }
const SHORT: Readonly<Record<Locale, DatePhrases>> = { en: SHORT_ENGLISH, 'zh-Hant': SHORT_CHINESE }

/**
 * A date in full words, for details and for reading aloud: `first quarter of 2026`, `about 2023`,
 * `14–15 July 2025`, `2026年7月起，仍持續`. Says what the text says; a day that was not typed is
 * never named. Throws if the date did not come from `parseEdtf`.
 */
export function dateInWords(date: EdtfDate, locale: Locale): string {
  return inPhrases(date.text, LONG[locale])
}

/** The same in the shortest form that stays clear, for labels: `8 Dec 2025`, `Q1 2026`, `2025/12/8`. */
export function shortDate(date: EdtfDate, locale: Locale): string {
  return inPhrases(date.text, SHORT[locale])
}

/** A known day in full words: `8 December 2025`, `2025年12月8日`. A fraction of a day is cut off. */
export function dayInWords(day: DayNumber, locale: Locale): string {
  return LONG[locale].point({ kind: 'day', ...civilDateOf(day) })
}

function inPhrases(text: string, phrases: DatePhrases): string {
  const set = splitSet(text)
  if (set !== null) return setInPhrases(set, phrases)
  const slash = text.indexOf('/')
  return slash < 0
    ? pointInPhrases(text, phrases)
    : intervalInPhrases(text.slice(0, slash), text.slice(slash + 1), phrases)
}

function setInPhrases({ all, items }: NonNullable<ReturnType<typeof splitSet>>, phrases: DatePhrases): string {
  const words = items.map(({ from, to }) => {
    if (from === '') return phrases.earlier(pointInPhrases(to ?? '', phrases), all)
    if (to === '') return phrases.later(pointInPhrases(from, phrases), all)
    return to === null ? pointInPhrases(from, phrases) : runInPhrases(from, to, phrases)
  })
  return all ? phrases.and(words) : phrases.or(words)
}

function intervalInPhrases(from: string, to: string, phrases: DatePhrases): string {
  if (to === '..') return phrases.ongoing(pointInPhrases(from, phrases))
  if (to === '') return phrases.endUnknown(pointInPhrases(from, phrases))
  if (from === '..') return phrases.until(pointInPhrases(to, phrases))
  if (from === '') return phrases.startUnknown(pointInPhrases(to, phrases))
  if (from !== to) return runInPhrases(from, to, phrases)
  const words = pointInPhrases(from, phrases)
  return partsOf(from).parts.kind === 'day' ? words : phrases.within(words)
}

function runInPhrases(from: string, to: string, phrases: DatePhrases): string {
  const [start, end] = [partsOf(from), partsOf(to)]
  const alike = start.point.approximate === end.point.approximate && start.point.uncertain === end.point.uncertain
  const run = alike ? phrases.run(start.parts, end.parts) : null
  if (run === null) return phrases.fromTo(pointInPhrases(from, phrases), pointInPhrases(to, phrases))
  return qualified(run, start, phrases)
}

function pointInPhrases(text: string, phrases: DatePhrases): string {
  const read = partsOf(text)
  return qualified(phrases.point(read.parts), read, phrases)
}

function qualified(words: string, { point, parts }: ReturnType<typeof partsOf>, phrases: DatePhrases): string {
  const about = point.approximate ? phrases.about(words, parts) : words
  return point.uncertain ? phrases.uncertain(about) : about
}
