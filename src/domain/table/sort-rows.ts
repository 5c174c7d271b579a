import type { TapelineRecord } from '../model/record'
import { compareDates } from '../time/date-order'
import { parseEdtf, type EdtfDate } from '../time/edtf'
import type { Column, TableContext } from './column'

export interface Sorting {
  readonly column: string
  readonly descending: boolean
}

/** Orders two texts; the window gives one that knows the order of a language. */
export type CompareText = (a: string, b: string) => number

/** By code point, where no language is asked for. */
export const byCodePoint: CompareText = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

interface Keyed<T> {
  readonly record: TapelineRecord
  readonly key: T
}

/**
 * The records in the order of one column: dates by first possible day, then last; numbers by value;
 * texts by `compareText`. Empty cells, and those that cannot be read as what their column holds,
 * stand last in both directions; ties keep their order.
 */
export function sortRows(
  records: readonly TapelineRecord[],
  column: Column,
  descending: boolean,
  context: TableContext,
  compareText: CompareText = byCodePoint,
): TapelineRecord[] {
  switch (column.kind) {
    case 'date':
      return sorted<EdtfDate>(
        records,
        (record) => {
          const date = parseEdtf(column.read(record, context))
          return date.ok ? date.value : undefined
        },
        compareDates,
        descending,
      )
    case 'number':
      return sorted(
        records,
        (record) => {
          const text = column.read(record, context)
          return text === '' || !Number.isFinite(Number(text)) ? undefined : Number(text)
        },
        (a, b) => a - b,
        descending,
      )
    case 'text':
      return sorted(records, (record) => column.read(record, context) || undefined, compareText, descending)
  }
}

function sorted<T>(
  records: readonly TapelineRecord[],
  keyOf: (record: TapelineRecord) => T | undefined,
  compare: (a: T, b: T) => number,
  descending: boolean,
): TapelineRecord[] {
  const keyed: Keyed<T>[] = []
  const empty: TapelineRecord[] = []
  for (const record of records) {
    const key = keyOf(record)
    if (key === undefined) empty.push(record)
    else keyed.push({ record, key })
  }
  const sign = descending ? -1 : 1
  keyed.sort((a, b) => sign * compare(a.key, b.key))
  return [...keyed.map(({ record }) => record), ...empty]
}
