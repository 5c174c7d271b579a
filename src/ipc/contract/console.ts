import * as v from 'valibot'
import { QUERY_FAILURES } from '../../domain/console/query-outcome'
import { FilePath, Nothing } from '../values'

/** A statement; far longer than anything one types. */
const Sql = v.strictObject({ sql: v.pipe(v.string(), v.maxLength(100_000)) })

/** Why a query has no result. An ordinary answer and no error of the call: most statements fail while they are written. */
const Failure = v.strictObject({
  reason: v.picklist(QUERY_FAILURES),
  message: v.string(),
  place: v.nullable(v.strictObject({ from: v.number(), to: v.number() })),
})

const failedOr = <T extends v.GenericSchema>(value: T) =>
  v.variant('ok', [
    v.strictObject({ ok: v.literal(true), value }),
    v.strictObject({ ok: v.literal(false), failure: Failure }),
  ])

/** SQL over a copy of the records. Nothing here can write, and one query runs at a time. */
export const CONSOLE_CHANNELS = {
  /** How many rows each table has (`domain/console/tables`). Asked when the console opens: it also fills the tables. */
  'console:schema': { input: Nothing, output: failedOr(v.strictObject({ rows: v.record(v.string(), v.number()) })) },
  /** At most 10,000 rows, told when there are more. A query that runs already is cancelled. */
  'console:run': {
    input: Sql,
    output: failedOr(
      v.strictObject({
        columns: v.array(v.strictObject({ name: v.string(), isRecord: v.nullable(v.boolean()) })),
        /** JSON text of `ResultCell[][]`: a text crosses the bridge whole. */
        rowsText: v.string(),
        cut: v.nullable(v.picklist(['rows', 'size'])),
        tookMs: v.number(),
      }),
    ),
  },
  /** What runs then answers `cancelled`; good also where nothing runs. */
  'console:cancel': { input: Nothing, output: Nothing },
  /**
   * Runs the statement again, without the limits of what can be shown, and saves all of it as CSV. Main asks where to;
   * `file` is null when the user cancels. Errors: `storage` when the file cannot be written; the old one is whole then.
   */
  'console:save-csv': {
    input: Sql,
    output: failedOr(v.strictObject({ file: v.nullable(FilePath), rows: v.number() })),
  },
} as const
