import type { Annotation, ANNOTATION_COLOURS } from '../model/annotation'
import { recordsOfType, type Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { RecordOf, TapelineRecord } from '../model/record'
import { recordNames } from '../model/record-name'
import { parseEdtf } from '../time/edtf'
import { fold, searchTerms } from './fold'

export type AnnotationColour = (typeof ANNOTATION_COLOURS)[number]
export type TargetKind = Annotation['target']['kind']

export interface AnnotationQuery {
  readonly text: string
  /** Empty: all. A note without a colour is `neutral`. */
  readonly colours: readonly AnnotationColour[]
  /** Empty: all. */
  readonly targets: readonly TargetKind[]
  /** `changed`: the last changed first. `date`: the earliest first, what has no date last. */
  readonly sort: 'changed' | 'date'
}

export const colourOf = (note: Annotation): AnnotationColour => note.colour ?? 'neutral'

/** The EDTF text of what a note stands on; undefined where that has no date. */
export function dateOfTarget({ target }: Annotation, document: Document): string | undefined {
  if (target.kind === 'date') return target.date
  if (target.kind === 'span') return target.span
  // A place of the canvas is no date.
  if (target.kind === 'place') return undefined
  const record = document.records.get(target.record)
  return record === undefined ? undefined : dateOfRecord(record)
}

function dateOfRecord(record: TapelineRecord): string | undefined {
  switch (record.type) {
    case 'event':
    case 'source':
      return record.date
    case 'chip':
    case 'architecture':
      return record.announced ?? record.available ?? record.withdrawn
    case 'rule':
      return record.announced ?? record.published ?? record.effective ?? record.enforced ?? record.ended
    default:
      return undefined
  }
}

/** What a click on a note in a list leads to: the record it stands on, or the note itself. */
export const leadsTo = (note: Annotation): RecordId => (note.target.kind === 'record' ? note.target.record : note.id)

function words(note: Annotation, document: Document): string {
  const target = note.target.kind === 'record' ? document.records.get(note.target.record) : undefined
  const names = target === undefined ? [] : Object.values(recordNames(target, document))
  return fold([note.text, note.author ?? '', ...names, dateOfTarget(note, document) ?? ''].join('\n'))
}

/** The notes that hold every word of the query in their text, author, date or the name of what they stand on. */
export function listAnnotations(document: Document, query: AnnotationQuery): RecordOf<'annotation'>[] {
  const terms = searchTerms(query.text)
  const found = recordsOfType(document, 'annotation').filter((note) => {
    if (query.colours.length > 0 && !query.colours.includes(colourOf(note))) return false
    if (query.targets.length > 0 && !query.targets.includes(note.target.kind)) return false
    if (terms.length === 0) return true
    const text = words(note, document)
    return terms.every((term) => text.includes(term))
  })
  return query.sort === 'changed' ? found.sort(lastChangedFirst) : byDate(found, document)
}

const byId = (a: Annotation, b: Annotation): number => (a.id < b.id ? -1 : 1)
const lastChangedFirst = (a: Annotation, b: Annotation): number =>
  a.modified === b.modified ? byId(a, b) : a.modified < b.modified ? 1 : -1

function byDate(notes: RecordOf<'annotation'>[], document: Document): RecordOf<'annotation'>[] {
  const days = new Map(
    notes.map((note): [string, number] => {
      if (note.target.kind === 'place') return [note.id, note.target.day]
      const text = dateOfTarget(note, document)
      const date = text === undefined ? null : parseEdtf(text)
      return [note.id, date?.ok ? date.value.earliest : Infinity]
    }),
  )
  const day = (note: Annotation): number => days.get(note.id) ?? Infinity
  return notes.sort((a, b) => (day(a) === day(b) ? byId(a, b) : day(a) < day(b) ? -1 : 1))
}
