import { copyFileSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect, type Connection } from './connection'

/**
 * Looks into a file without touching it: at a copy of it and of the log beside it, which is thrown
 * away afterwards. Even a read-only connection may write a log's pages into the file.
 */
export function withPrivateCopy<T>(file: string, look: (db: Connection) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'tapeline-'))
  const copy = join(folder, 'copy.tapeline')
  try {
    copyFileSync(file, copy)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
    const db = connect(copy)
    try {
      return look(db)
    } finally {
      db.close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Whether an earlier session was killed before its log was written back. */
export function hasUnfinishedLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
}
