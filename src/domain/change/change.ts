import * as v from 'valibot'
import { Names } from '../model/names'
import { RecordId } from '../model/ids'
import { TapelineRecord } from '../model/record'

/** What a step did, as data, so that every language can name it: "Undo rename of H200". */
export const CHANGE_ACTIONS = ['rename', 'redate', 'note', 'edit', 'create', 'delete', 'import', 'restore'] as const

export const ChangeLabel = v.strictObject({
  action: v.picklist(CHANGE_ACTIONS),
  /** The record concerned, as it was called when the step was made. */
  subject: Names,
})
export type ChangeLabel = Readonly<v.InferOutput<typeof ChangeLabel>>

/** One record before and after. `null` before: it was created. `null` after: it was deleted. */
export const Edit = v.pipe(
  v.strictObject({ from: v.nullable(TapelineRecord), to: v.nullable(TapelineRecord) }),
  v.check(({ from, to }) => from !== null || to !== null, 'an edit needs a record on one side'),
)
export type Edit = Readonly<v.InferOutput<typeof Edit>>

/**
 * The one form every edit takes: both sides of every record it touches, whole. Saving, undo, history
 * and audit read this log and nothing else; the inverse is a swap of sides.
 */
export const Change = v.pipe(
  v.strictObject({
    label: ChangeLabel,
    /** Changes in a row with the same key become one step: typing in one field. */
    mergeKey: v.optional(v.string()),
    edits: v.record(RecordId, Edit),
  }),
  v.check(({ edits }) => Object.keys(edits).length > 0, 'a change needs an edit'),
  v.check(
    ({ edits }) =>
      Object.entries(edits).every(([id, { from, to }]) => (from?.id ?? id) === id && (to?.id ?? id) === id),
    'an edit must stand under the id of its record',
  ),
)
export type Change = Readonly<v.InferOutput<typeof Change>>
