import type { Connection } from './connection'

/** What a whole copy of a workspace must hold, as the open file has it. */
export interface Contents {
  readonly revision: number
  /** Rows by table. An old file that is copied before it is migrated has not all of today's tables. */
  readonly rows: Readonly<Record<string, number>>
}

/** Single values: a copy has one less, the token of the log (`log-token.ts`). */
const NOT_COUNTED = 'meta'

export function contentsOf(db: Connection): Contents {
  const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").all() as {
    name: string
  }[]
  const revision = db.prepare("SELECT value FROM meta WHERE key = 'revision'").get() as { value: unknown } | undefined
  const counted = tables.filter(({ name }) => name !== NOT_COUNTED)
  return {
    revision: Number(revision?.value ?? 0),
    rows: Object.fromEntries(counted.map(({ name }) => [name, rowsOf(db, name)])),
  }
}

const rowsOf = (db: Connection, table: string): number =>
  (db.prepare(`SELECT count(*) AS n FROM "${table.replaceAll('"', '""')}"`).get() as { n: number }).n

export function sameContents(a: Contents, b: Contents): boolean {
  const names = new Set([...Object.keys(a.rows), ...Object.keys(b.rows)])
  return a.revision === b.revision && [...names].every((name) => a.rows[name] === b.rows[name])
}
