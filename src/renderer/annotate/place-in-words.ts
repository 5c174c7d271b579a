import { laneNamesOf } from '../../domain/layout/lane-place'
import type { CanvasPlace } from '../../domain/model/annotation'
import type { Document } from '../../domain/model/document'
import type { Locale } from '../../domain/model/names'
import { dateInWords } from '../../domain/time/date-words'
import { parseEdtf } from '../../domain/time/edtf'
import { edtfOfDay } from '../../domain/time/edtf-of-day'

/** The month that a place of the canvas lies in: a place is no date, so no day is named. */
function monthOfPlace({ day }: Pick<CanvasPlace, 'day'>, locale: Locale): string {
  const date = parseEdtf(edtfOfDay(Math.floor(day), 'month'))
  return date.ok ? dateInWords(date.value, locale) : ''
}

/** Where a place of the canvas is: the lane and the month. */
export function placeInWords(place: Omit<CanvasPlace, 'kind'>, document: Document, locale: Locale): string {
  const lanes = laneNamesOf(document, place.lane).map((names) => names[locale])
  return [...lanes, monthOfPlace(place, locale)].join(' · ')
}
