import { DatabaseSync } from '@photostructure/sqlite'
import type { Connection } from './connection'
import type { Migration } from './migrations/migration'

/** What `quick_check` or `integrity_check` complains of; null when the file is whole. */
export function complaint(db: Connection, check: 'quick_check' | 'integrity_check'): string | null {
  const rows = db.prepare(`PRAGMA ${check}(5)`).all() as Record<string, string>[]
  const lines = rows.map((row) => row[check] ?? '')
  return lines.length === 1 && lines[0] === 'ok' ? null : lines.join('; ')
}

/**
 * The tables of a file must be exactly those its migrations make: a trigger or view that somebody
 * put in would run with our writes. Null when they are.
 */
export function schemaDifference(db: Connection, version: number, migrations: readonly Migration[]): string | null {
  const model = new DatabaseSync(':memory:')
  try {
    for (const migration of migrations)
      if (migration.version <= version)
        for (const statement of [...migration.statements, ...(migration.last ?? [])]) model.exec(statement)
    const expected = schemaOf(model)
    const found = schemaOf(db)
    const extra = [...found.keys()].find((key) => !expected.has(key))
    if (extra !== undefined) return `has ${extra}, which is not of this program`
    const wrong = [...expected].find(([key, sql]) => found.get(key) !== sql)
    return wrong === undefined ? null : `lacks ${wrong[0]} as version ${String(version)} has it`
  } finally {
    model.close()
  }
}

function schemaOf(db: Connection): Map<string, string | null> {
  const rows = db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema').all() as {
    type: string
    name: string
    tbl_name: string
    sql: string | null
  }[]
  return new Map(rows.map(({ type, name, tbl_name: table, sql }) => [`${type} ${name} on ${table}`, sql]))
}
