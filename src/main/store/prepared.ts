import type { Connection } from './connection'

/** Gives the statement of a text, prepared once: preparing costs more than running. */
export type Prepare = (sql: string) => ReturnType<Connection['prepare']>

export function preparedOnce(db: Connection): Prepare {
  const known = new Map<string, ReturnType<Connection['prepare']>>()
  return (sql) => {
    const found = known.get(sql)
    if (found !== undefined) return found
    const made = db.prepare(sql)
    known.set(sql, made)
    return made
  }
}
