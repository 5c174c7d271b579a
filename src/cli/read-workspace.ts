import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { History, Stored } from '../main/store/document-store'
import { openWorkspaceFile } from '../main/store/open-workspace-file'
import { CommandFailure, messageOf } from './outcome'

export interface ReadWorkspace {
  readonly stored: Stored
  readonly history: History
  /** What the reader must know of the file, such as that a newer version wrote it. */
  readonly notice: string | null
}

/**
 * Reads a workspace from a copy of it and of the log beside it, with all the checks that the window
 * makes: the app may have the file open, and a file from an older version is migrated on the way.
 * Throws `CommandFailure` for what the window would refuse.
 */
export function readWorkspace(file: string): ReadWorkspace {
  let folder: string | undefined
  try {
    if (!existsSync(file)) throw new CommandFailure([`${file}: there is no such file`])
    folder = mkdtempSync(join(tmpdir(), 'tapeline-'))
    const copy = join(folder, 'copy.tapeline')
    copyFileSync(file, copy)
    if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`)
    return readCopy(copy, file)
  } catch (error) {
    if (error instanceof CommandFailure) throw error
    throw new CommandFailure([`${file}: ${messageOf(error)}`])
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
  }
}

function readCopy(copy: string, file: string): ReadWorkspace {
  const opened = openWorkspaceFile(copy, { clock: () => 0, onTrouble: () => undefined })
  if (opened.kind === 'missing') throw new CommandFailure([`${file}: there is no such file`])
  if (opened.kind === 'refused') throw new CommandFailure([`${file}: ${opened.notice.code}: ${opened.notice.detail}`])
  const { store } = opened
  try {
    const { records, problems, damagedSteps } = store.records()
    return {
      stored: { records, damagedSteps, problems: problems.map((problem) => ({ ...problem, file })) },
      history: store.history(),
      notice: opened.notice === null ? null : `${file}: ${opened.notice.code}: ${opened.notice.detail}`,
    }
  } finally {
    store.close()
  }
}
