import type { Locale } from '../../domain/model/names'

/** When a note was written, on the clock of whoever reads it: a moment, not a date of the timeline. */
export function momentInWords(instant: string, locale: Locale): string {
  const language = locale === 'en' ? 'en-GB' : 'zh-Hant-TW'
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(Date.parse(instant))
}
