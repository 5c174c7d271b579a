import type { ANNOTATION_COLOURS, CanvasPlace, SPAN_SHAPES } from '../model/annotation'
import { recordsOfType, type Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { RecordOf } from '../model/record'
import { recordNames } from '../model/record-name'
import { parseEdtf } from '../time/edtf'

/** A note on a date, a span or a place as it is drawn over the lanes. Days are UTC day numbers, `latest` the day after. */
export interface AnnotationMark {
  readonly id: RecordId
  readonly kind: 'date' | 'span' | 'place'
  readonly shape: (typeof SPAN_SHAPES)[number]
  /** The first line, without its marks. */
  readonly title: string
  readonly colour: (typeof ANNOTATION_COLOURS)[number]
  readonly inFigures: boolean
  /** -Infinity or Infinity where the span is open. */
  readonly earliest: number
  readonly latest: number
  /** Whether the date is known to the day and not qualified: only then may its line be drawn hard. */
  readonly exact: boolean
  /** The lane it hangs on, and where in it; null for a date or a span, which go through all lanes. */
  readonly at: Pick<CanvasPlace, 'lane' | 'down'> | null
  /**
   * Of the box in px: from the target across; down from the top of the lanes or, for a place, from
   * the place. Null: not placed yet.
   */
  readonly place: { readonly dx: number; readonly dy: number } | null
}

/** The notes that have a place of their own on the timeline, the earliest first. Unreadable dates are left out. */
export function annotationMarks(document: Document): AnnotationMark[] {
  const marks = recordsOfType(document, 'annotation').flatMap((note): AnnotationMark[] => {
    const mark = markOf(note, recordNames(note, document).en)
    return mark === null ? [] : [mark]
  })
  return marks.sort((a, b) => (a.earliest === b.earliest ? (a.id < b.id ? -1 : 1) : a.earliest < b.earliest ? -1 : 1))
}

function markOf(note: RecordOf<'annotation'>, title: string): AnnotationMark | null {
  const { target } = note
  if (target.kind === 'record') return null
  const { id, colour = 'neutral', place = null, inFigures } = note
  const common = { id, title, colour, place, inFigures }
  if (target.kind === 'place') {
    const { day, lane, down } = target
    return { ...common, kind: 'place', shape: 'callout', earliest: day, latest: day, exact: true, at: { lane, down } }
  }
  const date = parseEdtf(target.kind === 'date' ? target.date : target.span)
  if (!date.ok) return null
  const { start, end, earliest, latest } = date.value
  const exact = [start, end].every(
    (point) =>
      point === null ||
      (typeof point === 'object' && point.precision === 'day' && !point.approximate && !point.uncertain),
  )
  const drawn =
    end === null
      ? ({ kind: 'date', shape: 'callout' } as const)
      : ({ kind: 'span', shape: note.shape ?? 'band' } as const)
  return { ...common, ...drawn, earliest, latest, exact, at: null }
}
