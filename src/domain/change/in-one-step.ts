import type { Document } from '../model/document'
import { fail, succeed, type Result } from '../model/problem'
import { applyChange } from './apply'
import type { Change } from './change'
import { squash } from './squash'

/**
 * Runs commands one after the other, each on the document as the one before left it, and makes one
 * step of them, called after the last: a source added in place is saved with the record that cites
 * it. Errors: the first command's that fails, but `no-change` is passed over; `no-change` when
 * nothing is left.
 */
export function inOneStep(
  document: Document,
  commands: readonly ((document: Document) => Result<Change>)[],
): Result<Change> {
  let now = document
  let all: Change | null = null
  let last: Change | null = null
  for (const command of commands) {
    const result = command(now)
    if (!result.ok) {
      if (result.problem.code === 'no-change') continue
      return result
    }
    last = result.value
    now = applyChange(now, last)
    all = all === null ? last : squash(all, last)
  }
  if (all === null || last === null) return fail({ code: 'no-change', detail: 'nothing is different' })
  return succeed({ label: last.label, edits: all.edits })
}
