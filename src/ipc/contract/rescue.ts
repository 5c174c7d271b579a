import * as v from 'valibot'
import { Draft, DraftKey, FilePath, Nothing } from '../values'

/** What is offered after a damaged file or a crash: its records, and what was typed and not saved. */
export const RESCUE_CHANNELS = {
  /**
   * Brings what can be read of the damaged file into a new one beside it. Ids: `doubtful` records are saved, but
   * perhaps in an older state; `lost` ones are known to have been there. Errors: `nothing` if nothing could be read.
   */
  'salvage:run': {
    input: Nothing,
    output: v.strictObject({
      file: FilePath,
      records: v.strictObject({
        saved: v.number(),
        fromLog: v.number(),
        doubtful: v.array(v.string()),
        lost: v.array(v.string()),
      }),
      steps: v.strictObject({ saved: v.number(), lost: v.number() }),
    }),
  },
  /** Copies the newest backup that proves whole to a new file. Errors: `not-found` if there is none. */
  'salvage:backup': {
    input: Nothing,
    output: v.strictObject({ file: FilePath, madeAtMs: v.number(), records: v.number() }),
  },
  /** Newest first. */
  'drafts:list': { input: Nothing, output: v.strictObject({ drafts: v.array(Draft) }) },
  /** Answered when it is on the disk. */
  'drafts:write': {
    input: v.strictObject({ key: DraftKey, body: v.pipe(v.string(), v.maxLength(4_000_000)) }),
    output: Nothing,
  },
  'drafts:drop': { input: v.strictObject({ key: DraftKey }), output: Nothing },
} as const
