import type { ANNOTATION_COLOURS } from '../model/annotation'
import { recordsOfType, type Document } from '../model/document'
import type { RecordId } from '../model/ids'
import { recordNames } from '../model/record-name'
import { parseEdtf } from '../time/edtf'

/** A note on a date or a span as it is drawn over the lanes. Days are UTC day numbers, `latest` the day after. */
export interface AnnotationMark {
  readonly id: RecordId
  readonly kind: 'date' | 'span'
  /** The first line, without its marks. */
  readonly title: string
  readonly colour: (typeof ANNOTATION_COLOURS)[number]
  /** -Infinity or Infinity where the span is open. */
  readonly earliest: number
  readonly latest: number
  /** Whether the date is known to the day and not qualified: only then may its line be drawn hard. */
  readonly exact: boolean
  /** Of the box in px: from the target across, from the top of the lanes down. Null: not placed yet. */
  readonly place: { readonly dx: number; readonly dy: number } | null
}

/** The notes that have a place of their own on the timeline, the earliest first. Unreadable dates are left out. */
export function annotationMarks(document: Document): AnnotationMark[] {
  const marks = recordsOfType(document, 'annotation').flatMap((note): AnnotationMark[] => {
    const { target } = note
    if (target.kind === 'record') return []
    const date = parseEdtf(target.kind === 'date' ? target.date : target.span)
    if (!date.ok) return []
    const { start, end, earliest, latest } = date.value
    const exact = [start, end].every(
      (point) =>
        point === null ||
        (typeof point === 'object' && point.precision === 'day' && !point.approximate && !point.uncertain),
    )
    return [
      {
        id: note.id,
        kind: end === null ? 'date' : 'span',
        title: recordNames(note, document).en,
        colour: note.colour ?? 'neutral',
        earliest,
        latest,
        exact,
        place: note.place ?? null,
      },
    ]
  })
  return marks.sort((a, b) => (a.earliest === b.earliest ? (a.id < b.id ? -1 : 1) : a.earliest < b.earliest ? -1 : 1))
}
