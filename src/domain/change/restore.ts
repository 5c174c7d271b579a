import type { Document } from '../model/document'
import type { Names } from '../model/names'
import { fail, succeed, type Result } from '../model/problem'
import { sameRecord } from './apply'
import type { Change } from './change'

/**
 * The one step that turns every record of `document` into what it is in `target`: changed ones, those
 * that came since and those that went. `subject` names the version. Error: `no-change`.
 */
export function restore(document: Document, target: Document, subject: Names): Result<Change> {
  const edits: Record<string, Change['edits'][string]> = {}
  for (const [id, from] of document.records) {
    const to = target.records.get(id) ?? null
    if (!sameRecord(from, to)) edits[id] = { from, to }
  }
  for (const [id, to] of target.records) if (!document.records.has(id)) edits[id] = { from: null, to }
  if (Object.keys(edits).length === 0) return fail({ code: 'no-change', detail: 'nothing is different' })
  return succeed({ label: { action: 'restore', subject }, edits })
}
