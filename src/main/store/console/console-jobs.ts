import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { writeCsv } from '../../../domain/console/csv'
import { failed, type Queried, type QueryRows } from '../../../domain/console/query-outcome'
import { CONSOLE_TABLES } from '../../../domain/console/tables'
import type { TapelineRecord } from '../../../domain/model/record'
import { beginFilling, type Filling } from './console-database'
import { runQuery, type QueryLimits } from './run-query'

/** What is asked of the process that holds the tables, as plain data. The records are JSON text: it is quicker to send. */
export type ConsoleJob =
  | { readonly job: 'begin' }
  | { readonly job: 'add'; readonly recordsText: string; readonly places: readonly number[] }
  | { readonly job: 'end' }
  | { readonly job: 'count' }
  | { readonly job: 'query'; readonly sql: string }
  | { readonly job: 'csv'; readonly sql: string }

export interface ConsoleAnswers {
  readonly begin: null
  readonly add: null
  readonly end: null
  /** Rows by table. */
  readonly count: Readonly<Record<string, number>>
  readonly query: Queried<QueryRows>
  readonly csv: Queried<{ readonly text: string; readonly rows: number }>
}

const SHOWN: QueryLimits = { rows: 10_000, characters: 16_000_000, cellCharacters: 20_000 }
const SAVED: QueryLimits = { rows: 1_000_000, characters: 200_000_000, cellCharacters: Infinity }

/** Does the jobs in turn. A broken invariant (a query before the tables are there) throws. */
export function consoleJobs(): (job: ConsoleJob) => ConsoleAnswers[ConsoleJob['job']] {
  let filling: Filling | null = null
  let db: DatabaseSyncInstance | null = null
  const ready = (): DatabaseSyncInstance => {
    if (db === null) throw new Error('the tables of the console are not filled')
    return db
  }
  return (job) => {
    switch (job.job) {
      case 'begin':
        db?.close()
        db = null
        filling = beginFilling()
        return null
      case 'add':
        filling?.add(JSON.parse(job.recordsText) as TapelineRecord[], job.places)
        return null
      case 'end':
        db = filling?.close() ?? null
        filling = null
        return null
      case 'count':
        return rowCounts(ready())
      case 'query':
        return runQuery(ready(), job.sql, SHOWN)
      case 'csv':
        return csvOf(runQuery(ready(), job.sql, SAVED))
    }
  }
}

/** A file that lacks its end would be taken for the whole. */
function csvOf(queried: Queried<QueryRows>): ConsoleAnswers['csv'] {
  if (!queried.ok) return queried
  if (queried.value.cut !== null) return failed('too-large')
  return { ok: true, value: { text: writeCsv(queried.value), rows: queried.value.rows.length } }
}

const rowCounts = (db: DatabaseSyncInstance): Record<string, number> =>
  Object.fromEntries(
    CONSOLE_TABLES.map(({ name }) => {
      const { rows } = db.prepare(`SELECT count(*) AS rows FROM "${name}"`).get() as { rows: number }
      return [name, rows]
    }),
  )
