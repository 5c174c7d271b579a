import * as v from 'valibot'
import { EdtfText } from './edtf-text'
import { RecordId } from './ids'
import { Names } from './names'

/**
 * How the source was read: whole, in part, only as cited by a source that was read, or not at all
 * (a value remembered, to be treated as unverified).
 */
export const ACCESS_GRADES = ['full', 'excerpt', 'cited', 'memory'] as const

export const Source = v.strictObject({
  type: v.literal('source'),
  id: RecordId,
  publisher: v.pipe(v.string(), v.nonEmpty()),
  /** As published, in its own language: a title is quoted, not translated. */
  title: v.pipe(v.string(), v.nonEmpty()),
  date: v.optional(EdtfText),
  url: v.optional(v.pipe(v.string(), v.url(), v.startsWith('https://', 'must be an https address'))),
  /** Page, paragraph or document number inside the source. */
  locator: v.optional(v.pipe(v.string(), v.nonEmpty())),
  /** BCP 47 tag of the language it is written in. */
  language: v.optional(v.pipe(v.string(), v.regex(/^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$/))),
  retrieved: v.optional(EdtfText),
  access: v.picklist(ACCESS_GRADES),
  note: v.optional(Names),
})
export type Source = Readonly<v.InferOutput<typeof Source>>
