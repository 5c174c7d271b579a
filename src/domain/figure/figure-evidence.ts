import * as v from 'valibot'
import type { Document } from '../model/document'
import { RecordId } from '../model/ids'
import type { TapelineRecord } from '../model/record'
import { FigureSpec, type FigureMaker } from './figure-spec'

/** How much of the SHA-256 of a record stands in a figure: enough to see a change, far too little to undo one. */
const RECORD_HASH_LENGTH = 12

const Hex = (length: number) => v.pipe(v.string(), v.regex(/^[0-9a-f]*$/), v.length(length))
const HASH_LENGTH = 64

/**
 * What a figure file says of where it comes from: the spec that draws it again, and what its records
 * were like, so that a figure opened later can tell what changed since.
 */
export const FigureMark = v.strictObject({
  format: v.literal(1),
  app: v.strictObject({ name: v.pipe(v.string(), v.maxLength(100)), version: v.pipe(v.string(), v.maxLength(100)) }),
  spec: FigureSpec,
  /** SHA-256 of the canonical text of all its records. */
  dataHash: Hex(HASH_LENGTH),
  /** The first digits of the hash of each record it hangs on. */
  records: v.record(RecordId, Hex(RECORD_HASH_LENGTH)),
})
export type FigureMark = v.InferOutput<typeof FigureMark>

/** SHA-256 of text as UTF-8, in lower-case hex: the domain has no hashes of its own. */
export type Sha256 = (text: string) => string

/** A record as JSON that is the same however it was put together: keys sorted, what is undefined left out. */
export function canonicalText(record: TapelineRecord): string {
  return JSON.stringify(sorted(record))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([a], [b]) => compare(a, b))
  return Object.fromEntries(entries.map(([key, part]) => [key, sorted(part)]))
}

/** By UTF-16 code units: the order of no language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/**
 * The mark of a figure that hangs on these records. Ids that the document does not hold are left out.
 * The same records and spec give the same mark, in whatever order they come.
 */
export function figureMark(
  document: Document,
  spec: FigureSpec,
  ids: readonly RecordId[],
  maker: FigureMaker,
  sha256: Sha256,
): FigureMark {
  const texts = [...new Set(ids)].sort(compare).flatMap((id) => {
    const record = document.records.get(id)
    return record === undefined ? [] : [{ id, text: canonicalText(record) }]
  })
  return {
    format: 1,
    app: { name: maker.name, version: maker.version },
    spec,
    dataHash: sha256(texts.map(({ text }) => text).join('\n')),
    records: Object.fromEntries(texts.map(({ id, text }) => [id, shortHash(text, sha256)])),
  }
}

const shortHash = (text: string, sha256: Sha256): string => sha256(text).slice(0, RECORD_HASH_LENGTH)

export const markText = (mark: FigureMark): string => JSON.stringify(sorted(mark))

/** What became of the records of a figure. Every list is sorted by id. */
export interface DataComparison {
  readonly isSame: boolean
  readonly changed: readonly RecordId[]
  /** In the figure once drawn from the document now, and not in the file. */
  readonly came: readonly RecordId[]
  /** In the file, and not in the document any more. */
  readonly went: readonly RecordId[]
}

/**
 * Compares a figure file with a document: which of its records differ, which are gone, and which would
 * stand in it now. `now` are the records that the same figure would hang on today
 * (`FigureReport.records`). Records that merely left the figure, because of their dates or a filter,
 * have changed themselves or another has.
 */
export function compareWithData(
  mark: FigureMark,
  document: Document,
  now: readonly RecordId[],
  sha256: Sha256,
): DataComparison {
  const known = Object.keys(mark.records).sort(compare)
  const went = known.filter((id) => !document.records.has(id))
  const changed = known.filter((id) => {
    const record = document.records.get(id)
    return record !== undefined && shortHash(canonicalText(record), sha256) !== mark.records[id]
  })
  const inFile = new Set(known)
  const came = [...new Set(now)].filter((id) => !inFile.has(id) && document.records.has(id)).sort(compare)
  return { isSame: changed.length + came.length + went.length === 0, changed, came, went }
}
