import type { DocumentStore } from '../store/document-store'

/** A foreign change is to be noticed within 5 seconds, even while nobody edits. */
const LOOK_EVERY_MS = 2_000

/** Has the store look now and then whether its file is still its own. Returns the way to stop. */
export function watchFile(store: DocumentStore): () => void {
  if (store.file === null || store.readOnly) return () => undefined
  const timer = setInterval(() => {
    if (store.look() !== null) clearInterval(timer)
  }, LOOK_EVERY_MS)
  return () => {
    clearInterval(timer)
  }
}
