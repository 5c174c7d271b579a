import type { RecordOf } from '../../model/record'
import type { Locale } from '../../model/names'
import { shortDate } from '../../time/date-words'
import { parseEdtf } from '../../time/edtf'
import { cleanText } from '../clean-text'

/** Longer titles are cut: a reader finds the source by what is left. A Chinese character says as much as two letters. */
const MOST_TITLE = 90

function shortened(title: string): string {
  let length = 0
  const kept: string[] = []
  for (const character of title) {
    length += character > '\u2e80' ? 2 : 1
    if (length > MOST_TITLE) return `${kept.join('').trimEnd()}…`
    kept.push(character)
  }
  return title
}

/** In a list on a figure no source takes more lines. */
export const SOURCE_LINES = 3

/** Publisher, title and date of a source as a list of sources writes them, with the host where it is on the web. */
export function sourceText(source: RecordOf<'source'>, locale: Locale): string {
  const date = source.date === undefined ? null : parseEdtf(source.date)
  const written = date?.ok === true ? shortDate(date.value, locale) : (source.date ?? '')
  const title = shortened(cleanText(source.title))
  const host = source.url === undefined ? '' : hostOf(source.url)
  const parts = [
    cleanText(source.publisher),
    locale === 'zh-Hant' ? `〈${title}〉` : `“${title}”`,
    written,
    host,
  ].filter((part) => part !== '')
  return parts.join(locale === 'zh-Hant' ? '，' : ', ')
}

/** The host of an https address, without `www.`; a longer address would take a line of its own. */
function hostOf(url: string): string {
  return cleanText(/^https:\/\/(?:www\.)?([^/?#]+)/.exec(url)?.[1] ?? '')
}
