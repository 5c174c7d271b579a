import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'

/**
 * Whether writing to that path would harm a workspace: its file, its log, a copy of it, or a link to
 * one of them. Any file of that kind counts, of whatever folder.
 */
export function belongsToWorkspace(file: string, workspace: string): boolean {
  const [target, own] = [resolved(file), resolved(workspace)]
  if (target === own || target.startsWith(`${own}-`)) return true
  if (/^\.tapeline(?:-wal|-shm|-journal)?$/i.test(extname(target))) return true
  const [a, b] = [target, own].map((path) => statSync(path, { bigint: true, throwIfNoEntry: false }))
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev
}

/** Links followed as far as the path exists. */
function resolved(file: string): string {
  try {
    return realpathSync(file)
  } catch {
    try {
      return join(realpathSync(dirname(file)), basename(file))
    } catch {
      return file
    }
  }
}
