import { anchorDate } from '../../domain/change/drawn-dates'
import { daysBetween } from '../../domain/layout/record-links'
import type { TimelineItem } from '../../domain/layout/timeline-item'
import type { Document } from '../../domain/model/document'
import type { Locale } from '../../domain/model/names'
import { recordName } from '../../domain/model/record-name'
import { i18n } from '../language/i18n'

const say = (path: string, values: Readonly<Record<string, string>>, locale: Locale): string =>
  i18n.global.t(`table.arrow.${path}`, values, { locale })

/** Days as a label: `32 d`, `about 32 d`, `30 – 59 d`; empty where a beginning is not known. */
export function daysLabel(from: TimelineItem, to: TimelineItem, locale: Locale): string {
  const days = daysBetween(from.extent, to.extent)
  if (days === null) return ''
  const written = (value: number): string => String(value).replace('-', '−')
  const range = days.least === days.most ? written(days.least) : `${written(days.least)} – ${written(days.most)}`
  return say(days.about ? 'aboutDays' : 'days', { days: range }, locale)
}

const MOST_CHARACTERS = 32

function shortened(name: string): string {
  const characters = Array.from(name)
  return characters.length > MOST_CHARACTERS
    ? `${characters
        .slice(0, MOST_CHARACTERS - 1)
        .join('')
        .trimEnd()}…`
    : name
}

/** What stands at the loose end of an arrow: the record, and why it does not show. */
export function hiddenLabel(document: Document, id: string, locale: Locale): string {
  const record = document.records.get(id)
  if (record === undefined) return ''
  const name = shortened(recordName(record, document, locale))
  return say(anchorDate(record) === null ? 'undated' : 'filtered', { name }, locale)
}
