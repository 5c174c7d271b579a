import { closeSync, copyFileSync, existsSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import type { CopySource, StoreReply } from '../document-store'

const CHUNK_BYTES = 1 << 20

/**
 * Copies the bytes of an open workspace and of the log beside it, while nobody writes to either. Only
 * through the descriptor that is given: opening and closing the file anew would drop SQLite's lock on
 * it (https://www.sqlite.org/howtocorrupt.html, 2.2). The log itself bears no lock.
 */
export function copyBytes({ file, descriptor, to }: CopySource & { readonly to: string }): StoreReply<null> {
  const chunk = Buffer.alloc(CHUNK_BYTES)
  // Over an earlier try, of which nothing may be left.
  dropCopy(to)
  const target = openSync(to, 'wx')
  try {
    for (let at = 0; ;) {
      const count = readSync(descriptor, chunk, 0, CHUNK_BYTES, at)
      if (count === 0) break
      for (let done = 0; done < count;) done += writeSync(target, chunk, done, count - done, at + done)
      at += count
    }
  } finally {
    closeSync(target)
  }
  if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${to}-wal`)
  return { ok: true, value: null }
}

/** Drops a copy and whatever SQLite has put beside it. */
export function dropCopy(copy: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(copy + suffix, { force: true })
}
