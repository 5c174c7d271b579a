import type { DocumentStore, StoreReply } from '../document-store'
import { temporaryBeside } from '../whole-file'
import { dropCopy } from './copy-bytes'
import type { RunJob } from './version-jobs'

/**
 * Writes the whole workspace, as it is now, to a new file, checked before it gets its name; the work is
 * done where `run` does it. Answers with the revision that is in it.
 */
export async function copyStore(
  store: DocumentStore,
  run: RunJob,
  fileOf: (revision: number) => string,
): Promise<StoreReply<number>> {
  const { revision } = store.history()
  // Of a file that was moved or replaced underneath, the whole is known to SQLite alone.
  if (store.look() !== null) {
    const copied = store.copyTo(fileOf(revision))
    return copied.ok ? { ok: true, value: revision } : copied
  }
  const copy = temporaryBeside(fileOf(revision))
  try {
    const contents = await store.copied((source) => run('copy', { ...source, to: copy }))
    if (!contents.ok) return contents
    const { value } = contents
    const published = await run('publish', { copy, file: fileOf(value.revision), contents: value })
    return published.ok ? { ok: true, value: value.revision } : published
  } finally {
    dropCopy(copy)
  }
}
