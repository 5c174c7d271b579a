import * as v from 'valibot'
import type { Document } from '../model/document'
import { fail, succeed, type Problem, type Result } from '../model/problem'
import { TapelineRecord } from '../model/record'
import { referencesOf, type Reference } from '../model/record-references'
import { senseProblems } from '../model/record-sense'
import { dateProblems } from '../time/record-dates'

/** Where a reference stands, whatever its place in a list: lists are reordered and shortened. */
const placed = ({ path, to }: Reference): string => `${path.replaceAll(/\[\d+\]/g, '')}:${to}`

/** References that lead nowhere or to a record of a wrong type. */
function broken(document: Document, record: TapelineRecord): { reference: Reference; detail: string }[] {
  return referencesOf(record).flatMap((reference) => {
    const { to, types } = reference
    const found = to === record.id ? record : document.records.get(to)
    if (found !== undefined && types.includes(found.type)) return []
    return [{ reference, detail: found === undefined ? `there is no record ${to}` : `${to} is of type ${found.type}` }]
  })
}

function referenceProblems(document: Document, record: TapelineRecord, before: TapelineRecord | null): Problem[] {
  const faults = broken(document, record)
  if (faults.length === 0) return []
  const old = new Set(before === null ? [] : broken(document, before).map(({ reference }) => placed(reference)))
  return faults
    .filter(({ reference }) => !old.has(placed(reference)))
    .map(({ reference, detail }) => ({ code: 'missing-reference', record: record.id, path: reference.path, detail }))
}

/** A circle that was there before is no fault of this edit; it gives no value and harms nothing else. */
function newSenseProblems(record: TapelineRecord, before: TapelineRecord | null): Problem[] {
  const old = new Set(before === null ? [] : senseProblems(before).map(({ detail }) => detail))
  return senseProblems(record).filter(({ code, detail }) => code !== 'circular-definition' || !old.has(detail))
}

/**
 * Everything that keeps a record from being saved, each with the path of its field: a wrong shape,
 * a date that is none, a unit that does not fit, a reference that leads nowhere, a definition that leads back to itself.
 * A reference that led nowhere `before` and a circle that was there are let through, so that an old
 * fault does not bar every other edit.
 */
export function recordProblems(document: Document, record: unknown, before: TapelineRecord | null): Problem[] {
  const shape = v.safeParse(TapelineRecord, record)
  if (shape.success)
    return [
      ...newSenseProblems(shape.output, before),
      ...dateProblems(shape.output),
      ...referenceProblems(document, shape.output, before),
    ]
  const id = typeof record === 'object' && record !== null && 'id' in record ? String(record.id) : ''
  return shape.issues.map((issue) => {
    const path = v.getDotPath(issue)?.replaceAll(/\.(\d+)/g, '[$1]')
    return { code: 'wrong-shape', record: id, ...(path === undefined ? {} : { path }), detail: issue.message }
  })
}

/** The record as it will be kept (names trimmed), or the first of {@link recordProblems}. */
export function checkedRecord(
  document: Document,
  record: unknown,
  before: TapelineRecord | null,
): Result<TapelineRecord> {
  const [problem] = recordProblems(document, record, before)
  return problem === undefined ? succeed(v.parse(TapelineRecord, record)) : fail(problem)
}
