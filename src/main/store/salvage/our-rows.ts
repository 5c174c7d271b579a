import * as v from 'valibot'
import type { Change } from '../../../domain/change/change'
import { RecordId } from '../../../domain/model/ids'
import type { TapelineRecord } from '../../../domain/model/record'
import { readRecord } from '../record-rows'
import { draftChecksum, partChecksum, recordChecksum, stepChecksum } from '../row-checksum'
import { loggedChange, type StoredStep } from '../step-rows'
import type { FoundRow, Rank } from './walk-tree'
import type { Walked } from './walk-trees'

export interface FoundRecord {
  readonly rank: Rank
  readonly position: number
  readonly record: TapelineRecord
}

export interface FoundStep {
  readonly rank: Rank
  readonly stored: StoredStep
  readonly change: Change
}

/** The rows of our tables among all rows, told by their values, and kept where their checksum is right. */
export interface OurRows {
  readonly records: readonly FoundRecord[]
  readonly steps: readonly FoundStep[]
  readonly drafts: readonly { readonly key: string; readonly madeAt: number; readonly body: string }[]
  /** Ids of the records that were there, and their places, as far as known: `all` where their index is whole. */
  readonly ids: { readonly known: ReadonlyMap<string, number>; readonly all: boolean }
  readonly revision: number | null
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isNumber = (value: unknown): value is number => typeof value === 'number'
const isTextOrNull = (value: unknown): value is string | null => value === null || isText(value)
const isId = (value: unknown): value is string => v.is(RecordId, value)

interface FoundStepHead {
  readonly rank: Rank
  readonly cells: StoredStep['cells']
  readonly more: number
  readonly edits: string
}

const INDEX_OF_IDS = 'sqlite_autoindex_record_1'

export function sortRows({ trees, strays }: Walked): OurRows {
  const records: FoundRecord[] = []
  const heads: FoundStepHead[] = []
  const parts = new Map<string, string>()
  const drafts: { key: string; madeAt: number; body: string }[] = []
  const idsInIndex = new Map<string, number>()
  const idsOfDamaged = new Map<string, number>()
  let revision: number | null = null
  const isWhole = (table: string) => trees.get(table)?.whole === true

  for (const row of [...[...trees.values()].flatMap((tree) => tree.rows), ...strays]) {
    const { rank, values } = row
    /** Where a table is whole, what stands elsewhere was deleted from it or written over. */
    const counts = (table: string) => rank === 'tree' || !isWhole(table)
    const record = recordOf(row)
    const head = stepHeadOf(row)
    if (record === 'damaged') {
      if (rank !== 'bytes') idsOfDamaged.set(String(values[1]), row.rowid ?? 0)
    } else if (record !== null && counts('record')) records.push({ rank, ...record })
    else if (head !== null && counts('change')) heads.push({ rank, ...head })
    else if (isPart(values)) parts.set(`${String(values[1])} ${String(values[2])}`, values[4])
    else if (isDraft(values) && counts('draft')) drafts.push({ key: values[0], madeAt: values[1], body: values[3] })
    else if (isIndexEntry(values) && counts(INDEX_OF_IDS)) idsInIndex.set(values[0], values[1])
    else if (isRevision(values)) revision = Number(values[1])
  }
  const all = isWhole(INDEX_OF_IDS)
  return {
    records,
    steps: heads.flatMap((head) => wholeStep(head, parts)),
    drafts: drafts.sort((a, b) => a.madeAt - b.madeAt),
    ids: { known: all ? idsInIndex : new Map([...idsOfDamaged, ...idsInIndex]), all },
    revision,
  }
}

type Values = FoundRow['values']

function isPart(values: Values): values is [null, number, number, number, string] {
  const [first, seq, part, checksum, edits] = values
  if (values.length !== 5 || first !== null || !isNumber(seq) || !isNumber(part) || !isText(edits)) return false
  return partChecksum(seq, part, edits) === checksum
}

function isDraft(values: Values): values is [string, number, number, string] {
  const [key, madeAt, checksum, body] = values
  if (values.length !== 4 || !isText(key) || !isNumber(madeAt) || !isText(body)) return false
  return draftChecksum(key, madeAt, body) === checksum
}

/** Of the index of the records' ids: id and row number. */
const isIndexEntry = (values: Values): values is [string, number] =>
  values.length === 2 && isId(values[0]) && isNumber(values[1])

const isRevision = (values: Values): values is ['revision', string] =>
  values.length === 2 && values[0] === 'revision' && /^\d{1,15}$/.test(String(values[1]))

/** A file of version 1 has no checksums: there the form of the record decides. */
function recordOf({ rowid, values }: FoundRow): Omit<FoundRecord, 'rank'> | 'damaged' | null {
  const [first, id, type] = values
  if (rowid === null || first !== null || !isId(id) || !isText(type)) return null
  const body = values.at(-1)
  if (!isText(body) || (values.length !== 4 && values.length !== 5)) return null
  const cells = { position: rowid, id, type, body }
  if (values.length === 5 && recordChecksum(cells) !== values[3]) return 'damaged'
  const record = readRecord(cells)
  return 'code' in record ? 'damaged' : { position: rowid, record }
}

function stepHeadOf({ rowid, values }: FoundRow): Omit<FoundStepHead, 'rank'> | null {
  const [first, undone, madeAt] = values
  if (rowid === null || first !== null || !isNumber(undone) || !isNumber(madeAt)) return null
  if (values.length === 6) {
    const [, , , mergeKey, label, edits] = values
    if (!isTextOrNull(mergeKey) || !isText(label) || !isText(edits)) return null
    const records = countOf(edits)
    const cells = { seq: rowid, undone, made_at: madeAt, author: null, merge_key: mergeKey ?? null, label, records }
    return { cells, more: 0, edits }
  }
  const [, , , author, mergeKey, label, records, more, checksum, edits] = values
  if (values.length !== 10 || !isTextOrNull(author) || !isTextOrNull(mergeKey)) return null
  if (!isText(label) || !isNumber(records) || !isNumber(more) || !isText(edits)) return null
  const cells = { seq: rowid, undone, made_at: madeAt, author, merge_key: mergeKey, label, records }
  return stepChecksum({ ...cells, more, edits }) === checksum ? { cells, more, edits } : null
}

function wholeStep({ rank, cells, more, edits }: FoundStepHead, parts: ReadonlyMap<string, string>): FoundStep[] {
  const texts: (string | undefined)[] = [edits]
  for (let part = 1; part <= more; part += 1) texts.push(parts.get(`${String(cells.seq)} ${String(part)}`))
  const found = texts.filter((text) => text !== undefined)
  if (found.length !== texts.length) return []
  const stored = { cells, parts: found }
  const logged = loggedChange(stored)
  return logged === null || logged === 'unreadable' ? [] : [{ rank, stored, change: logged.change }]
}

function countOf(edits: string): number {
  try {
    return Object.keys(JSON.parse(edits) as object).length
  } catch {
    return 0
  }
}
