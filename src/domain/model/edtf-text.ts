import * as v from 'valibot'

/**
 * A date as typed, in EDTF (ISO 8601-2:2019) text: `2022`, `2023-11`, `2025-12-08`, `2026-33`
 * (first quarter), `2026-41` (second half), `2023~`, `2026-07/..`.
 *
 * Only the alphabet is checked here, so that this folder needs no date library. Whether the text
 * is a date is decided by `domain/time`, and every reader and command asks it.
 */
export const EdtfText = v.pipe(
  v.string(),
  v.regex(/^[-0-9XYES?~%/.,[\]{}]+$/, 'must be an EDTF date such as 2022, 2023-11, 2026-33 or 2026-07/..'),
  v.maxLength(80),
)
export type EdtfText = v.InferOutput<typeof EdtfText>
