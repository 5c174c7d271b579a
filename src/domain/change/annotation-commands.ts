import * as v from 'valibot'
import { Annotation, type AnnotationTarget, type CanvasPlace } from '../model/annotation'
import { recordOfType, type Document } from '../model/document'
import { fail, succeed, type Result } from '../model/problem'
import { recordNames } from '../model/record-name'
import { parseEdtf } from '../time/edtf'
import { sameRecord } from './apply'
import type { Change, ChangeLabel } from './change'

type Colour = NonNullable<Annotation['colour']>
type Shape = NonNullable<Annotation['shape']>

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

/** A place of the canvas, as exactly as it can be pointed at; JSON has no word for what is not finite. */
function canvasPlace({ lane, day, down }: Omit<CanvasPlace, 'kind'>, id: string): Result<CanvasPlace> {
  if (!Number.isFinite(day) || !Number.isFinite(down))
    return fail({ code: 'wrong-shape', record: id, path: 'target', detail: 'must be two numbers' })
  const within = Math.min(Math.max(down, 0), 1)
  return succeed({ kind: 'place', lane, day: Math.round(day * 1000) / 1000, down: Math.round(within * 1000) / 1000 })
}

const noWords = (id: string): Result<never> =>
  fail({ code: 'wrong-shape', record: id, path: 'text', detail: 'a note on a date needs words' })

interface Place {
  readonly dx: number
  readonly dy: number
}

/** In whole px. */
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
 * Puts a note on a date or a span, which `when` names in EDTF, or `at` a place of the canvas (a day, a
 * lane, and how far down it). `place` is the offset of its box in px from the target. `newId` and `now` (ISO 8601, UTC) come from the caller. Errors: `bad-date`,
 * `wrong-shape` for a note without words or too long to keep. Throws if `newId` is taken.
 */
export function annotate(
  document: Document,
  input: {
    text: string
    newId: string
    now: string
    colour?: Colour
    shape?: Shape
    place?: Place
    author?: string
  } & ({ when: string } | { at: Omit<CanvasPlace, 'kind'> }),
): Result<Change> {
  if (document.records.has(input.newId)) throw new Error(`record id used twice: ${input.newId}`)
  const target = 'at' in input ? canvasPlace(input.at, input.newId) : targetAt(input.when, input.newId)
  if (!target.ok) return target
  if (input.text.trim() === '') return noWords(input.newId)
  const { colour, shape, author } = input
  const place = input.place === undefined ? undefined : wholePx(input.place, input.newId)
  if (place?.ok === false) return place
  return change(document, 'create', null, {
    type: 'annotation',
    id: input.newId,
    target: target.value,
    text: input.text,
    ...(colour === undefined ? {} : { colour }),
    ...(shape === undefined || target.value.kind !== 'span' ? {} : { shape }),
    ...(place === undefined ? {} : { place: place.value }),
    ...(author === undefined || author.trim() === '' ? {} : { author: author.trim() }),
    created: input.now,
    modified: input.now,
    inFigures: true,
  })
}

/**
 * Changes the words, colour, form, author, date or presence in figures of a note; what is not named stays,
 * and an empty author takes the name away. A date for a note at a place moves it to that date. Typing in
 * a row is one step. Errors: `not-found`; `not-editable` for the date of a note that stands on a record;
 * `bad-date`; `wrong-shape` for a text that is empty or too long to keep; `no-change`.
 */
export function editAnnotation(
  document: Document,
  input: {
    id: string
    now: string
    text?: string
    colour?: Colour
    shape?: Shape
    author?: string
    when?: string
    inFigures?: boolean
  },
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
  const { author: _author, place: _place, ...rest } = from
  const author = (input.author ?? from.author ?? '').trim()
  const to: Annotation = {
    ...rest,
    target,
    ...(author === '' ? {} : { author }),
    // From a place to a date: the box hangs on something else then.
    ...(from.place === undefined || (from.target.kind === 'place' && target.kind !== 'place')
      ? {}
      : { place: from.place }),
    ...(input.text === undefined ? {} : { text: input.text }),
    ...(input.colour === undefined ? {} : { colour: input.colour }),
    ...(input.shape === undefined ? {} : { shape: input.shape }),
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

/**
 * Moves the place that a note hangs on; its box goes along. Steps with the arrow keys in a row are one
 * (`nudge`). Errors: `not-found`; `not-editable` for a note on a record, a date or a span; `wrong-shape`
 * for a place that is no number; `no-change`.
 */
export function moveAnnotation(
  document: Document,
  input: { id: string; at: Omit<CanvasPlace, 'kind'>; nudge?: boolean },
): Result<Change> {
  const note = found(document, input.id)
  if (!note.ok) return note
  if (note.value.target.kind !== 'place')
    return fail({ code: 'not-editable', record: input.id, path: 'target', detail: 'hangs on no place' })
  const target = canvasPlace(input.at, input.id)
  if (!target.ok) return target
  const mergeKey = input.nudge === true ? `note-at:${input.id}` : undefined
  return change(document, 'move', note.value, { ...note.value, target: target.value }, mergeKey)
}

/** Takes a note away. Error: `not-found`. */
export function removeAnnotation(document: Document, input: { id: string }): Result<Change> {
  const note = found(document, input.id)
  if (!note.ok) return note
  const label = labelled(document, 'delete', note.value, null)
  return succeed({ label, edits: { [input.id]: { from: note.value, to: null } } })
}
