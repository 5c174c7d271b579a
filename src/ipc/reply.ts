import * as v from 'valibot'

/**
 * Why a call was refused. `invalid`: the input has not the contract's form. `stale`: the record
 * changed meanwhile. `read-only`: this workspace takes no edits. `storage`: the disk refused (full,
 * gone, not permitted). `exists`: a file of that name is there already. `foreign`: that file is no workspace. `corrupt`: the file is damaged. `nothing`: there is no step to undo or redo.
 * `cancelled`: the user ended it. `too-large`: the image has more pixels than can be made.
 * `partial`: not all records are in the window yet; it says so itself, before it asks.
 */
export const ERROR_CODES = [
  'invalid',
  'stale',
  'not-found',
  'read-only',
  'storage',
  'exists',
  'foreign',
  'corrupt',
  'nothing',
  'partial',
  'cancelled',
  'too-large',
  'internal',
] as const

export const CallError = v.strictObject({
  code: v.picklist(ERROR_CODES),
  message: v.string(),
  /** The path inside the input or record, or the file concerned. */
  path: v.optional(v.string()),
})
export type CallError = v.InferOutput<typeof CallError>

export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError }
