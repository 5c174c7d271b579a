import * as v from 'valibot'
import { Change } from '../../domain/change/change'
import { FilePath, HistoryState, Nothing, Version, VersionDifference, VersionId, VersionTitle } from '../values'

/** Copies of the workspace under a name, and those kept by the rule. */
export const VERSIONS_CHANNELS = {
  /** Newest first, with the folder they stand in; empty and null where the document stands in no file. */
  'versions:list': {
    input: Nothing,
    output: v.strictObject({ folder: v.nullable(FilePath), versions: v.array(Version) }),
  },
  'versions:create': {
    input: v.strictObject({ name: VersionTitle }),
    output: v.strictObject({ version: Version }),
  },
  'versions:difference': { input: VersionId, output: VersionDifference },
  /** One step, which undo takes back; the answer is to be applied as that of `workspace:undo` is. */
  'versions:restore': { input: VersionId, output: v.strictObject({ applied: Change, history: HistoryState }) },
  /** Another name and with it another id; an automatic one becomes a named one and stays for ever. */
  'versions:rename': {
    input: v.strictObject({ ...VersionId.entries, name: VersionTitle }),
    output: v.strictObject({ version: Version }),
  },
  /** Named ones only; the others go by the rule. */
  'versions:delete': { input: VersionId, output: Nothing },
  /** Shows the file of a version in the system's file manager. */
  'versions:reveal': { input: VersionId, output: Nothing },
} as const
