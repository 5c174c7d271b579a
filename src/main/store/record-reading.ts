import type { Problem } from '../../domain/model/problem'
import type { TapelineRecord } from '../../domain/model/record'
import type { RecordBatch, RecordReading } from './document-store'
import type { Prepare } from './prepared'
import { readChecked, type CheckedRow } from './record-rows'

/**
 * Steps of the golden ratio round a circle of 2^32: those that fall below a part of it are spread evenly over the
 * places, and over whatever comes round in them (every fourth a rule, say), which every n-th place would not be.
 * Knuth, The Art of Computer Programming 3, 6.4.
 */
const STEP = 2_654_435_761
const CIRCLE = 4_294_967_296

const IN_SAMPLE = `(position * ${String(STEP)}) % ${String(CIRCLE)} < ?`

/**
 * What comes first. `context`: all that is no event, and a sample of the events. Events are what there may be a
 * hundred thousand of, and they hang on the rest: chips, makers and rules decide the lanes that they stand in.
 * `even`: a sample of all, where there is too much else.
 */
const FIRST = {
  context: { chosen: `(type <> 'event' OR ${IN_SAMPLE})`, others: `NOT (type <> 'event' OR ${IN_SAMPLE})` },
  even: { chosen: IN_SAMPLE, others: `NOT (${IN_SAMPLE})` },
} as const

export function rowCount(prepare: Prepare): number {
  return (prepare('SELECT count(*) AS rows FROM record').get() as { rows: number }).rows
}

export function textBytes(prepare: Prepare): number {
  const sum = prepare('SELECT coalesce(sum(octet_length(body)), 0) AS bytes FROM record').get() as { bytes: number }
  return sum.bytes
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
  const below = circleFor(rowCount(prepare), sampleRows)
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
        ).all(after, below, atMost) as CheckedRow[]
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
  const below = circleFor(records.length, sampleRows)
  const few = records.filter(({ type }) => type !== 'event').length <= sampleRows
  const isFirst = ({ type }: TapelineRecord, place: number): boolean =>
    (place * STEP) % CIRCLE < below || (few && type !== 'event')
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

/** The part of the circle that about so many of the rows fall on. */
const circleFor = (rows: number, sampleRows: number): number => Math.ceil((sampleRows / rows) * CIRCLE)
