import { existsSync, renameSync } from 'node:fs'

/**
 * SQLite would replay the log of another file, gone or replaced, into the one of its name. It is kept, under a new
 * name; of a write-ahead log that is the answer.
 */
export function setOrphansAside(file: string): string | null {
  let kept: string | null = null
  for (const suffix of ['-wal', '-shm', '-journal']) {
    if (!existsSync(file + suffix)) continue
    let n = 1
    while (existsSync(`${file}${suffix}.orphan-${String(n)}`)) n += 1
    const name = `${file}${suffix}.orphan-${String(n)}`
    renameSync(file + suffix, name)
    if (suffix === '-wal') kept = name
  }
  return kept
}
