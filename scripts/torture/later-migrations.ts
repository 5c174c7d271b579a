import { MIGRATIONS } from '../../src/main/store/migrations'
import type { Migration } from '../../src/main/store/migrations/migration'

/** What a later Tapeline might do to a file, so that today's has something to be interrupted in. */
export const LATER_MIGRATIONS: readonly Migration[] = [
  ...MIGRATIONS,
  {
    version: MIGRATIONS.length + 1,
    name: 'torture: rewrites every row',
    statements: [
      'CREATE TABLE torture (id TEXT PRIMARY KEY NOT NULL) STRICT',
      'INSERT INTO torture (id) SELECT id FROM record',
      'UPDATE record SET body = replace(body, \'"vendor"\', \'"vendor"\')',
      'DELETE FROM change',
    ],
  },
]
