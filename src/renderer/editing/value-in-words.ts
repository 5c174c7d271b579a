import type { Document } from '../../domain/model/document'
import type { Locale } from '../../domain/model/names'
import { recordName } from '../../domain/model/record-name'
import { shortDate } from '../../domain/time/date-words'
import { parseEdtf } from '../../domain/time/edtf'
import type { Words } from '../language/use-words'
import type { Field } from './fields'

export interface ValueSpeaker {
  readonly t: Words['t']
  readonly locale: Locale
  readonly document: Document
}

/** One value of a field, or one member of a list, as a reader would say it. */
export function valueInWords(field: Field, value: unknown, { t, locale, document }: ValueSpeaker): string {
  if (value === undefined || value === '') return t('editing.none')
  if (typeof value === 'boolean') return t(value ? 'editing.yes' : 'editing.no')
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  switch (field.kind) {
    case 'choice':
    case 'choices':
      return t(`${field.words}.${text}`)
    case 'date': {
      const date = parseEdtf(text)
      return date.ok ? shortDate(date.value, locale) : text
    }
    case 'reference':
    case 'references': {
      const record = document.records.get(text)
      return record === undefined ? text : recordName(record, document, locale)
    }
    default:
      return text
  }
}
