import type { Document } from '../model/document'
import { fail, succeed, type Result } from '../model/problem'
import type { TapelineRecord } from '../model/record'
import { sameRecord } from './apply'
import type { Change, ChangeLabel, Edit } from './change'
import { severalNames } from './several-names'

/** A record that is there, and what is to become of it. */
export interface RecordEdit {
  readonly from: TapelineRecord
  readonly to: TapelineRecord
}

/**
 * One step of edits to different records, called after those it changes. Records that are as before
 * stay out of it. Error: `no-change` when none is left.
 */
export function severalEdits(
  document: Document,
  edits: readonly RecordEdit[],
  action: ChangeLabel['action'],
  mergeKey?: string,
): Result<Change> {
  const changed = edits.filter(({ from, to }) => !sameRecord(from, to))
  const [first, ...others] = changed.map(({ from }) => from)
  if (first === undefined) return fail({ code: 'no-change', detail: 'nothing is different' })
  const label: ChangeLabel = { action, subject: severalNames([first, ...others], document) }
  const byId = Object.fromEntries(changed.map((edit): [string, Edit] => [edit.from.id, edit]))
  return succeed({ label, ...(mergeKey === undefined ? {} : { mergeKey }), edits: byId })
}
