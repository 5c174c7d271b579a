import * as v from 'valibot'
import { Change } from '../domain/change/change'
import type { Channel, EventName } from './channels'
import {
  Draft,
  DraftKey,
  FigureRequest,
  FilePath,
  GivenPath,
  HistoryState,
  HistoryStep,
  Nothing,
  RecentFile,
  RecordsPart,
  Settings,
  SettingsState,
  StepNumber,
  Version,
  VersionDifference,
  VersionId,
  VersionTitle,
  WorkspaceNotice,
  WorkspaceState,
} from './values'

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
