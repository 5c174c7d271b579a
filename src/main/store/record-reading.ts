import type { Problem } from '../../domain/model/problem'
import type { TapelineRecord } from '../../domain/model/record'
import type { RecordBatch, RecordReading } from './document-store'
import type { Prepare } from './prepared'
import { readChecked, type CheckedRow } from './record-rows'

/**
 * What comes first. `context`: all that is no event, and every so many-th event. Events are what there may be a
 * hundred thousand of, and they hang on the rest: chips, makers and rules decide the lanes that they stand in.
 * `even`: every so many-th row, where there is too much else.
 */
const FIRST = {
  context: { chosen: `(type <> 'event' OR position % ? = 0)`, others: `(type = 'event' AND position % ? <> 0)` },
  even: { chosen: 'position % ? = 0', others: 'position % ? <> 0' },
} as const

export function rowCount(prepare: Prepare): number {
  return (prepare('SELECT count(*) AS rows FROM record').get() as { rows: number }).rows
}

export function textBytes(prepare: Prepare): number {
  const sum = prepare('SELECT coalesce(sum(octet_length(body)), 0) AS bytes FROM record').get()
  return (sum as { bytes: number }).bytes
}

/** By the key and not by an open cursor: between two batches the file may be written to. */
export function readingOfFile(
  prepare: Prepare,
  file: string,
  sampleRows: number,
  revision: () => number,
): RecordReading {
  const began = revision()
  const { others } = prepare(`SELECT count(*) AS others FROM record WHERE type <> 'event'`).get() as { others: number }
  const order = FIRST[others <= sampleRows ? 'context' : 'even']
  const stride = strideFor(rowCount(prepare), sampleRows)
  const passes = [order.chosen, order.others]
  let after = -Infinity
  const changed = () => revision() !== began
  return {
    changed,
    next(atMost) {
      if (changed()) return 'changed'
      while (passes[0] !== undefined) {
        const found = prepare(
          `SELECT position, id, type, checksum, body FROM record
           WHERE position > ? AND ${passes[0]} ORDER BY position LIMIT ?`,
        ).all(after, stride, atMost) as CheckedRow[]
        const last = found.at(-1)
        if (last !== undefined) {
          after = last.position
          return batchOf(found, file)
        }
        passes.shift()
        after = -Infinity
      }
      return null
    },
  }
}

function batchOf(rows: readonly CheckedRow[], file: string): RecordBatch {
  const places: number[] = []
  const records: TapelineRecord[] = []
  const problems: Problem[] = []
  for (const row of rows) {
    const found = readChecked(row)
    if ('code' in found) problems.push({ ...found, file, record: row.id })
    else {
      records.push(found)
      places.push(row.position)
    }
  }
  return { places, records, problems, rows: rows.length }
}

/** The same of records that are in memory already. */
export function readingOfRecords(
  records: readonly TapelineRecord[],
  problems: readonly Problem[],
  sampleRows: number,
  revision: () => number,
): RecordReading {
  const began = revision()
  const stride = strideFor(records.length, sampleRows)
  const few = records.filter(({ type }) => type !== 'event').length <= sampleRows
  const isFirst = ({ type }: TapelineRecord, place: number): boolean =>
    place % stride === 0 || (few && type !== 'event')
  const all = records.map((record, place) => ({ record, place }))
  const passes = [
    all.filter(({ record, place }) => isFirst(record, place)),
    all.filter(({ record, place }) => !isFirst(record, place)),
  ]
  let untold = problems
  const changed = () => revision() !== began
  return {
    changed,
    next(atMost) {
      if (changed()) return 'changed'
      while (passes[0]?.length === 0) passes.shift()
      const batch = passes[0]?.splice(0, atMost) ?? []
      const found = untold
      untold = []
      if (batch.length + found.length === 0) return null
      return {
        places: batch.map(({ place }) => place),
        records: batch.map(({ record }) => record),
        problems: found,
        rows: batch.length + found.length,
      }
    },
  }
}

const strideFor = (rows: number, sampleRows: number): number => Math.max(1, Math.floor(rows / sampleRows))
