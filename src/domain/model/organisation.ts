import * as v from 'valibot'
import { RecordId } from './ids'
import { Jurisdiction } from './jurisdiction'
import { Names } from './names'

/**
 * `vendor` designs chips; `supplier` makes memory, equipment or servers; `lab` trains models. Only a
 * vendor gets a lane of its own.
 */
export const ORGANISATION_ROLES = [
  'vendor',
  'agency',
  'government',
  'analyst',
  'cloud',
  'foundry',
  'supplier',
  'lab',
  'media',
  'person',
] as const

/** Anyone who acts: who designs chips, makes rules, buys, or comments. A person stands for an office. */
export const Organisation = v.strictObject({
  type: v.literal('organisation'),
  id: RecordId,
  name: Names,
  /** The first role decides the symbol; a cloud that designs chips is `['cloud', 'vendor']`. */
  roles: v.pipe(v.array(v.picklist(ORGANISATION_ROLES)), v.minLength(1)),
  jurisdiction: v.optional(Jurisdiction),
  /** Other names it is found by: 輝達, 海思, HiSilicon. */
  aliases: v.optional(v.array(v.pipe(v.string(), v.nonEmpty()))),
  summary: v.optional(Names),
})
export type Organisation = Readonly<v.InferOutput<typeof Organisation>>
