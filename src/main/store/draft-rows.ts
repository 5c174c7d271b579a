import type { Draft } from './document-store'
import type { Prepare } from './prepared'
import { draftChecksum } from './row-checksum'

export function listDrafts(prepare: Prepare): Draft[] {
  const rows = prepare('SELECT key, made_at, checksum, body FROM draft ORDER BY made_at DESC, key').all() as {
    key: string
    made_at: number
    checksum: number
    body: string
  }[]
  return rows.map(({ key, made_at: madeAt, checksum, body }) => ({
    key,
    madeAt,
    body: draftChecksum(key, madeAt, body) === checksum ? body : null,
  }))
}

export function putDraft(prepare: Prepare, { key, madeAt, body }: { key: string; madeAt: number; body: string }): void {
  prepare('INSERT OR REPLACE INTO draft (key, made_at, checksum, body) VALUES (?, ?, ?, ?)').run(
    key,
    madeAt,
    draftChecksum(key, madeAt, body),
    body,
  )
  touchMeta(prepare)
}

export function dropDraft(prepare: Prepare, key: string): void {
  prepare('DELETE FROM draft WHERE key = ?').run(key)
  touchMeta(prepare)
}

/** The log is told by the page of this table (`log-token.ts`), so every write changes it. */
function touchMeta(prepare: Prepare): void {
  prepare(
    `INSERT INTO meta (key, value) VALUES ('draft-writes', '1')
      ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1`,
  ).run()
}
