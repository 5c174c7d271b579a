import * as v from 'valibot'
import type { EventName } from '../channels'
import { SettingsState } from '../settings-values'
import { Nothing, WorkspaceNotice } from '../values'

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
  'figure',
  'open-figure',
  'save-image',
  'copy-image',
  'toggle-inspector',
  'toggle-filters',
  'toggle-history',
  'toggle-versions',
  'toggle-as-of',
  'toggle-table',
  'toggle-console',
  'toggle-arrows',
  'toggle-overview',
  'toggle-metric-lanes',
  'compare-chips',
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
  /** How far the saving or copying of a figure is, from 0 to 1; the first comes once it begins to be drawn. */
  'figure:progress': v.strictObject({ part: v.pipe(v.number(), v.minValue(0), v.maxValue(1)) }),
  'theme:changed': v.strictObject({ systemTheme: v.picklist(['light', 'dark']) }),
} as const satisfies Record<EventName, v.GenericSchema>

export type Payload<E extends EventName> = v.InferOutput<(typeof EVENT_PAYLOADS)[E]>
