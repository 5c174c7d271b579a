import type { Names } from '../model/names'
import type { RecordType, TapelineRecord } from '../model/record'
import { table, type Columns, type ConsoleTable, type Reader } from './column'

/** One thing of a list inside a record: the record's id, its place in the list (from 0), and the thing. */
export interface Item<T> {
  readonly owner: string
  readonly at: number
  readonly item: T
}

export function itemsOf<T>(owner: string, list: readonly T[] | undefined): Item<T>[] {
  return (list ?? []).map((item, at) => ({ owner, at, item }))
}

export const id = <Row extends { readonly id: string }>(is: Columns<Row>, en: string, zhHant: string): Reader<Row> =>
  is.recordId('id', [en, zhHant], (row) => row.id)

export const name = <Row extends { readonly name: Names }>(is: Columns<Row>): Reader<Row>[] =>
  is.both('name', ['Name', '名稱'], (row) => row.name)

export const summary = <Row extends { readonly summary?: Names | undefined }>(is: Columns<Row>): Reader<Row>[] =>
  is.both('summary', ['Summary', '摘要'], (row) => row.summary)

export const confidence = <Row extends { readonly confidence: string }>(is: Columns<Row>): Reader<Row> =>
  is.text(
    'confidence',
    [
      'How well it is supported: confirmed, reported, claimed, expected, unverified',
      '可信度：confirmed、reported、claimed、expected、unverified',
    ],
    (row) => row.confidence,
  )

export const place = <Row extends { readonly at: number }>(is: Columns<Row>): Reader<Row> =>
  is.integer('position', ['Its place in the list, from 0', '在清單中的位置，從 0 起算'], (row) => row.at)

/** A table of pairs: which records a record names in one of its lists. */
export function pairs<T extends RecordType>(
  tableName: string,
  meaning: readonly [string, string],
  type: T,
  owner: readonly [name: string, en: string, zhHant: string],
  other: readonly [name: string, en: string, zhHant: string],
  list: (record: Extract<TapelineRecord, { type: T }>) => readonly string[],
): ConsoleTable {
  const rows = (record: Extract<TapelineRecord, { type: T }>): Item<string>[] =>
    itemsOf((record as TapelineRecord).id, list(record))
  return table(tableName, meaning, type, rows, (is) => [
    is.recordId(owner[0], [owner[1], owner[2]], (row) => row.owner),
    is.recordId(other[0], [other[1], other[2]], (row) => row.item),
    place(is),
  ])
}
