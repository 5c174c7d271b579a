import * as v from 'valibot'
import { Change } from '../../domain/change/change'
import { HistoryState, Nothing, RecordsPart, WorkspaceNotice, WorkspaceState } from '../values'

/** Opening the document, and every edit of it. */
export const WORKSPACE_CHANNELS = {
  'workspace:open': { input: Nothing, output: WorkspaceState },
  /**
   * The next part of a large document, the parts in order; the last one may be asked for again. Errors: `stale` when
   * the reading is no longer the one of this window or the document was edited meanwhile; then open again.
   */
  'workspace:part': {
    input: v.strictObject({
      reading: v.pipe(v.number(), v.integer()),
      part: v.pipe(v.number(), v.integer(), v.minValue(1)),
    }),
    output: v.strictObject({
      ...RecordsPart.entries,
      isLast: v.boolean(),
      /** With the last part: what was found that could not be read. */
      notices: v.array(WorkspaceNotice),
    }),
  },
  'workspace:commit': { input: v.strictObject({ change: Change }), output: HistoryState },
  'workspace:undo': { input: Nothing, output: v.strictObject({ applied: Change, history: HistoryState }) },
  'workspace:redo': { input: Nothing, output: v.strictObject({ applied: Change, history: HistoryState }) },
} as const
