import type { Document } from '../model/document'
import type { RecordId } from '../model/ids'
import type { Link } from '../model/link'
import { fail, succeed, type Result } from '../model/problem'
import { recordNames } from '../model/record-name'
import type { Change } from './change'
import { numbered } from './fresh-id'
import { createRecord } from './record-commands'

/** What a link says beside its id; without word on the evidence it is the analyst's own claim. */
export type LinkInput = Pick<Link, 'kind' | 'from' | 'to'> & Partial<Pick<Link, 'comment' | 'sources' | 'confidence'>>

/**
 * Draws a link from one record to another: `to` is the effect, answer, variant or successor of
 * `from`. Errors: `no-change` where that link is there already; `wrong-shape` for a record linked to
 * itself; `missing-reference` for an end that is not there or may not have links (sources, notes,
 * views, links).
 */
export function linkRecords(document: Document, input: LinkInput): Result<Change> {
  const { kind, from, to, comment, sources = [], confidence = 'claimed' } = input
  if (from === to) return fail({ code: 'wrong-shape', record: from, path: 'to', detail: 'must be another record' })
  for (const other of document.records.values())
    if (other.type === 'link' && other.kind === kind && other.from === from && other.to === to)
      return fail({ code: 'no-change', record: other.id, detail: 'that link is there already' })
  const id = numbered(`link-${from}.${to}`.slice(0, 110).replace(/[-_.]+$/, ''), document.records)
  const said = comment === undefined ? {} : { comment }
  const change = createRecord(document, { type: 'link', id, kind, from, to, ...said, sources, confidence })
  return change.ok ? succeed({ ...change.value, label: { ...change.value.label, action: 'link' } }) : change
}

/** Takes one link away, and the records at its ends stay. Errors: `not-found`; `not-editable` for what is no link. */
export function unlink(document: Document, input: { id: RecordId }): Result<Change> {
  const link = document.records.get(input.id)
  if (link === undefined) return fail({ code: 'not-found', record: input.id, detail: 'no such record' })
  if (link.type !== 'link') return fail({ code: 'not-editable', record: input.id, detail: 'is not a link' })
  const label: Change['label'] = { action: 'unlink', subject: recordNames(link, document) }
  return succeed({ label, edits: { [link.id]: { from: link, to: null } } })
}
