import * as v from 'valibot'
import type { Document } from '../model/document'
import type { EventKind } from '../model/event'
import type { Names } from '../model/names'
import { fail, succeed, type Result } from '../model/problem'
import { TapelineRecord, type RecordOf } from '../model/record'
import type { Change } from './change'

/**
 * Makes an event with nothing but a name, a date (EDTF) and what the place it was made at says. It
 * is `unverified` until a source is added. Where no jurisdiction is known, it gets the one that most
 * events of the document have. Error: `wrong-shape`, with the path. Throws if `newId` is taken.
 */
export function createEventAt(
  document: Document,
  input: {
    newId: string
    name: Names
    date: string
    kind: EventKind
    jurisdictions: readonly string[]
    actors: readonly string[]
    architectures: readonly string[]
  },
): Result<Change> {
  if (document.records.has(input.newId)) throw new Error(`record id used twice: ${input.newId}`)
  const to: RecordOf<'event'> = {
    type: 'event',
    id: input.newId,
    name: input.name,
    kind: input.kind,
    date: input.date,
    actors: [...input.actors],
    chips: [],
    architectures: [...input.architectures],
    rules: [],
    jurisdictions: input.jurisdictions.length > 0 ? [...input.jurisdictions] : [commonJurisdiction(document)],
    sources: [],
    confidence: 'unverified',
  }
  const checked = v.safeParse(TapelineRecord, to)
  if (checked.success)
    return succeed({ label: { action: 'create', subject: to.name }, edits: { [to.id]: { from: null, to } } })
  const [issue] = checked.issues
  const path = v.getDotPath(issue)
  return fail({ code: 'wrong-shape', record: to.id, ...(path === null ? {} : { path }), detail: issue.message })
}

function commonJurisdiction(document: Document): string {
  const counts = new Map<string, number>()
  for (const record of document.records.values())
    if (record.type === 'event') for (const code of record.jurisdictions) counts.set(code, (counts.get(code) ?? 0) + 1)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? 'US'
}
