import { changedRecords } from '../model/changed-records'
import type { Document } from '../model/document'
import type { TapelineRecord } from '../model/record'
import { CONSOLE_TABLES } from './tables'

/** Rows by table. */
export type RowCounts = Readonly<Record<string, number>>

/**
 * How many rows the tables have after edits, from how many they had before: only what the edits changed is looked at, and
 * no table is filled for it. Throws nothing; a table without a count stays without one.
 */
export function countsAfter(counts: RowCounts, before: Document, after: Document): RowCounts {
  const { removed, added, replaced } = changedRecords(before, after)
  const gone = [...removed, ...replaced.map(({ from }) => from)]
  const come = [...added, ...replaced.map(({ to }) => to)]
  if (gone.length + come.length === 0) return counts
  return Object.fromEntries(
    CONSOLE_TABLES.flatMap((table) => {
      const rowsIn = (records: readonly TapelineRecord[]): number =>
        records.reduce((sum, record) => sum + (table.of.includes(record.type) ? table.rowsOf(record).length : 0), 0)
      const count = counts[table.name]
      return count === undefined ? [] : [[table.name, count + rowsIn(come) - rowsIn(gone)]]
    }),
  )
}
