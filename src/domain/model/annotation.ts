import * as v from 'valibot'
import { EdtfText } from './edtf-text'
import { RecordId } from './ids'

export const ANNOTATION_COLOURS = ['neutral', 'amber', 'teal', 'violet', 'rose'] as const

/** How a span is drawn; a date and a place are a callout always. The first is what is drawn where none is said. */
export const SPAN_SHAPES = ['band', 'bracket', 'callout'] as const

const Instant = v.pipe(v.string(), v.isoTimestamp())

export const AnnotationTarget = v.variant('kind', [
  v.strictObject({ kind: v.literal('record'), record: RecordId }),
  v.strictObject({ kind: v.literal('date'), date: EdtfText }),
  v.strictObject({ kind: v.literal('span'), span: EdtfText }),
  /**
   * A place of the canvas: where something is drawn, not when it happened. `day` is a UTC day number
   * with a fraction, `lane` the path of a lane, `down` how far down that lane, from 0 at its top to 1.
   */
  v.strictObject({
    kind: v.literal('place'),
    day: v.pipe(v.number(), v.finite()),
    lane: v.pipe(v.string(), v.nonEmpty(), v.maxLength(300)),
    down: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  }),
])
export type AnnotationTarget = Readonly<v.InferOutput<typeof AnnotationTarget>>
export type CanvasPlace = Extract<AnnotationTarget, { kind: 'place' }>

/** The analyst's own words, kept in the language they were typed in. */
export const Annotation = v.strictObject({
  type: v.literal('annotation'),
  id: RecordId,
  target: AnnotationTarget,
  /** Markdown. */
  text: v.pipe(v.string(), v.maxLength(200_000)),
  colour: v.optional(v.picklist(ANNOTATION_COLOURS)),
  shape: v.optional(v.picklist(SPAN_SHAPES)),
  /** Where the callout sits, in px from its target. */
  place: v.optional(v.strictObject({ dx: v.number(), dy: v.number() })),
  author: v.optional(v.string()),
  /** Instants in UTC, ISO 8601: when the note was written, not a date on the timeline. */
  created: Instant,
  modified: Instant,
  inFigures: v.boolean(),
})
export type Annotation = Readonly<v.InferOutput<typeof Annotation>>
