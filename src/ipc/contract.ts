import * as v from 'valibot'
import { Change, ChangeLabel, Edit } from '../domain/change/change'
import { RecordId } from '../domain/model/ids'
import { LOCALES } from '../domain/model/names'
import { Filters, Grouping, TimeWindow } from '../domain/model/view'
import { VersionRule } from '../domain/versions/version-rule'
import type { TableLayout } from '../domain/table/table-layout'
import type { Channel, EventName } from './channels'

const Nothing = v.strictObject({})
const FilePath = v.string()

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
const RecordsPart = v.strictObject({
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
const GivenPath = v.pipe(v.string(), v.nonEmpty(), v.maxLength(4096))

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
const VersionDifference: v.GenericSchema<VersionDifference> = v.strictObject({
  version: Version,
  revision: v.number(),
  edits: v.record(RecordId, Edit),
})

const VersionTitle = v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60))
const VersionId = v.strictObject({ id: v.pipe(v.string(), v.maxLength(300)) })
const StepNumber = v.pipe(v.number(), v.integer(), v.minValue(1))

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

/** How the table of one record type is laid out. */
export const TableLayoutSetting: v.GenericSchema<TableLayout> = v.strictObject({
  columns: v.array(v.strictObject({ id: v.string(), widthPx: v.optional(v.pipe(v.number(), v.finite())) })),
  sorting: v.nullable(v.strictObject({ column: v.string(), descending: v.boolean() })),
})
const DraftKey = v.pipe(v.string(), v.nonEmpty(), v.maxLength(300))

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

const MAX_AUTHOR = 80
export const Author = v.pipe(v.string(), v.trim(), v.maxLength(MAX_AUTHOR))

export const Settings = v.strictObject({
  theme: v.picklist(['system', 'light', 'dark']),
  locale: v.picklist(['system', ...LOCALES]),
  grouping: Grouping,
  filters: Filters,
  collapsed: v.array(v.string()),
  versionRule: VersionRule,
  /** How the table of each record type is laid out, by type; what is absent was never changed. */
  tables: v.record(v.string(), TableLayoutSetting),
  /** The name under which edits stand in the history; empty: the name of the system's user. */
  author: Author,
  /** Whether the strip with the whole range stands under the timeline. */
  overview: v.boolean(),
})
export type Settings = v.InferOutput<typeof Settings>

/** The settings with what the system says filled in. */
export const SettingsState = v.strictObject({
  settings: Settings,
  systemTheme: v.picklist(['light', 'dark']),
  systemLocale: v.picklist(LOCALES),
  /** Empty where the system does not say. */
  systemAuthor: v.string(),
})
export type SettingsState = v.InferOutput<typeof SettingsState>

/** A figure of the current view; main draws it from its own copy of the document. */
export const FigureRequest = v.strictObject({
  window: TimeWindow,
  grouping: Grouping,
  filters: Filters,
  collapsed: v.array(v.string()),
  locale: v.picklist(LOCALES),
  theme: v.picklist(['light', 'dark']),
  widthPx: v.pipe(v.number(), v.integer(), v.minValue(320), v.maxValue(16_384)),
  /** Pixels of the image for each px of the layout. */
  scale: v.pipe(v.number(), v.minValue(1), v.maxValue(4)),
  /** Today, as a UTC day number, for the line; null leaves it out. */
  todayDay: v.nullable(v.number()),
})
export type FigureRequest = v.InferOutput<typeof FigureRequest>

/** Every call the window may make: one table is the types, the checks and the preload's list. */
export const CONTRACT = {
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
  /** Steps newest first; `before` gives those older than that one. At most 200 at a time. */
  'history:page': {
    input: v.strictObject({
      before: v.nullable(StepNumber),
      limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)),
    }),
    output: v.strictObject({ revision: v.number(), steps: v.array(HistoryStep), more: v.boolean() }),
  },
  /** One step whole. Errors: `nothing` if the log has it no more, `corrupt` if it cannot be read. */
  'history:change': {
    input: v.strictObject({ seq: StepNumber }),
    output: v.strictObject({
      seq: StepNumber,
      madeAt: v.number(),
      author: v.nullable(v.string()),
      undone: v.boolean(),
      change: Change,
    }),
  },
  /** What to take back, in this order, to be at the state before or after a step. Errors as above. */
  'history:way': {
    input: v.strictObject({ seq: StepNumber, side: v.picklist(['before', 'after']) }),
    output: v.strictObject({ revision: v.number(), changesBack: v.array(Change) }),
  },
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
  'settings:read': { input: Nothing, output: SettingsState },
  'settings:write': { input: v.partial(Settings), output: SettingsState },
  /** Main asks where to; null when the user cancels. */
  'figure:save-png': { input: FigureRequest, output: v.strictObject({ file: v.nullable(FilePath) }) },
  'figure:copy-png': { input: FigureRequest, output: v.strictObject({ widthPx: v.number(), heightPx: v.number() }) },
  /** Opens a source's address in the system browser, after a question that shows it. */
  'link:open': {
    input: v.strictObject({ url: v.pipe(v.string(), v.maxLength(2000)) }),
    output: v.strictObject({ opened: v.boolean() }),
  },
  /** Said once, when the first timeline is drawn and takes input: the end of the start, for the bench. */
  'app:usable': { input: Nothing, output: Nothing },
  'app:quit': { input: Nothing, output: Nothing },
} as const satisfies Record<Channel, { input: v.GenericSchema; output: v.GenericSchema }>

export type In<C extends Channel> = v.InferOutput<(typeof CONTRACT)[C]['input']>
export type Out<C extends Channel> = v.InferOutput<(typeof CONTRACT)[C]['output']>

export const MENU_COMMANDS = [
  'new-workspace',
  'new-from-starter',
  'open-workspace',
  'save-copy',
  'reveal-workspace',
  'close-window',
  'undo',
  'redo',
  'new-record',
  'edit-record',
  'duplicate-record',
  'delete-record',
  'add-note',
  'show-notes',
  'find',
  'zoom-in',
  'zoom-out',
  'fit-all',
  'fit-selection',
  'go-to-date',
  'today',
  'save-image',
  'copy-image',
  'toggle-inspector',
  'toggle-filters',
  'toggle-history',
  'toggle-versions',
  'toggle-table',
  'toggle-arrows',
  'toggle-overview',
  'keep-version',
  'show-shortcuts',
] as const
export type MenuCommand = (typeof MENU_COMMANDS)[number]

/** What main tells the window unasked. */
export const EVENT_PAYLOADS = {
  'menu:command': v.strictObject({ command: v.picklist(MENU_COMMANDS) }),
  'workspace:problem': WorkspaceNotice,
  /** Another window changed them. */
  'settings:changed': SettingsState,
  /** A version was made, renamed or let go. */
  'versions:changed': Nothing,
  'theme:changed': v.strictObject({ systemTheme: v.picklist(['light', 'dark']) }),
} as const satisfies Record<EventName, v.GenericSchema>

export type Payload<E extends EventName> = v.InferOutput<(typeof EVENT_PAYLOADS)[E]>
