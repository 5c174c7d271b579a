import type { ChangeLabel } from '../change/change'
import type { Document } from '../model/document'
import type { Locale } from '../model/names'
import { fail, type Problem, type Result } from '../model/problem'
import type { TapelineRecord } from '../model/record'

/** Words for coded values (`policy`, `confirmed`), which the domain does not keep: given from outside. */
export interface TableWords {
  word(group: string, code: string): string
  /** The code that a word of either language stands for, out of those given. */
  code(group: string, text: string, codes: readonly string[]): string | undefined
}

export interface TableContext {
  readonly document: Document
  readonly locale: Locale
  readonly words: TableWords
}

/** One column of the table of a record type: how its cells are read, compared and written. */
export interface Column {
  /** Stable, such as `name.en` or `metric.tpp`: settings and clipboards go by it. */
  readonly id: string
  /** The path of its heading among the messages. */
  readonly words: string
  readonly unit?: string
  /** Decides how its cells are compared. Dates are EDTF text, as typed. */
  readonly kind: 'text' | 'number' | 'date'
  readonly widthPx: number
  /** Shown until the user chooses columns. */
  readonly atFirst: boolean
  /** What the step is called when one cell of it is edited. */
  readonly action: ChangeLabel['action']
  /** The cell as text; empty where there is nothing. */
  read(record: TapelineRecord, context: TableContext): string
  /** The record with that cell set; absent where a column cannot be written. */
  write?(record: TapelineRecord, text: string, context: TableContext): Result<TapelineRecord>
}

/** A field that only some record types have. */
export function fieldOf(record: TapelineRecord, field: string): unknown {
  return (record as unknown as Readonly<Record<string, unknown>>)[field]
}

/** The record with one field set, or without it. Its form is checked by whoever makes a change of it. */
export function withField(record: TapelineRecord, field: string, value: unknown): TapelineRecord {
  const { [field]: _old, ...rest } = record as unknown as Record<string, unknown>
  const made = value === undefined ? rest : { ...record, [field]: value }
  return made as unknown as TapelineRecord
}

/** A failure of one cell. */
export function cellProblem(
  record: TapelineRecord,
  path: string,
  code: Problem['code'],
  detail: string,
): ReturnType<typeof fail> {
  return fail({ code, record: record.id, path, detail })
}
