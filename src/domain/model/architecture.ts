import * as v from 'valibot'
import { EdtfText } from './edtf-text'
import { evidenceFields } from './evidence'
import { RecordId } from './ids'
import { Names } from './names'
import { SpecValue } from './spec-value'

/** A generation of a vendor's designs: Hopper, CDNA 3, Da Vinci. */
export const Architecture = v.strictObject({
  type: v.literal('architecture'),
  id: RecordId,
  name: Names,
  vendor: RecordId,
  predecessor: v.optional(RecordId),
  /** The architecture whose generation it belongs to, where it is none of its own: Blackwell Ultra, of Blackwell. */
  generationOf: v.optional(RecordId),
  /** Family or die codenames: `GH100`. */
  codename: v.optional(v.pipe(v.string(), v.nonEmpty())),
  announced: v.optional(EdtfText),
  available: v.optional(EdtfText),
  withdrawn: v.optional(EdtfText),
  specs: v.array(SpecValue),
  summary: v.optional(Names),
  ...evidenceFields,
})
export type Architecture = Readonly<v.InferOutput<typeof Architecture>>
