/**
 * A cell of a result. `number` holds what a JavaScript number cannot, as text: integers beyond 2^53
 * and infinities. `bytes` is a BLOB in SQL's hexadecimal.
 */
export type ResultCell = string | number | null | { readonly number: string } | { readonly bytes: string }

export interface ResultColumn {
  readonly name: string
  /** Whether it holds ids of records; null where the column is reckoned and SQLite does not know. */
  readonly isRecord: boolean | null
}

export interface QueryRows {
  readonly columns: readonly ResultColumn[]
  readonly rows: readonly (readonly ResultCell[])[]
  /** There is more: after so many rows, or after so much text, the rest was not read. */
  readonly cut: 'rows' | 'size' | null
  readonly tookMs: number
}

/**
 * Why there is no result. `sql`: SQLite does not understand it, or it fails at run time. `read-only`:
 * it would write, open a file or change how SQLite works. `several`: more than one statement.
 * `parameters`: it has places to fill in. `empty`: no statement. `cancelled`. `too-slow`: stopped by
 * the time limit. `too-large`: more than may be saved. `broken`: the process that runs it
 * ended, most often because it took more memory than it may.
 */
export const QUERY_FAILURES = [
  'sql',
  'read-only',
  'several',
  'parameters',
  'empty',
  'cancelled',
  'too-slow',
  'too-large',
  'broken',
] as const

export interface QueryFailure {
  readonly reason: (typeof QUERY_FAILURES)[number]
  /** SQLite's own message, in English; empty where it said nothing. */
  readonly message: string
  /** Where in the statement, in UTF-16 units, if known. */
  readonly place: { readonly from: number; readonly to: number } | null
}

export type Queried<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: QueryFailure }

export const failed = (
  reason: QueryFailure['reason'],
  message = '',
  place: QueryFailure['place'] = null,
): Queried<never> => ({ ok: false, failure: { reason, message, place } })
