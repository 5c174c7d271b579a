import * as v from 'valibot'
import { RecordId } from './ids'
import { Names } from './names'

/**
 * How well a statement is supported, best first.
 * `confirmed`: official document, company release or several independent reports. `reported`: press
 * with sources. `claimed`: the party's own claim. `expected`: lies in the future. `unverified`: no
 * source was read; show it as such.
 */
export const CONFIDENCES = ['confirmed', 'reported', 'claimed', 'expected', 'unverified'] as const
export const Confidence = v.picklist(CONFIDENCES)
export type Confidence = v.InferOutput<typeof Confidence>

export const SourceIds = v.array(RecordId)

/**
 * A value that another source gives for one field of a record. The record keeps the preferred
 * value in the field itself; the losing value stays here with its source, never dropped.
 */
export const Disagreement = v.strictObject({
  /** The field it speaks of, such as `announced`. */
  field: v.pipe(v.string(), v.nonEmpty()),
  /** What the other source says, as text. */
  value: v.pipe(v.string(), v.nonEmpty()),
  sources: SourceIds,
  confidence: Confidence,
  comment: v.optional(Names),
})
export type Disagreement = Readonly<v.InferOutput<typeof Disagreement>>

/** Fields shared by every record that states facts. */
export const evidenceFields = {
  sources: SourceIds,
  confidence: Confidence,
  disagreements: v.optional(v.array(Disagreement)),
} as const
