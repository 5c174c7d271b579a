import type { MenuCommand } from '../../ipc/contract/events'

/** Everything the window can be told to do: what the menu knows, and what only keys do. */
export type Command =
  | MenuCommand
  | 'find-next'
  | 'find-previous'
  | 'pan-left'
  | 'pan-right'
  | 'back'
  | 'forward'
  | 'escape'
  | 'select-all'
  | 'nudge-earlier'
  | 'nudge-later'
  | 'end-earlier'
  | 'end-later'

export const SHORTCUT_GROUPS = ['file', 'edit', 'find', 'move', 'view', 'image'] as const

export interface Shortcut {
  readonly command: Command
  readonly group: (typeof SHORTCUT_GROUPS)[number]
  /** `Mod` is Ctrl, on a Mac the command key. The first is shown in tips. */
  readonly keys: readonly string[]
  /** Works in text fields too. Keys that a text field needs for itself do not. */
  readonly inFields?: true
}

/** The one table of keys: what is heard, what tips show and what the list of shortcuts prints. */
export const SHORTCUTS: readonly Shortcut[] = [
  { command: 'new-workspace', group: 'file', keys: ['Mod+N'], inFields: true },
  { command: 'new-from-starter', group: 'file', keys: ['Mod+Shift+N'], inFields: true },
  { command: 'open-workspace', group: 'file', keys: ['Mod+O'], inFields: true },
  { command: 'save-copy', group: 'file', keys: ['Mod+Shift+S'], inFields: true },
  { command: 'reveal-workspace', group: 'file', keys: ['Mod+Alt+R'], inFields: true },
  { command: 'close-window', group: 'file', keys: ['Mod+W'], inFields: true },
  { command: 'undo', group: 'edit', keys: ['Mod+Z'] },
  { command: 'redo', group: 'edit', keys: ['Mod+Shift+Z', 'Mod+Y'] },
  { command: 'select-all', group: 'edit', keys: ['Mod+A'] },
  { command: 'nudge-earlier', group: 'edit', keys: ['Alt+←'] },
  { command: 'nudge-later', group: 'edit', keys: ['Alt+→'] },
  { command: 'end-earlier', group: 'edit', keys: ['Shift+Alt+←'] },
  { command: 'end-later', group: 'edit', keys: ['Shift+Alt+→'] },
  { command: 'new-record', group: 'edit', keys: ['N'] },
  { command: 'edit-record', group: 'edit', keys: ['E'] },
  { command: 'duplicate-record', group: 'edit', keys: ['Mod+D'] },
  { command: 'delete-record', group: 'edit', keys: ['Delete'] },
  { command: 'add-note', group: 'edit', keys: ['M'] },
  { command: 'show-notes', group: 'view', keys: ['Shift+M'] },
  { command: 'find', group: 'find', keys: ['Mod+F', '/'], inFields: true },
  { command: 'find-next', group: 'find', keys: ['F3', 'Mod+G'], inFields: true },
  { command: 'find-previous', group: 'find', keys: ['Shift+F3', 'Mod+Shift+G'], inFields: true },
  { command: 'zoom-in', group: 'move', keys: ['+', '=', 'Mod+=', 'Mod++', 'Mod+Shift++'] },
  { command: 'zoom-out', group: 'move', keys: ['-', 'Mod+-'] },
  { command: 'pan-left', group: 'move', keys: ['←'] },
  { command: 'pan-right', group: 'move', keys: ['→'] },
  { command: 'fit-all', group: 'move', keys: ['0', 'Home', 'Mod+0'] },
  { command: 'fit-selection', group: 'move', keys: ['F'] },
  { command: 'go-to-date', group: 'move', keys: ['G'] },
  { command: 'today', group: 'move', keys: ['T'] },
  { command: 'back', group: 'view', keys: ['Mod+['] },
  { command: 'forward', group: 'view', keys: ['Mod+]'] },
  { command: 'toggle-filters', group: 'view', keys: ['['] },
  { command: 'toggle-inspector', group: 'view', keys: [']'] },
  { command: 'toggle-history', group: 'view', keys: ['H'] },
  { command: 'toggle-versions', group: 'view', keys: ['V'] },
  { command: 'keep-version', group: 'edit', keys: ['Shift+V'] },
  { command: 'toggle-as-of', group: 'view', keys: ['D'] },
  { command: 'toggle-table', group: 'view', keys: ['\\'] },
  { command: 'toggle-console', group: 'view', keys: ['Q'] },
  { command: 'toggle-arrows', group: 'view', keys: ['A'] },
  { command: 'toggle-overview', group: 'view', keys: ['O'] },
  { command: 'toggle-metric-lanes', group: 'view', keys: ['L'] },
  { command: 'compare-chips', group: 'view', keys: ['C'] },
  { command: 'show-shortcuts', group: 'view', keys: ['?'] },
  { command: 'escape', group: 'view', keys: ['Esc'] },
  { command: 'figure', group: 'image', keys: ['Mod+E', 'Mod+P'], inFields: true },
  { command: 'open-figure', group: 'image', keys: ['Mod+Shift+O'], inFields: true },
  { command: 'save-image', group: 'image', keys: ['Mod+S'], inFields: true },
  { command: 'copy-image', group: 'image', keys: ['Mod+Shift+C'], inFields: true },
]

export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

const KEY_NAMES: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', Escape: 'Esc', ' ': 'Space' }

/** A key press in the spelling of the table. Shift is left out where it only makes the character: `?`, `+`. */
function spelling({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyPress): string {
  const name = KEY_NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key)
  const shiftCounts = shiftKey && (key.length > 1 || /[A-Z]/.test(name) || ctrlKey || metaKey)
  return [ctrlKey || metaKey ? 'Mod' : '', shiftCounts ? 'Shift' : '', altKey ? 'Alt' : '', name]
    .filter((part) => part !== '')
    .join('+')
}

/** The command a key press stands for; `inField` when the focus is in a text field. */
export function commandOf(press: KeyPress, inField: boolean): Command | null {
  const spelt = spelling(press)
  const found = SHORTCUTS.find(({ keys }) => keys.includes(spelt))
  if (found === undefined) return null
  const typesText = press.key.length === 1 && !press.ctrlKey && !press.metaKey
  return inField && (found.inFields === undefined || typesText) ? null : found.command
}

const onMac = navigator.userAgent.includes('Mac')

/** A shortcut as the user's keyboard names it. */
export const spoken = (keys: string): string => keys.replace('Mod', onMac ? '⌘' : 'Ctrl')

/** The keys of a command for its tip. */
export function keysOf(command: Command): string | undefined {
  const first = SHORTCUTS.find((shortcut) => shortcut.command === command)?.keys[0]
  return first === undefined ? undefined : spoken(first)
}
