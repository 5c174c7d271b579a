import type { Migration } from './migration'

/**
 * `record`: the document; `position` is its order, which undoing a deletion does not bring back.
 * `change`: the log of steps; the short columns come first, so that reading them skips the long one.
 * `meta`: single values; `revision` counts every commit, undo and redo.
 */
export const recordsAndChanges: Migration = {
  version: 1,
  name: 'records-and-changes',
  statements: [
    `CREATE TABLE record (
      position INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL,
      body TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE change (
      seq INTEGER PRIMARY KEY NOT NULL,
      undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
      made_at INTEGER NOT NULL,
      merge_key TEXT,
      label TEXT NOT NULL,
      edits TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE meta (
      key TEXT PRIMARY KEY NOT NULL,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID`,
    `INSERT INTO meta (key, value) VALUES ('revision', '0')`,
  ],
}
