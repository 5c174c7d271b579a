import * as v from 'valibot'
import type { Change } from '../domain/change/change'
import { ChangeLabel, Edit } from '../domain/change/change'
import { RecordId } from '../domain/model/ids'

export const Nothing = v.strictObject({})
export const FilePath = v.string()

/** What undo and redo would do now; null where there is nothing to do. */
export const HistoryState = v.strictObject({
  /** Counts every commit, undo and redo of this file; order by it, never by a clock. */
  revision: v.number(),
  undo: v.nullable(ChangeLabel),
  redo: v.nullable(ChangeLabel),
})
export type HistoryState = v.InferOutput<typeof HistoryState>

/** Something the user must know about the file; the window finds the words for `code`. */
export const WorkspaceNotice = v.strictObject({
  code: v.picklist([
    // The file was left as it is, and the starter data is shown read-only:
    'damaged',
    'foreign',
    'locked',
    'migration-failed',
    'unwritable-folder',
    // The good records of the starter data are shown read-only, until its fault is mended:
    'broken-starter-data',
    // The file is shown, read-only; or, where even that fails (`file` is null then), the starter data:
    'newer-version',
    'read-only-file',
    // Some records of the file could not be read; the others are shown and may be edited:
    'unreadable-records',
    // Some steps of the log could not be read; undo and restoring stop at them:
    'unreadable-steps',
    // The file was replaced while it was open, and the program was killed: what stands there now is shown:
    'log-of-another-file',
    // The open file was moved, deleted or replaced: nothing more is saved into it.
    'changed-on-disk',
    // The file that was asked for, or was open at the last quit, is not there:
    'missing-file',
    // It can be edited, but something else writes where it stands; `detail` names the service or the copies:
    'synced-folder',
    'conflict-copies',
    // No backup could be made; the earlier ones were kept:
    'backup-failed',
  ]),
  file: FilePath,
  detail: v.string(),
})
export type WorkspaceNotice = v.InferOutput<typeof WorkspaceNotice>

/** Some records of a document too large for one answer: how they stand in it, and how far the reading has come. */
export const RecordsPart = v.strictObject({
  /** JSON text of `TapelineRecord[]`: a text crosses the bridge whole, objects are copied field by field. */
  recordsText: v.string(),
  /** JSON text of `number[]`: the place of each of them in the document. Each part is in the order of places. */
  placesText: v.string(),
  /** Rows that were read until now, this part among them; those that are no record count as well. */
  done: v.number(),
})

/** What `workspace:open` did not answer with: ask for parts 1, 2, … of this reading. */
export const RecordsToCome = v.strictObject({
  /** Another `workspace:open` begins another one, and this one is then refused as `stale`. */
  reading: v.number(),
  placesText: v.string(),
  done: v.number(),
  total: v.number(),
  /** Where all of them are more than the memory of this computer takes: no part is given then. */
  tooLarge: v.nullable(
    v.strictObject({
      neededBytes: v.number(),
      /** What there is for them, by what `limit` names: the free memory, or what Chromium gives one page. */
      roomBytes: v.number(),
      limit: v.picklist(['free-memory', 'page']),
      /** About so many records of this length fit. */
      mostRecords: v.number(),
    }),
  ),
})
export type RecordsToCome = v.InferOutput<typeof RecordsToCome>

export const WorkspaceState = v.strictObject({
  /** Null when the document lives in memory only, because no file could be opened. */
  file: v.nullable(FilePath),
  /** What the records are of: where the file could not be opened, the starter data or nothing stands in. */
  shows: v.picklist(['file', 'starter-data', 'nothing']),
  readOnly: v.boolean(),
  notices: v.array(WorkspaceNotice),
  /** JSON text of `TapelineRecord[]`: all of them, or those that a first picture needs (`toCome`). */
  recordsText: v.string(),
  history: HistoryState,
  /** Null where `recordsText` has all. */
  toCome: v.nullable(RecordsToCome),
})
export type WorkspaceState = v.InferOutput<typeof WorkspaceState>

/** A whole copy of the workspace in its backups folder. */
export const Version = v.strictObject({
  id: v.string(),
  /** `named`: the user made it and it stays for ever; the others are made unasked and thinned out. */
  kind: v.picklist(['automatic', 'before-restore', 'named']),
  /** Of a named one only. */
  name: v.nullable(v.string()),
  /** Milliseconds since 1970 in UTC. */
  madeAtMs: v.number(),
  /** The workspace's revision at that moment (see `HistoryState`). */
  revision: v.number(),
  bytes: v.number(),
})
export type Version = v.InferOutput<typeof Version>

/** A path that the page names. Main looks at what is there before it does anything with it. */
export const GivenPath = v.pipe(v.string(), v.nonEmpty(), v.maxLength(4096))

export const RecentFile = v.strictObject({
  file: FilePath,
  /** Without its folder and extension. */
  name: v.string(),
  folder: FilePath,
})
export type RecentFile = v.InferOutput<typeof RecentFile>

/** What leads from a version to the workspace as it was at `revision`: every record that is not the same. */
export interface VersionDifference {
  readonly version: Version
  readonly revision: number
  readonly edits: Change['edits']
}
// Named, for the compiler would otherwise write every record type out once more, and has a limit for that.
export const VersionDifference: v.GenericSchema<VersionDifference> = v.strictObject({
  version: Version,
  revision: v.number(),
  edits: v.record(RecordId, Edit),
})

export const VersionTitle = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60))
export const VersionId = v.strictObject({ id: v.pipe(v.string(), v.maxLength(300)) })
export const StepNumber = v.pipe(v.number(), v.integer(), v.minValue(1))

/** One step of the log, without its records. */
export const HistoryStep = v.strictObject({
  /** Its place in the log; the number of a dropped step may come again. */
  seq: StepNumber,
  /** When it began: ms since 1970 in UTC. */
  madeAt: v.number(),
  /** The name of whoever made it; null where nobody said. */
  author: v.nullable(v.string()),
  /** Taken back, and still there to be done again. */
  undone: v.boolean(),
  /** Typing in one field may have joined it. */
  merges: v.boolean(),
  /** Null when the step can no longer be read; undo stops at it. */
  content: v.nullable(v.strictObject({ label: ChangeLabel, records: v.number() })),
})
export type HistoryStep = v.InferOutput<typeof HistoryStep>

export const DraftKey = v.pipe(v.string(), v.nonEmpty(), v.maxLength(300))

/** What was typed in one place of the window and is not saved. It is no part of the document. */
export const Draft = v.strictObject({
  /** Names the place; a later text of the same place takes this one's. */
  key: DraftKey,
  /** When it was last written: ms since 1970 in UTC. */
  madeAt: v.number(),
  /** As the window handed it in; null where it can no longer be read. */
  body: v.nullable(v.string()),
})
export type Draft = v.InferOutput<typeof Draft>
