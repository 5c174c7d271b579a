/**
 * The names of all channels, apart from their schemas, because the preload may hold names only:
 * it is one small file inside the sandbox.
 */
export const CHANNELS = [
  'workspace:open',
  'workspace:part',
  'workspace:commit',
  'workspace:undo',
  'workspace:redo',
  'versions:list',
  'versions:create',
  'versions:difference',
  'versions:restore',
  'versions:rename',
  'versions:delete',
  'versions:reveal',
  'history:page',
  'history:change',
  'history:way',
  'salvage:run',
  'salvage:backup',
  'drafts:list',
  'drafts:write',
  'drafts:drop',
  'files:new',
  'files:open',
  'files:recent',
  'files:forget',
  'files:save-copy',
  'files:reveal',
  'files:reopen',
  'settings:read',
  'settings:write',
  'figure:preview',
  'figure:save',
  'figure:copy',
  'figure:copy-text',
  'figure:open',
  'figure:cancel',
  'figure:reveal',
  'console:schema',
  'console:run',
  'console:cancel',
  'console:save-csv',
  'clipboard:copy-table',
  'link:open',
  'app:usable',
  'app:quit',
] as const
export type Channel = (typeof CHANNELS)[number]

export const EVENTS = [
  'menu:command',
  'workspace:problem',
  'versions:changed',
  'theme:changed',
  'settings:changed',
  'figure:progress',
] as const
export type EventName = (typeof EVENTS)[number]

/** What the preload puts on `window.tapeline`. */
export interface Bridge {
  call(channel: Channel, input: unknown): Promise<unknown>
  on(event: EventName, listener: (payload: unknown) => void): () => void
  /** Where a file that was dropped on the window stands on the disk; empty for one that stands nowhere. */
  pathOf(file: object): string
}
