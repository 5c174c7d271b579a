import type { Connection } from './connection'

/** What a whole copy of a workspace must hold, as the open file has it. */
export interface Contents {
  readonly revision: number
  readonly records: number
  readonly changes: number
}

const QUERY = `SELECT
  coalesce((SELECT value FROM meta WHERE key = 'revision'), 0) AS revision,
  (SELECT count(*) FROM record) AS records,
  (SELECT count(*) FROM change) AS changes`

export function contentsOf(db: Connection): Contents {
  const { revision, records, changes } = db.prepare(QUERY).get() as Record<keyof Contents, number | string>
  return { revision: Number(revision), records: Number(records), changes: Number(changes) }
}

export function sameContents(a: Contents, b: Contents): boolean {
  return a.revision === b.revision && a.records === b.records && a.changes === b.changes
}
