import type { Document } from '../model/document'
import type { Names } from '../model/names'
import { fail, succeed, type Result } from '../model/problem'
import type { TapelineRecord } from '../model/record'
import { recordNames } from '../model/record-name'
import { applyChange, invert, sameRecord } from './apply'
import type { Change } from './change'

/**
 * The document as it was before these changes, which are given newest first: each one is taken back
 * in turn. Throws if one does not fit, because then they are not the document's own history.
 */
export function documentAt(document: Document, changesBack: readonly Change[]): Document {
  return changesBack.reduce((later, change) => applyChange(later, invert(change)), document)
}

/**
 * The change that brings one record to an earlier state; `record: null` removes it, for it was not
 * there then. Errors: `no-change` when it is in that state already. Throws if the record has another id.
 */
export function restoreRecord(
  document: Document,
  { id, record }: { id: string; record: TapelineRecord | null },
): Result<Change> {
  if (record !== null && record.id !== id) throw new Error(`${record.id} is no earlier state of ${id}`)
  const from = document.records.get(id) ?? null
  if (sameRecord(from, record)) return fail({ code: 'no-change', record: id, detail: 'it is as it was then' })
  const named = record ?? from
  if (named === null) throw new Error(`there is nothing to restore of ${id}`)
  return succeed({
    label: { action: 'restore', subject: recordNames(named, document) },
    edits: { [id]: { from, to: record } },
  })
}

/**
 * The one change that brings the whole document to an earlier state. `named` is what the state is
 * called; without it the step is named after what it changes. Errors: `no-change` when it is in that
 * state already.
 */
export function restoreAll(document: Document, target: Document, named?: Names): Result<Change> {
  const ids = new Set([...document.records.keys(), ...target.records.keys()])
  const edits: [string, Change['edits'][string]][] = []
  for (const id of ids) {
    const from = document.records.get(id) ?? null
    const to = target.records.get(id) ?? null
    if (!sameRecord(from, to)) edits.push([id, { from, to }])
  }
  const [first] = edits
  if (first === undefined) return fail({ code: 'no-change', detail: 'everything is as it was then' })
  const only = edits.length === 1 ? (first[1].to ?? first[1].from) : null
  const subject = named ?? (only === null ? recordCount(edits.length) : recordNames(only, document))
  return succeed({ label: { action: 'restore', subject }, edits: Object.fromEntries(edits) })
}

const recordCount = (count: number): Names => ({
  en: `${String(count)} records`,
  'zh-Hant': `${String(count)} 筆紀錄`,
})
