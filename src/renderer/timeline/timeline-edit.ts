import type { Change } from '../../domain/change/change'
import { moveRecords, resizeRecord } from '../../domain/change/move-commands'
import type { Document } from '../../domain/model/document'
import type { Result } from '../../domain/model/problem'
import type { EdtfSide } from '../../domain/time/shift-edtf'

/** What a gesture on the timeline asks for. Days may have a fraction; dates take whole units of it. */
export type TimelineEdit =
  | { readonly kind: 'move'; readonly records: readonly string[]; readonly days: number }
  | {
      readonly kind: 'resize'
      readonly record: string
      readonly edge: EdtfSide
      readonly days: number
      /** The edge is that of a rule that is drawn as never in force. */
      readonly neverBinds: boolean
    }

/** The change that an edit makes, for the preview while it is dragged and for saving it alike. */
export function changeOf(document: Document, edit: TimelineEdit, mergeKey?: string): Result<Change> {
  const key = mergeKey === undefined ? {} : { mergeKey }
  return edit.kind === 'move'
    ? moveRecords(document, { ids: edit.records, days: edit.days, ...key })
    : resizeRecord(document, { ...edit, id: edit.record, ...key })
}
