import type { Document } from '../model/document'
import type { TapelineRecord } from '../model/record'
import type { Change } from './change'

/** The change that takes this one back. `invert(invert(c))` equals `c`. */
export function invert(change: Change): Change {
  const edits: Record<string, Change['edits'][string]> = {}
  for (const [id, { from, to }] of Object.entries(change.edits)) edits[id] = { from: to, to: from }
  return { ...change, edits }
}

/**
 * The document after the change. Throws if a `from` does not equal the record that is there: main
 * compares before it answers, so a difference here means the two copies have parted.
 */
export function applyChange(document: Document, change: Change): Document {
  const records = new Map(document.records)
  for (const [id, { from, to }] of Object.entries(change.edits)) {
    if (!sameRecord(records.get(id) ?? null, from)) throw new Error(`change does not fit record ${id}`)
    if (to === null) records.delete(id)
    else records.set(id, to)
  }
  return { records }
}

/** Whether two records hold the same values, whatever the order of their fields. */
export function sameRecord(a: TapelineRecord | null, b: TapelineRecord | null): boolean {
  return a === b || sameValue(a, b)
}

/** Whether two values of a record are the same, whatever the order of their fields. */
export function sameValue(a: unknown, b: unknown): boolean {
  // Minus zero equals zero here: JSON, in which records are kept, writes both as 0.
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false
    return a.every((item, index) => sameValue(item, b[index]))
  }
  const left = definedEntries(a)
  const right = new Map(definedEntries(b))
  return left.length === right.size && left.every(([key, value]) => right.has(key) && sameValue(value, right.get(key)))
}

/** A field that is absent and one that is `undefined` mean the same: JSON keeps no difference. */
function definedEntries(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined)
}
