import type { Problem } from '../model/problem'
import type { TapelineRecord } from '../model/record'
import { recordTypeOfFile } from './data-files'
import { DEFAULT_JSON_LIMITS, parseJsonText, type JsonLimits } from './json-text'
import { dateProblems } from '../time/record-dates'
import { senseProblems } from '../model/record-sense'
import { claimedId, recordShape } from './record-shape'

/** A file that was read elsewhere: this folder opens nothing. */
export interface DataFile {
  /** As messages should name it, such as `data/chips.json`. */
  readonly name: string
  readonly text: string
}

/** What a reader found: every good record, and every fault with its file, record and path. */
export interface ReadResult {
  readonly records: readonly TapelineRecord[]
  readonly problems: readonly Problem[]
}

/**
 * Reads one file that holds a JSON array of records. A file named as in `DATA_FILES` holds records
 * of that type only. Never throws. A record that has not the form of its type, a date that is no
 * date or a figure in a foreign unit is left out and reported; the others are kept, in file order.
 * A record without an id is named by its place, `[12]`. References are not looked at, because they
 * may lead to another file: that is `readDataSet`.
 */
export function readRecords(file: DataFile, limits: JsonLimits = DEFAULT_JSON_LIMITS): ReadResult {
  const parsed = parseJsonText(file.text, limits)
  if (!parsed.ok) return { records: [], problems: [{ ...parsed.problem, file: file.name }] }
  if (!Array.isArray(parsed.value)) {
    return { records: [], problems: [{ code: 'wrong-shape', file: file.name, detail: 'must be an array of records' }] }
  }
  const expected = recordTypeOfFile(file.name)
  const records: TapelineRecord[] = []
  const problems: Problem[] = []
  for (const [index, value] of (parsed.value as unknown[]).entries()) {
    const shape = recordShape(value, expected)
    const found = shape.ok ? [...dateProblems(shape.value), ...senseProblems(shape.value)] : shape.problems
    if (shape.ok && found.length === 0) records.push(shape.value)
    const place = claimedId(value) ?? `[${index}]`
    for (const problem of found) problems.push({ ...problem, file: file.name, record: place })
  }
  return { records, problems }
}
