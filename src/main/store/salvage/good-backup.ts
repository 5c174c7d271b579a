import { copyFileSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { countRecords } from '../backups/read-version-file'
import { parseVersionId, type VersionName } from '../backups/version-name'
import { backupsFolderOf } from '../backups/versions'
import { refuse, type StoreReply } from '../document-store'
import { publishFile, temporaryBeside } from '../whole-file'
import { freeName } from './salvage-file'

export interface GoodBackup {
  /** The new file. */
  readonly file: string
  readonly version: VersionName
  readonly records: number
  /** How many newer copies were damaged too. */
  readonly passedOver: number
}

/**
 * Copies the newest backup of a file that proves whole to a new file beside it; the backup itself stays what it is.
 * `not-found` where there is none.
 */
export function copyNewestGoodBackup(file: string, day: (madeAtMs: number) => string): StoreReply<GoodBackup> {
  let passedOver = 0
  for (const { path, version } of backupsOf(file)) {
    const read = countRecords(path)
    if (!read.ok) {
      passedOver += 1
      continue
    }
    const target = freeName(file, `backup of ${day(version.madeAtMs)}`)
    const temporary = temporaryBeside(target)
    try {
      copyFileSync(path, temporary)
      publishFile(temporary, target)
    } catch (error) {
      rmSync(temporary, { force: true })
      return refuse('storage', error instanceof Error ? error.message : String(error), file)
    }
    return { ok: true, value: { file: target, version, records: read.value, passedOver } }
  }
  return refuse('not-found', passedOver === 0 ? 'there is no backup' : 'no backup is whole', backupsFolderOf(file))
}

/** Newest first. */
function backupsOf(file: string): { path: string; version: VersionName }[] {
  const folder = backupsFolderOf(file)
  let names: string[] = []
  try {
    names = readdirSync(folder)
  } catch {
    // No folder, no backups.
  }
  return names
    .flatMap((name) => {
      const version = name.endsWith('.tapeline') ? parseVersionId(basename(name, '.tapeline')) : null
      return version === null ? [] : [{ path: join(folder, name), version }]
    })
    .sort((a, b) => b.version.madeAtMs - a.version.madeAtMs || b.version.revision - a.version.revision)
}
