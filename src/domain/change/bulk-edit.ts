import type { Document } from '../model/document'
import type { RecordId } from '../model/ids'
import { fail, succeed, type Result } from '../model/problem'
import { RECORD_SCHEMAS, type RecordType, type TapelineRecord } from '../model/record'
import { sameRecord } from './apply'
import type { Change, Edit } from './change'
import { checkedRecord } from './check-record'
import { withFields } from './record-commands'
import { severalNames } from './several-names'

/** Fields that make a record itself, or that would lose their meaning said of many at once. */
const OF_ONE_ONLY: readonly string[] = ['id', 'type', 'name', 'title', 'text', 'created', 'modified']

/** The fields that all these types share and that can be set on many records at once, in schema order. */
export function commonFields(types: readonly RecordType[]): string[] {
  const [first, ...others] = types
  if (first === undefined) return []
  return Object.keys(RECORD_SCHEMAS[first].entries).filter(
    (field) => !OF_ONE_ONLY.includes(field) && others.every((type) => field in RECORD_SCHEMAS[type].entries),
  )
}

/**
 * Sets one field on many records in one step, `undefined` takes it away; records that have the value
 * already stay out of the step. All or none: one record that cannot take the value refuses it for
 * all. Errors: `not-found`; `not-editable` for a field not common to them; `wrong-shape`, `bad-date`,
 * `missing-reference`; `no-change`.
 */
export function bulkEdit(
  document: Document,
  input: { ids: readonly RecordId[]; field: string; value: unknown },
): Result<Change> {
  const edits: Record<string, Edit> = {}
  const changed: TapelineRecord[] = []
  for (const id of new Set(input.ids)) {
    const from = document.records.get(id)
    if (from === undefined) return fail({ code: 'not-found', record: id, detail: 'no such record' })
    if (!commonFields([from.type]).includes(input.field))
      return fail({ code: 'not-editable', record: id, path: input.field, detail: 'cannot be set on many records' })
    const to = checkedRecord(document, withFields(from, { [input.field]: input.value }), from)
    if (!to.ok) return to
    if (sameRecord(from, to.value)) continue
    edits[id] = { from, to: to.value }
    changed.push(from)
  }
  const [first, ...others] = changed
  if (first === undefined) return fail({ code: 'no-change', detail: 'nothing is different' })
  return succeed({ label: { action: 'bulk-edit', subject: severalNames([first, ...others], document) }, edits })
}
