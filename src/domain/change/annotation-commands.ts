import * as v from 'valibot'
import { Annotation, type AnnotationTarget } from '../model/annotation'
import { recordOfType, type Document } from '../model/document'
import { fail, succeed, type Result } from '../model/problem'
import { recordNames } from '../model/record-name'
import { parseEdtf } from '../time/edtf'
import { sameRecord } from './apply'
import type { Change, ChangeLabel } from './change'

type Colour = NonNullable<Annotation['colour']>

function labelled(document: Document, action: ChangeLabel['action'], from: Annotation | null, to: Annotation | null) {
  const named = from ?? to
  return { action, subject: named === null ? { en: '…', 'zh-Hant': '…' } : recordNames(named, document) }
}

function change(
  document: Document,
  action: ChangeLabel['action'],
  from: Annotation | null,
  to: Annotation,
  mergeKey?: string,
): Result<Change> {
  if (sameRecord(from, to)) return fail({ code: 'no-change', record: to.id, detail: 'nothing is different' })
  const checked = v.safeParse(Annotation, to)
  if (!checked.success) {
    const [issue] = checked.issues
    const path = v.getDotPath(issue)
    return fail({ code: 'wrong-shape', record: to.id, ...(path === null ? {} : { path }), detail: issue.message })
  }
  const label = labelled(document, action, from, to)
  return succeed({ label, ...(mergeKey === undefined ? {} : { mergeKey }), edits: { [to.id]: { from, to } } })
}

/** A date becomes a line, an interval a band. */
function targetAt(when: string, id: string): Result<AnnotationTarget> {
  const text = when.trim()
  const date = parseEdtf(text)
  if (!date.ok) return fail({ ...date.problem, record: id, path: 'target' })
  return succeed(date.value.end === null ? { kind: 'date', date: text } : { kind: 'span', span: text })
}

const noWords = (id: string): Result<never> =>
  fail({ code: 'wrong-shape', record: id, path: 'text', detail: 'a note on a date needs words' })

interface Place {
  readonly dx: number
  readonly dy: number
}

/** In whole px; JSON has no word for what is not finite. */
function wholePx(place: Place, id: string): Result<Place> {
  if (!Number.isFinite(place.dx) || !Number.isFinite(place.dy))
    return fail({ code: 'wrong-shape', record: id, path: 'place', detail: 'must be two numbers' })
  return succeed({ dx: Math.round(place.dx), dy: Math.round(place.dy) })
}

function found(document: Document, id: string): Result<Annotation> {
  const note = recordOfType(document, 'annotation', id)
  return note === undefined ? fail({ code: 'not-found', record: id, detail: 'no such note' }) : succeed(note)
}

/**
 * Puts a note on a date or a span, which `when` names in EDTF. `place` is the offset of its box in px
 * from the target. `newId` and `now` (ISO 8601, UTC) come from the caller. Errors: `bad-date`,
 * `wrong-shape` for a note without words or too long to keep. Throws if `newId` is taken.
 */
export function annotate(
  document: Document,
  input: {
    when: string
    text: string
    newId: string
    now: string
    colour?: Colour
    place?: Place
    author?: string
  },
): Result<Change> {
  if (document.records.has(input.newId)) throw new Error(`record id used twice: ${input.newId}`)
  const target = targetAt(input.when, input.newId)
  if (!target.ok) return target
  if (input.text.trim() === '') return noWords(input.newId)
  const { colour, author } = input
  const place = input.place === undefined ? undefined : wholePx(input.place, input.newId)
  if (place?.ok === false) return place
  return change(document, 'create', null, {
    type: 'annotation',
    id: input.newId,
    target: target.value,
    text: input.text,
    ...(colour === undefined ? {} : { colour }),
    ...(place === undefined ? {} : { place: place.value }),
    ...(author === undefined ? {} : { author }),
    created: input.now,
    modified: input.now,
    inFigures: true,
  })
}

/**
 * Changes the words, colour, date or place in figures of a note; what is not named stays. Typing in a row
 * is one step. Errors: `not-found`; `not-editable` for the date of a note that stands on a record;
 * `bad-date`; `wrong-shape` for a text that is empty or too long to keep; `no-change`.
 */
export function editAnnotation(
  document: Document,
  input: { id: string; now: string; text?: string; colour?: Colour; when?: string; inFigures?: boolean },
): Result<Change> {
  const note = found(document, input.id)
  if (!note.ok) return note
  const from = note.value
  let target = from.target
  if (input.when !== undefined) {
    if (target.kind === 'record')
      return fail({ code: 'not-editable', record: from.id, path: 'target', detail: 'stands on a record' })
    const read = targetAt(input.when, from.id)
    if (!read.ok) return read
    target = read.value
  }
  if (input.text?.trim() === '') return noWords(from.id)
  const to: Annotation = {
    ...from,
    target,
    ...(input.text === undefined ? {} : { text: input.text }),
    ...(input.colour === undefined ? {} : { colour: input.colour }),
    ...(input.inFigures === undefined ? {} : { inFigures: input.inFigures }),
  }
  if (sameRecord(from, to)) return fail({ code: 'no-change', record: to.id, detail: 'nothing is different' })
  const mergeKey = input.text === undefined ? undefined : `note-text:${from.id}`
  return change(document, 'note', from, { ...to, modified: input.now }, mergeKey)
}

/**
 * Moves the box of a note, in whole px from its target. Steps with the arrow keys in a row are one
 * (`nudge`). The time of change stays, for not a word is different. Errors: `not-found`, `wrong-shape`
 * for a place that is no number, `no-change`.
 */
export function placeAnnotation(
  document: Document,
  input: { id: string; place: Place; nudge?: boolean },
): Result<Change> {
  const note = found(document, input.id)
  if (!note.ok) return note
  const place = wholePx(input.place, input.id)
  if (!place.ok) return place
  const mergeKey = input.nudge === true ? `note-place:${input.id}` : undefined
  return change(document, 'edit', note.value, { ...note.value, place: place.value }, mergeKey)
}

/** Takes a note away. Error: `not-found`. */
export function removeAnnotation(document: Document, input: { id: string }): Result<Change> {
  const note = found(document, input.id)
  if (!note.ok) return note
  const label = labelled(document, 'delete', note.value, null)
  return succeed({ label, edits: { [input.id]: { from: note.value, to: null } } })
}
