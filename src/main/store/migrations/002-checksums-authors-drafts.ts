import type { Connection } from '../connection'
import { preparedOnce } from '../prepared'
import { recordChecksum, type RecordCells } from '../row-checksum'
import { putStep } from '../step-rows'
import type { Migration } from './migration'

/**
 * `checksum`: see `row-checksum.ts`. `author`: who made a step, null where nobody knows. `records`: how many a step
 * touches. `more`: how many rows of `change_part` its edits go on in, because one text of SQLite has its limit.
 * `draft`: what was typed and not saved; it is no part of the document, nor of its history.
 */
export const checksumsAuthorsDrafts: Migration = {
  version: 2,
  name: 'checksums-authors-drafts',
  statements: [
    'ALTER TABLE record RENAME TO record_1',
    'ALTER TABLE change RENAME TO change_1',
    `CREATE TABLE record (
      position INTEGER PRIMARY KEY NOT NULL,
      id TEXT NOT NULL UNIQUE,
      type TEXT NOT NULL,
      checksum INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE change (
      seq INTEGER PRIMARY KEY NOT NULL,
      undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
      made_at INTEGER NOT NULL,
      author TEXT,
      merge_key TEXT,
      label TEXT NOT NULL,
      records INTEGER NOT NULL,
      more INTEGER NOT NULL,
      checksum INTEGER NOT NULL,
      edits TEXT NOT NULL
    ) STRICT`,
    `CREATE TABLE change_part (
      id INTEGER PRIMARY KEY NOT NULL,
      seq INTEGER NOT NULL REFERENCES change (seq) ON DELETE CASCADE,
      part INTEGER NOT NULL,
      checksum INTEGER NOT NULL,
      edits TEXT NOT NULL,
      UNIQUE (seq, part)
    ) STRICT`,
    `CREATE TABLE draft (
      key TEXT PRIMARY KEY NOT NULL,
      made_at INTEGER NOT NULL,
      checksum INTEGER NOT NULL,
      body TEXT NOT NULL
    ) STRICT`,
  ],
  fill(db) {
    fillRecords(db)
    fillChanges(db)
  },
  last: ['DROP TABLE record_1', 'DROP TABLE change_1'],
}

function fillRecords(db: Connection): void {
  const insert = db.prepare('INSERT INTO record (position, id, type, checksum, body) VALUES (?, ?, ?, ?, ?)')
  for (const row of db.prepare('SELECT position, id, type, body FROM record_1').iterate()) {
    const cells = row as unknown as RecordCells
    insert.run(cells.position, cells.id, cells.type, recordChecksum(cells), cells.body)
  }
}

interface FirstChange {
  readonly seq: number
  readonly undone: number
  readonly made_at: number
  readonly merge_key: string | null
  readonly label: string
  readonly edits: string
}

function fillChanges(db: Connection): void {
  const prepare = preparedOnce(db)
  for (const row of db.prepare('SELECT seq, undone, made_at, merge_key, label, edits FROM change_1').iterate()) {
    const { edits, ...cells } = row as unknown as FirstChange
    putStep(prepare, { cells: { ...cells, author: null, records: countOf(edits) }, parts: [edits] })
  }
}

/** A step that cannot be read stays one. */
function countOf(edits: string): number {
  try {
    return Object.keys(JSON.parse(edits) as object).length
  } catch {
    return 0
  }
}
