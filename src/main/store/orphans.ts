import { existsSync, renameSync } from 'node:fs'

/** SQLite would replay the log of a file that is gone into the one that took its place. It is kept, under a new name. */
export function setOrphansAside(file: string): void {
  for (const suffix of ['-wal', '-shm', '-journal']) {
    if (!existsSync(file + suffix)) continue
    let n = 1
    while (existsSync(`${file}${suffix}.orphan-${String(n)}`)) n += 1
    renameSync(file + suffix, `${file}${suffix}.orphan-${String(n)}`)
  }
}
