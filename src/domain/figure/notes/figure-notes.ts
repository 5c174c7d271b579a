import { annotationMarks, type AnnotationMark } from '../../layout/annotation-marks'
import type { ANNOTATION_COLOURS } from '../../model/annotation'
import { recordsOfType, type Document } from '../../model/document'
import type { FigureSettings } from '../../model/figure-settings'
import type { RecordId } from '../../model/ids'
import { recordNames } from '../../model/record-name'
import { cleanText } from '../clean-text'

/** A note of the workspace as a figure shows it. */
export interface FigureNote {
  readonly id: RecordId
  /** Its place on the axis; null where it hangs on a record. */
  readonly mark: AnnotationMark | null
  readonly record: RecordId | null
  /** Its first line. */
  readonly title: string
  /** All of it as plain text, in lines. */
  readonly text: string
  readonly colour: (typeof ANNOTATION_COLOURS)[number]
}

/** More of a note is not printed; the workspace has the rest. */
const MOST_CHARACTERS = 900

/** The notes that the settings ask for: those on the axis by day, then those on records by id. */
export function figureNotes(document: Document, { notes: wanted }: FigureSettings): FigureNote[] {
  if (wanted === 'none') return []
  const marks = new Map(annotationMarks(document).map((mark) => [mark.id, mark]))
  const found = recordsOfType(document, 'annotation').flatMap((note): FigureNote[] => {
    if (wanted === 'marked' && !note.inFigures) return []
    const mark = marks.get(note.id) ?? null
    const record = note.target.kind === 'record' ? note.target.record : null
    if (mark === null && record === null) return []
    const title = cleanText(recordNames(note, document).en)
    return [{ id: note.id, mark, record, title, text: plainText(note.text), colour: note.colour ?? 'neutral' }]
  })
  const order = new Map([...marks.keys()].map((id, index) => [id, index]))
  return found.sort(
    (a, b) => (order.get(a.id) ?? Infinity) - (order.get(b.id) ?? Infinity) || (a.id < b.id ? -1 : 1) || 0,
  )
}

/** Markdown as words without its marks, a line for each paragraph or point. */
function plainText(markdown: string): string {
  const text = markdown
    .split('\n')
    .map((line) => line.replace(/^\s*(?:#{1,6}\s+|>\s?|[*+-]\s+|\d+[.)]\s+)/, ''))
    .map(cleanText)
    .filter((line) => line !== '')
    .join('\n')
    .replaceAll(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/\*\*|__|~~|`/g, '')
  const characters = Array.from(text)
  return characters.length <= MOST_CHARACTERS ? text : `${characters.slice(0, MOST_CHARACTERS).join('').trimEnd()}…`
}
