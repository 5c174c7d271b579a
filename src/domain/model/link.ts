import * as v from 'valibot'
import { evidenceFields } from './evidence'
import { RecordId } from './ids'
import { Names } from './names'

export const LINK_KINDS = ['cause', 'response', 'variant', 'successor'] as const

/** An arrow from one record to another: `to` is the effect, answer, variant or successor of `from`. */
export const Link = v.strictObject({
  type: v.literal('link'),
  id: RecordId,
  kind: v.picklist(LINK_KINDS),
  from: RecordId,
  to: RecordId,
  comment: v.optional(Names),
  ...evidenceFields,
})
export type Link = Readonly<v.InferOutput<typeof Link>>
