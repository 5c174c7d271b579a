import * as v from 'valibot'
import { EdtfText } from './edtf-text'
import { evidenceFields } from './evidence'
import { RecordId } from './ids'
import { Names } from './names'
import { SpecValue } from './spec-value'

/** A product one can name on a licence application: H100 SXM5, H20, Ascend 910C. */
export const Chip = v.strictObject({
  type: v.literal('chip'),
  id: RecordId,
  name: Names,
  aliases: v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
  vendor: RecordId,
  architecture: v.optional(RecordId),
  /** The chip it was cut down or derived from: H20 from H100. */
  variantOf: v.optional(RecordId),
  announced: v.optional(EdtfText),
  available: v.optional(EdtfText),
  withdrawn: v.optional(EdtfText),
  specs: v.array(SpecValue),
  /** What is known of its market and of its control status, in words. */
  summary: v.optional(Names),
  ...evidenceFields,
})
export type Chip = Readonly<v.InferOutput<typeof Chip>>
