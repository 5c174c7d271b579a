import type { Names } from '../model/names'
import { edtfOfDay } from '../time/edtf-of-day'
import { parseEdtf } from '../time/edtf'
import type { RecordType, TapelineRecord } from '../model/record'

/** What a cell of a console table can hold; null is SQL's NULL. */
export type StoredValue = string | number | null

/** The types of SQLite's STRICT tables that we use (https://www.sqlite.org/stricttables.html). */
export type ColumnType = 'TEXT' | 'INTEGER' | 'REAL'

/** A column of a console table, as people and SQL see it. */
export interface ConsoleColumn {
  readonly name: string
  readonly type: ColumnType
  /** One line, in both languages. */
  readonly meaning: Names
  /** Whether its values are ids of records. */
  readonly isRecord: boolean
}

/** A table of the console: what it is called, and what rows a record gives it. */
export interface ConsoleTable {
  readonly name: string
  readonly meaning: Names
  readonly columns: readonly ConsoleColumn[]
  /** The record types that fill it. */
  readonly of: readonly RecordType[]
  /** The rows that one record gives, each with a value for every column, in their order. */
  readonly rowsOf: (record: TapelineRecord) => StoredValue[][]
}

/** A column with how its value comes out of what a row is made of. */
export interface Reader<Row> extends ConsoleColumn {
  readonly read: (row: Row) => StoredValue
}

type Maybe<T> = T | null | undefined
type Meaning = readonly [en: string, zhHant: string]
type Read<Row, T> = (row: Row) => Maybe<T>

/** What columns are made with, for rows of one kind. */
export interface Columns<Row> {
  text(name: string, meaning: Meaning, read: Read<Row, string>): Reader<Row>
  /** A text that is the id of a record. */
  recordId(name: string, meaning: Meaning, read: Read<Row, string>): Reader<Row>
  integer(name: string, meaning: Meaning, read: Read<Row, number>): Reader<Row>
  real(name: string, meaning: Meaning, read: Read<Row, number>): Reader<Row>
  /** 1 or 0. */
  flag(name: string, meaning: Meaning, read: (row: Row) => boolean): Reader<Row>
  /** A text kept in both languages: `name` and `name_zh`. */
  both(name: string, meaning: Meaning, read: Read<Row, Names>): Reader<Row>[]
  /**
   * A date as five columns: the EDTF text as typed; the first and last day it can mean, both
   * inclusive, as ISO texts and as day numbers (days since 1970-01-01, UTC). A side that is open or
   * unknown is NULL; so is every side of a text that is no date.
   */
  date(name: string, meaning: Meaning, read: Read<Row, string>): Reader<Row>[]
}

function columnsFor<Row>(): Columns<Row> {
  const make =
    (type: ColumnType, isRecord: boolean) =>
    (name: string, [en, zhHant]: Meaning, read: Read<Row, StoredValue>): Reader<Row> => ({
      name,
      type,
      isRecord,
      meaning: { en, 'zh-Hant': zhHant },
      read: (row) => read(row) ?? null,
    })
  const [text, recordId] = [make('TEXT', false), make('TEXT', true)]
  const [integer, real] = [make('INTEGER', false), make('REAL', false)]
  return {
    text,
    recordId,
    integer,
    real,
    flag: (name, meaning, read) => integer(name, meaning, (row) => (read(row) ? 1 : 0)),
    both: (name, [en, zhHant], read) => [
      text(name, [`${en}, in English`, `${zhHant}（英文）`], (row) => read(row)?.en),
      text(`${name}_zh`, [`${en}, in Traditional Chinese`, `${zhHant}（繁體中文）`], (row) => read(row)?.['zh-Hant']),
    ],
    date(name, [en, zhHant], read) {
      const first = (row: Row) => boundsOf(read(row)).first
      const last = (row: Row) => boundsOf(read(row)).last
      return [
        text(name, [`${en}, as typed (EDTF)`, `${zhHant}，原樣（EDTF）`], read),
        text(`${name}_from`, [`${en}: first possible day`, `${zhHant}：最早可能的日期`], (row) => isoDay(first(row))),
        text(`${name}_to`, [`${en}: last possible day`, `${zhHant}：最晚可能的日期`], (row) => isoDay(last(row))),
        integer(`${name}_from_day`, [`${en}: first possible day, number`, `${zhHant}：最早可能的日數`], first),
        integer(`${name}_to_day`, [`${en}: last possible day, number`, `${zhHant}：最晚可能的日數`], last),
      ]
    },
  }
}

function boundsOf(typed: Maybe<string>): { readonly first: number | null; readonly last: number | null } {
  const parsed = typed === null || typed === undefined ? null : parseEdtf(typed)
  if (parsed?.ok !== true) return { first: null, last: null }
  const { earliest, latest } = parsed.value
  return { first: Number.isFinite(earliest) ? earliest : null, last: Number.isFinite(latest) ? latest - 1 : null }
}

const isoDay = (day: number | null): string | null => (day === null ? null : edtfOfDay(day, 'day'))

/** A table that is filled by the records of one type, each giving `rows`. */
export function table<T extends RecordType, Row>(
  name: string,
  [en, zhHant]: Meaning,
  of: T | readonly T[],
  rows: (record: Extract<TapelineRecord, { type: T }>) => readonly Row[],
  columnsOf: (is: Columns<Row>) => readonly Reader<Row>[],
): ConsoleTable {
  const types: readonly RecordType[] = typeof of === 'string' ? [of] : of
  const columns = columnsOf(columnsFor<Row>())
  return {
    name,
    meaning: { en, 'zh-Hant': zhHant },
    of: types,
    columns,
    rowsOf: (record) =>
      types.includes(record.type)
        ? rows(record as Extract<TapelineRecord, { type: T }>).map((row) => columns.map(({ read }) => read(row)))
        : [],
  }
}
