import * as v from 'valibot'
import { EdtfText } from './edtf-text'
import { RecordId } from './ids'

export const ANNOTATION_COLOURS = ['neutral', 'amber', 'teal', 'violet', 'rose'] as const

const Instant = v.pipe(v.string(), v.isoTimestamp())

export const AnnotationTarget = v.variant('kind', [
  v.strictObject({ kind: v.literal('record'), record: RecordId }),
  v.strictObject({ kind: v.literal('date'), date: EdtfText }),
  v.strictObject({ kind: v.literal('span'), span: EdtfText }),
])
export type AnnotationTarget = Readonly<v.InferOutput<typeof AnnotationTarget>>

/** The analyst's own words, kept in the language they were typed in. */
export const Annotation = v.strictObject({
  type: v.literal('annotation'),
  id: RecordId,
  target: AnnotationTarget,
  /** Markdown. */
  text: v.pipe(v.string(), v.maxLength(200_000)),
  colour: v.optional(v.picklist(ANNOTATION_COLOURS)),
  /** Where the callout sits, in px from its target. */
  place: v.optional(v.strictObject({ dx: v.number(), dy: v.number() })),
  author: v.optional(v.string()),
  /** Instants in UTC, ISO 8601: when the note was written, not a date on the timeline. */
  created: Instant,
  modified: Instant,
  inFigures: v.boolean(),
})
export type Annotation = Readonly<v.InferOutput<typeof Annotation>>
