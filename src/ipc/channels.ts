/**
 * The names of all channels, apart from their schemas, because the preload may hold names only:
 * it is one small file inside the sandbox.
 */
export const CHANNELS = [
  'workspace:open',
  'workspace:commit',
  'workspace:undo',
  'workspace:redo',
  'versions:list',
  'versions:create',
  'versions:read',
  'versions:restore',
  'history:page',
  'history:change',
  'history:way',
  'salvage:run',
  'salvage:backup',
  'salvage:show',
  'drafts:list',
  'drafts:write',
  'drafts:drop',
  'settings:read',
  'settings:write',
  'figure:save-png',
  'figure:copy-png',
  'link:open',
  'app:usable',
  'app:quit',
] as const
export type Channel = (typeof CHANNELS)[number]

export const EVENTS = ['menu:command', 'workspace:problem', 'theme:changed'] as const
export type EventName = (typeof EVENTS)[number]

/** What the preload puts on `window.tapeline`. */
export interface Bridge {
  call(channel: Channel, input: unknown): Promise<unknown>
  on(event: EventName, listener: (payload: unknown) => void): () => void
}
