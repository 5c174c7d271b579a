import type { RecordId } from '../model/ids'
import type { Problem } from '../model/problem'
import type { TapelineRecord } from '../model/record'
import { DEFAULT_JSON_LIMITS, type JsonLimits } from './json-text'
import { readRecords, type DataFile, type ReadResult } from './read-records'
import { referencesOf } from '../model/record-references'

interface Placed {
  readonly record: TapelineRecord
  readonly file: string
}

function withoutDuplicates(all: readonly Placed[]): { kept: ReadonlyMap<RecordId, Placed>; problems: Problem[] } {
  const kept = new Map<RecordId, Placed>()
  const problems: Problem[] = []
  for (const placed of all) {
    const { record, file } = placed
    const first = kept.get(record.id)
    if (first === undefined) kept.set(record.id, placed)
    else {
      const detail = `is already the id of a record of type ${first.record.type} in ${first.file}`
      problems.push({ code: 'duplicate-id', file, record: record.id, path: 'id', detail })
    }
  }
  return { kept, problems }
}

function referenceProblems({ record, file }: Placed, kept: ReadonlyMap<RecordId, Placed>): Problem[] {
  return referencesOf(record).flatMap(({ path, to, types }) => {
    const type = kept.get(to)?.record.type
    if (type !== undefined && types.includes(type)) return []
    const detail =
      type === undefined ? `there is no record ${to}` : `${to} is of type ${type}, not ${types.join(' or ')}`
    return [{ code: 'missing-reference', file, record: record.id, path, detail }]
  })
}

/** Fields that say "came before": following them must end. */
const ANCESTRY: ReadonlySet<string> = new Set(['predecessor', 'variantOf', 'amends', 'supersedes'])

function ancestors(record: TapelineRecord): { path: string; to: RecordId }[] {
  return referencesOf(record).filter(({ path }) => ANCESTRY.has(path.replace(/\[\d+\]$/, '')))
}

/** Records that are, over one or more steps, their own ancestor. */
function cycleProblems(kept: ReadonlyMap<RecordId, Placed>): Problem[] {
  const problems: Problem[] = []
  for (const { record, file } of kept.values()) {
    for (const { path, to } of ancestors(record)) {
      const seen = new Set<RecordId>()
      const open = [to]
      for (let id = open.pop(); id !== undefined; id = open.pop()) {
        if (seen.has(id)) continue
        seen.add(id)
        const next = kept.get(id)
        if (next !== undefined) open.push(...ancestors(next.record).map((reference) => reference.to))
      }
      if (seen.has(record.id)) {
        problems.push({
          code: 'wrong-shape',
          file,
          record: record.id,
          path,
          detail: `${to} leads back to ${record.id}`,
        })
      }
    }
  }
  return problems
}

/**
 * Reads all files of a data set together. Beyond what `readRecords` checks: an id stands once over
 * all files (the first is kept), every reference leads to a record of a type that fits, and no
 * record is its own predecessor, variant or amendment. A record whose reference leads nowhere is
 * kept, because its own words are sound; the caller decides what the problem means. Never throws.
 */
export function readDataSet(files: readonly DataFile[], limits: JsonLimits = DEFAULT_JSON_LIMITS): ReadResult {
  const problems: Problem[] = []
  const all: Placed[] = []
  for (const file of files) {
    const read = readRecords(file, limits)
    problems.push(...read.problems)
    all.push(...read.records.map((record) => ({ record, file: file.name })))
  }
  const { kept, problems: duplicates } = withoutDuplicates(all)
  problems.push(...duplicates)
  for (const placed of kept.values()) problems.push(...referenceProblems(placed, kept))
  problems.push(...cycleProblems(kept))
  return { records: [...kept.values()].map(({ record }) => record), problems }
}
