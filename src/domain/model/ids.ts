import * as v from 'valibot'

/**
 * The stable id of any record: a slug, unique over all record types of a workspace.
 * It is never renamed or reused; names change, ids do not.
 */
export const RecordId = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9]+(?:[-_.][a-z0-9]+)*$/, 'must be a slug of a-z, 0-9, "-", "_" and "."'),
  v.maxLength(120),
  // A change is keyed by id, and valibot's `record` passes over these two keys without a word.
  v.check((id) => id !== 'constructor' && id !== 'prototype', 'must not be "constructor" or "prototype"'),
)
export type RecordId = v.InferOutput<typeof RecordId>
