import { sameRecord } from './apply'
import type { Change } from './change'

/** Whether the later change continues the step the earlier one began (both carry the same key). */
export function canMerge(earlier: Change, later: Change): boolean {
  return earlier.mergeKey !== undefined && earlier.mergeKey === later.mergeKey
}

/**
 * Two changes in a row as one: each record from its first side to its last. The label is the
 * earlier one's, because undo takes the record back to what that label saw. A record that ends as
 * it began drops out; `null` when nothing is left. Throws when the two do not follow on each other.
 */
export function squash(earlier: Change, later: Change): Change | null {
  const edits = new Map(Object.entries(earlier.edits))
  for (const [id, edit] of Object.entries(later.edits)) {
    const before = edits.get(id)
    if (before === undefined) {
      edits.set(id, edit)
      continue
    }
    if (!sameRecord(before.to, edit.from)) throw new Error(`changes do not follow on each other at record ${id}`)
    edits.set(id, { from: before.from, to: edit.to })
  }
  const kept = Array.from(edits).filter(([, { from, to }]) => !sameRecord(from, to))
  if (kept.length === 0) return null
  return { ...earlier, edits: Object.fromEntries(kept) }
}
