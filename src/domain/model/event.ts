import * as v from 'valibot'
import { EdtfText } from './edtf-text'
import { evidenceFields } from './evidence'
import { RecordId } from './ids'
import { Jurisdiction } from './jurisdiction'
import { Names } from './names'

/** `policy` is what a government does; `response` is what the other side answers. */
export const EVENT_KINDS = [
  'policy',
  'response',
  'announcement',
  'release',
  'architecture',
  'roadmap',
  'market',
  'report',
] as const
export const EventKind = v.picklist(EVENT_KINDS)
export type EventKind = v.InferOutput<typeof EventKind>

/** Something that happened, or is expected, on a date. */
export const Event = v.strictObject({
  type: v.literal('event'),
  id: RecordId,
  name: Names,
  kind: EventKind,
  date: EdtfText,
  summary: v.optional(Names),
  /** Organisations that act. */
  actors: v.array(RecordId),
  chips: v.array(RecordId),
  architectures: v.array(RecordId),
  rules: v.array(RecordId),
  /** More than one where governments act together. */
  jurisdictions: v.pipe(v.array(Jurisdiction), v.minLength(1)),
  ...evidenceFields,
})
export type Event = Readonly<v.InferOutput<typeof Event>>
