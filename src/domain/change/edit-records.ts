import * as v from 'valibot'
import type { Document } from '../model/document'
import type { Names } from '../model/names'
import { fail, succeed, type Problem, type Result } from '../model/problem'
import { TapelineRecord } from '../model/record'
import { recordNames } from '../model/record-name'
import { sameRecord } from './apply'
import type { Change, ChangeLabel } from './change'

/** What is wrong with the form of a record, or null: the same check as where it is saved. */
export function recordProblem(record: TapelineRecord): Problem | null {
  const result = v.safeParse(TapelineRecord, record)
  if (result.success) return null
  const [issue] = result.issues
  const path = v.getDotPath(issue)
  return { code: 'wrong-shape', record: record.id, ...(path === null ? {} : { path }), detail: issue.message }
}

const several = (count: number): Names => ({ en: `${String(count)} records`, 'zh-Hant': `${String(count)} 筆紀錄` })

/**
 * Replaces records by those given, in one change and so in one step of undo. Records that are as
 * before are passed over. Errors: `not-found`, `wrong-shape` (the first one), `no-change`.
 */
export function editRecords(
  document: Document,
  records: readonly TapelineRecord[],
  action: ChangeLabel['action'] = 'edit',
): Result<Change> {
  const edits: Record<string, Change['edits'][string]> = {}
  let subject: Names | undefined
  for (const to of records) {
    const from = document.records.get(to.id)
    if (from === undefined) return fail({ code: 'not-found', record: to.id, detail: 'no such record' })
    if (sameRecord(from, to)) continue
    const problem = recordProblem(to)
    if (problem !== null) return fail(problem)
    edits[to.id] = { from, to }
    subject ??= recordNames(from, document)
  }
  const count = Object.keys(edits).length
  if (subject === undefined) return fail({ code: 'no-change', detail: 'nothing is different' })
  return succeed({ label: { action, subject: count === 1 ? subject : several(count) }, edits })
}
