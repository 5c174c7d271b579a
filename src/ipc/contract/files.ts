import * as v from 'valibot'
import { FilePath, GivenPath, Nothing, RecentFile } from '../values'

/** Which workspace stands in which window. */
export const FILES_CHANNELS = {
  /** Main asks where to; opens in a window of its own. Null when the user cancels. Errors: `exists`, `storage`. */
  'files:new': {
    input: v.strictObject({ from: v.picklist(['nothing', 'starter-data']) }),
    output: v.strictObject({ file: v.nullable(FilePath) }),
  },
  /**
   * Opens a workspace in a window of its own, or brings the window that has it to the front. `file` null:
   * main asks which; the answer is null when the user cancels. Errors: `not-found`, `foreign`, `storage`. A
   * damaged one opens, with a notice.
   */
  'files:open': {
    input: v.strictObject({ file: v.nullable(GivenPath) }),
    output: v.strictObject({ file: v.nullable(FilePath), isNewWindow: v.boolean() }),
  },
  /** Newest first, without the one that this window has open. */
  'files:recent': { input: Nothing, output: v.strictObject({ files: v.array(RecentFile) }) },
  /** Empties the list of recent files; touches no file. */
  'files:forget': { input: Nothing, output: Nothing },
  /** A whole copy with its history, where the user says; never over a file that is there. Null on cancel. */
  'files:save-copy': { input: Nothing, output: v.strictObject({ file: v.nullable(FilePath) }) },
  /** Shows a file in the system's file manager: this window's workspace (null), or a copy made from it. */
  'files:reveal': { input: v.strictObject({ file: v.nullable(GivenPath) }), output: Nothing },
  /** Lets go of this window's file and opens what stands at its path now. The window loads again. */
  'files:reopen': { input: Nothing, output: Nothing },
} as const
